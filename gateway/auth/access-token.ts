import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';

/** Whose tokens are taken, for which audience, under which keys. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
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
  sub: z.string().regex(/^[\w\-.:@|]{1,128}$/),
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
 * Verifies an access token (RFC 9068): issuer, audience, algorithm list, nbf and exp.
 * @throws {DomainError} UNAUTHENTICATED, TOKEN_EXPIRED, and what getting the keys throws
 */
export async function readAccessToken(token: string, rules: TokenRules): Promise<AccessToken> {
  const { issuer, audience, keys } = rules;
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      typ: 'at+jwt',
      algorithms: ['ES256', 'EdDSA', 'PS256', 'RS256'],
      requiredClaims: ['exp', 'sub'],
    });
    const claimed = claims.parse(payload);
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
