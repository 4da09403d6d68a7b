import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { ACCOUNT_NAME } from '../../subgraphs/kit/identity.ts';

/** Whose tokens are taken, for which audience, under which keys. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** Is told when a token is refused because the provider's clock is ahead of ours by so many seconds. */
  readonly onClock?: (aheadS: number) => void;
}

/** What an access token says. */
export interface AccessToken {
  /** Account or client at the provider. */
  readonly subject: string;
  /** Client that asks: the account itself, or what a person uses. */
  readonly client: string;
  /** Scopes the token was narrowed to; null = as granted to the account. */
  readonly scopes: readonly string[] | null;
  /** When the account proved who it is; null when the token does not say. */
  readonly authenticatedAt: Date | null;
  readonly expiresAt: Date;
}

const claims = z.object({
  sub: z.string().regex(ACCOUNT_NAME),
  scope: z.string().optional(),
  exp: z.number(),
  iat: z.number().optional(),
  auth_time: z.number().optional(),
  client_id: z.string().optional(),
});

/** A client that asks for itself proves who it is each time it is given a token (RFC 9068 §2.2.1). */
function authenticationTime({ sub, iat, auth_time, client_id }: z.infer<typeof claims>) {
  const seconds = auth_time ?? (client_id === sub ? iat : undefined);
  return seconds === undefined ? null : new Date(seconds * 1_000);
}

/**
 * How far ahead of ours a provider's clock may be, in seconds. Tokens from later than that say that
 * our clock is behind, and that what has ended would still be taken.
 */
const CLOCK_TOLERANCE_S = 60;

/**
 * Verifies an access token (RFC 9068): issuer, audience, algorithm list, nbf, iat and exp.
 * @throws {DomainError} UNAUTHENTICATED, TOKEN_EXPIRED, and what getting the keys throws
 */
export async function readAccessToken(token: string, rules: TokenRules): Promise<AccessToken> {
  const { issuer, audience, keys, onClock } = rules;
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      typ: 'at+jwt',
      algorithms: ['ES256', 'EdDSA', 'PS256', 'RS256'],
      requiredClaims: ['exp', 'sub'],
    });
    const claimed = claims.parse(payload);
    const aheadS = Math.round((claimed.iat ?? 0) - Date.now() / 1_000);
    if (aheadS > CLOCK_TOLERANCE_S) {
      onClock?.(aheadS);
      throw new DomainError('UNAUTHENTICATED', 'The access token is not valid yet.');
    }
    return {
      subject: claimed.sub,
      client: claimed.client_id ?? claimed.sub,
      scopes: claimed.scope === undefined ? null : claimed.scope.split(' '),
      authenticatedAt: authenticationTime(claimed),
      expiresAt: new Date(claimed.exp * 1_000),
    };
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    if (cause instanceof errors.JWTExpired) {
      throw new DomainError('TOKEN_EXPIRED', 'The access token has expired.', { cause });
    }
    throw new DomainError('UNAUTHENTICATED', 'The access token is not valid here.', { cause });
  }
}

/** The bearer token of a request. @throws {DomainError} UNAUTHENTICATED when there is none */
export function bearerOf(authorization: string | undefined): string {
  const token = /^Bearer ([\w\-.~+/]+=*)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw new DomainError('UNAUTHENTICATED', 'An access token is needed.');
  return token;
}
