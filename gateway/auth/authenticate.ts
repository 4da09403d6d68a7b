import type { IncomingHttpHeaders } from 'node:http';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { verifiedOnce } from '../../subgraphs/kit/verified-once.ts';
import { bearerOf, readAccessToken, type TokenRules } from './access-token.ts';
import type { GrantsOf } from './grants.ts';
import type { IdentityFor } from './request-identity.ts';

/** Who brings a token that is good, before anything is known of the account. */
export interface Caller {
  /** Client that the token was given to: what is spent is counted by it. */
  readonly client: string;
  /**
   * Whom the request acts for, by what holds at the time of asking.
   * @throws {DomainError} TOKEN_EXPIRED, UNAUTHENTICATED, FORBIDDEN, PURPOSE_NOT_ALLOWED
   */
  readonly identity: () => Promise<Identity>;
}

/** Finds out who sends a request. */
export type Authenticate = (headers: IncomingHttpHeaders, requestId: string) => Promise<Caller>;

/**
 * A request acts for the account its token names, with what the account may do now, narrowed to
 * the token's scopes, for the purpose it says. Nothing else in a request can say who it is from.
 */
export function bearerAuthentication(
  rules: TokenRules,
  grantsOf: GrantsOf,
  identityFor: IdentityFor,
): Authenticate {
  const read = verifiedOnce((token) => readAccessToken(token, rules));
  return async (headers, requestId) => {
    const bearer = bearerOf(headers.authorization);
    const { client } = await read(bearer);
    return {
      client,
      async identity() {
        const token = await read(bearer); // it may have ended since
        return identityFor(await grantsOf(token.subject, requestId), token, headers);
      },
    };
  };
}
