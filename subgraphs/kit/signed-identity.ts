import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { DomainError } from './domain-error.ts';
import type { Identity } from './identity.ts';

/** Longest life of a signed identity, in seconds. Source: DESIGN.md §8. */
export const IDENTITY_LIFE_S = 60;

const ISSUER = 'tongma-gateway';

const identityClaim = z.object({
  kind: z.enum(['RESIDENT', 'OFFICIAL', 'PARTNER', 'GATEWAY', 'SYSTEM']),
  subject: z.string(),
  scopes: z.array(z.string()),
  grants: z.array(z.string()),
  regions: z.array(z.string()),
  residents: z.union([z.literal('*'), z.array(z.string())]),
  purposes: z.array(z.string()),
  agency: z.string().nullable(),
  purpose: z.string().nullish(),
  authenticatedAt: z.string().nullish(),
});

/** Signs whom a request acts for, for exactly one subgraph (Ed25519). */
export function signIdentity(
  identity: Identity,
  subgraph: string,
  key: KeyObject,
): Promise<string> {
  return new SignJWT({ identity })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'identity+jwt' })
    .setIssuer(ISSUER)
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime(`${IDENTITY_LIFE_S}s`)
    .sign(key);
}

/**
 * Reads a signed identity in the subgraph it is for.
 * @throws {DomainError} UNAUTHENTICATED, TOKEN_EXPIRED
 */
export async function verifyIdentity(
  token: string,
  subgraph: string,
  key: KeyObject,
): Promise<Identity> {
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer: ISSUER,
      audience: subgraph,
      algorithms: ['EdDSA'],
      typ: 'identity+jwt',
      maxTokenAge: IDENTITY_LIFE_S,
      clockTolerance: 5,
    });
    return identityClaim.parse(payload['identity']);
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) {
      throw new DomainError('TOKEN_EXPIRED', 'The signed identity has expired.', { cause });
    }
    throw new DomainError('UNAUTHENTICATED', 'The signed identity is not valid here.', { cause });
  }
}
