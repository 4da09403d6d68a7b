import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { DomainError } from './domain-error.ts';
import { isProcessSubject, type Identity } from './identity.ts';
import type { Signer } from './signing/signer.ts';

/** Longest life of a signed identity, in seconds. Source: DESIGN.md §8. */
export const IDENTITY_LIFE_S = 60;

const ISSUER = 'tongma-gateway';

const identityClaim = z.object({
  kind: z.enum(['RESIDENT', 'OFFICIAL', 'PARTNER', 'GATEWAY', 'SYSTEM']),
  // A process's name would open what row policies show that process alone.
  subject: z.string().refine((subject) => !isProcessSubject(subject)),
  scopes: z.array(z.string()),
  grants: z.array(z.string()),
  regions: z.array(z.string()),
  residents: z.union([z.literal('*'), z.array(z.string())]),
  purposes: z.array(z.string()),
  agency: z.string().nullable(),
  purpose: z.string().nullish(),
  authenticatedAt: z.string().nullish(),
});

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/**
 * Signs whom a request acts for, for exactly one subgraph. A JWT made by hand, since libraries want
 * the private key itself and a {@link Signer} does not give it away. Source: RFC 7515 §3.1.
 */
export async function signIdentity(
  identity: Identity,
  subgraph: string,
  signer: Signer,
): Promise<string> {
  const header = { alg: signer.alg, typ: 'identity+jwt' };
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { identity, iss: ISSUER, aud: subgraph, iat, exp: iat + IDENTITY_LIFE_S };
  const signed = `${part(header)}.${part(claims)}`;
  const signature = await signer.sign(Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}

/** A verified identity. */
export interface VerifiedIdentity {
  readonly identity: Identity;
  readonly expiresAt: Date;
}

/** An identity is sent on this long after it was signed at most, in seconds: older ones speak of a clock. */
const SENT_WITHIN_S = 70;

/** By how many seconds the clock that signed is ahead of ours; 0 when that is not what is wrong. */
function aheadOf(cause: unknown): number {
  const isOfTime =
    cause instanceof errors.JWTExpired ||
    (cause instanceof errors.JWTClaimValidationFailed && cause.claim === 'iat');
  if (!isOfTime || cause.payload.iat === undefined) return 0; // its signature holds
  const ahead = Math.round(cause.payload.iat - Date.now() / 1_000);
  return ahead > 0 || ahead < -SENT_WITHIN_S ? ahead : 0;
}

/**
 * Reads a signed identity in the subgraph it is for. `onClock` is told when it is refused because
 * the gateway's clock and ours are apart, and by how many seconds the gateway's is ahead.
 * @throws {DomainError} UNAUTHENTICATED, TOKEN_EXPIRED
 */
export async function verifyIdentity(
  token: string,
  subgraph: string,
  key: KeyObject,
  onClock?: (aheadS: number) => void,
): Promise<VerifiedIdentity> {
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer: ISSUER,
      audience: subgraph,
      algorithms: ['EdDSA'],
      typ: 'identity+jwt',
      requiredClaims: ['exp'],
      maxTokenAge: IDENTITY_LIFE_S,
      clockTolerance: 5,
    });
    const identity = identityClaim.parse(payload['identity']);
    return { identity, expiresAt: new Date((payload.exp ?? 0) * 1_000) };
  } catch (cause) {
    const ahead = aheadOf(cause);
    if (ahead !== 0) onClock?.(ahead);
    if (cause instanceof errors.JWTExpired) {
      throw new DomainError('TOKEN_EXPIRED', 'The signed identity has expired.', { cause });
    }
    throw new DomainError('UNAUTHENTICATED', 'The signed identity is not valid here.', { cause });
  }
}
