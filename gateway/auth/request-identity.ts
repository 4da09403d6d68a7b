import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';

/** Header that says what a request reads personal data for. Source: SECURITY.md, invariant 12. */
export const PURPOSE_HEADER = 'tongma-purpose';

/** What the proof of who sends a request says of what it may do. */
export interface ProofClaims {
  /** Scopes the token was narrowed to; null = as granted to the account. */
  readonly scopes: readonly string[] | null;
  /** When the account last proved who it is; null when nobody knows. */
  readonly authenticatedAt: Date | null;
}

/**
 * The purpose that a request names.
 * @throws {DomainError} PURPOSE_NOT_ALLOWED for one that is not granted
 */
export function purposeOf(headers: IncomingHttpHeaders, { purposes }: Identity): string | null {
  const purpose = headers[PURPOSE_HEADER];
  if (purpose === undefined) return null;
  if (typeof purpose === 'string' && purposes.includes(purpose)) return purpose;
  throw new DomainError('PURPOSE_NOT_ALLOWED', 'This purpose is not granted to you.');
}

/**
 * Narrows what an account may do to one request. The same object is given again as long as the
 * grants are current: identities signed for subgraphs are kept per object.
 */
export function createNarrowing(): (
  identity: Identity,
  claims: ProofClaims,
  purpose: string | null,
) => Identity {
  const known = new WeakMap<Identity, Map<string, Identity>>();
  return (identity, { scopes, authenticatedAt }, purpose) => {
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
  };
}
