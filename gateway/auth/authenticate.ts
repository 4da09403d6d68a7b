import type { IncomingHttpHeaders } from 'node:http';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { verifiedOnce } from '../../subgraphs/kit/verified-once.ts';
import { bearerOf, readAccessToken, type TokenRules } from './access-token.ts';
import type { GrantsOf } from './grants.ts';
import { createNarrowing, purposeOf } from './request-identity.ts';

/** Who sends a request. */
export interface Caller {
  /** Whom it acts for. */
  readonly identity: Identity;
  /** Client that the token was given to: what is spent is counted by it. */
  readonly client: string;
}

/** Finds out whom a request acts for. */
export type Authenticate = (headers: IncomingHttpHeaders, requestId: string) => Promise<Caller>;

/**
 * A request acts for the account its token names, with what the account may do now, narrowed to
 * the token's scopes, for the purpose it says. Nothing else in a request can say who it is from.
 */
export function bearerAuthentication(rules: TokenRules, grantsOf: GrantsOf): Authenticate {
  const narrow = createNarrowing();
  const read = verifiedOnce((token) => readAccessToken(token, rules));
  return async (headers, requestId) => {
    const token = await read(bearerOf(headers.authorization));
    const identity = await grantsOf(token.subject, requestId);
    const purpose = purposeOf(headers, identity);
    return { identity: narrow(identity, token, purpose), client: token.client };
  };
}
