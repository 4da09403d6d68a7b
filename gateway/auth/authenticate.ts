import type { Identity } from '../../subgraphs/kit/identity.ts';
import { bearerOf, readAccessToken, type TokenRules } from './access-token.ts';
import type { GrantsOf } from './grants.ts';

/** Finds out whom a request acts for. */
export type Authenticate = (
  authorization: string | undefined,
  requestId: string,
) => Promise<Identity>;

/**
 * A request acts for the account its token names, with what the account may do now, narrowed to
 * the token's scopes. Nothing else in a request can say who it is from.
 */
export function bearerAuthentication(rules: TokenRules, grantsOf: GrantsOf): Authenticate {
  // The same narrowed identity object is given as long as the grants are current: signed-identity
  // tokens are kept per object.
  const narrowed = new WeakMap<Identity, Map<string, Identity>>();

  function narrow(identity: Identity, scopes: readonly string[] | null): Identity {
    if (scopes === null) return identity;
    const key = scopes.join(' ');
    const variants = narrowed.get(identity) ?? new Map<string, Identity>();
    narrowed.set(identity, variants);
    const variant = variants.get(key) ?? {
      ...identity,
      scopes: identity.scopes.filter((scope) => scopes.includes(scope)),
    };
    variants.set(key, variant);
    return variant;
  }

  return async (authorization, requestId) => {
    const { subject, scopes } = await readAccessToken(bearerOf(authorization), rules);
    return narrow(await grantsOf(subject, requestId), scopes);
  };
}
