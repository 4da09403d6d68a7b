import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import type { Refusals } from '../audit/refusals.ts';

/** Header that says what a request reads personal data for. Source: SECURITY.md, invariant 12. */
export const PURPOSE_HEADER = 'tongma-purpose';
/** What the audit log says of a request that is refused by its headers, whatever it asks. */
const ANY_OPERATION = 'request';

/** What the proof of who sends a request says of what it may do. */
export interface ProofClaims {
  /** Scopes the token was narrowed to; null = as granted to the account. */
  readonly scopes: readonly string[] | null;
  /** When the account last proved who it is; null when nobody knows. */
  readonly authenticatedAt: Date | null;
}

/**
 * What an account may do in one request, for the purpose that the request names.
 * @throws {DomainError} PURPOSE_NOT_ALLOWED for a purpose that is not granted; it is noted before
 */
export type IdentityFor = (
  identity: Identity,
  claims: ProofClaims,
  headers: IncomingHttpHeaders,
) => Identity | Promise<Identity>;

/**
 * Narrows what accounts may do to one request. The same object is given again as long as the
 * grants are current: identities signed for subgraphs are kept per object.
 */
export function requestIdentities(refusals: Refusals): IdentityFor {
  const known = new WeakMap<Identity, Map<string, Identity>>();

  function narrowed(
    identity: Identity,
    { scopes, authenticatedAt }: ProofClaims,
    purpose: string | null,
  ): Identity {
    const at = authenticatedAt?.toISOString() ?? null;
    const key = [scopes?.join(' ') ?? '*', purpose ?? '', at ?? ''].join('|');
    const variants = known.get(identity) ?? new Map<string, Identity>();
    known.set(identity, variants);
    const variant = variants.get(key) ?? {
      ...identity,
      ...(scopes && { scopes: identity.scopes.filter((scope) => scopes.includes(scope)) }),
      ...{ purpose, authenticatedAt: at },
    };
    variants.set(key, variant);
    return variant;
  }

  async function refused(identity: Identity): Promise<never> {
    await refusals.note(identity, 'PURPOSE_NOT_ALLOWED', ANY_OPERATION);
    throw new DomainError('PURPOSE_NOT_ALLOWED', 'This purpose is not granted to you.');
  }

  return (identity, claims, headers) => {
    const purpose = headers[PURPOSE_HEADER] ?? null;
    if (purpose === null) return narrowed(identity, claims, null);
    if (typeof purpose !== 'string' || !identity.purposes.includes(purpose)) {
      return refused(identity);
    }
    return narrowed(identity, claims, purpose);
  };
}
