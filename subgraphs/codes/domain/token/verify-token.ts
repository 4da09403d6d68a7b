import type { TrustedRegion, TrustIndex } from '../trust/trust-list.ts';
import { decodeBase45 } from './base45.ts';
import { decodeClaims, type TokenClaims, type TokenKind } from './claims.ts';
import { readSign1, type Sign1 } from './cose-sign1.ts';
import { ES256, type KeyUse, type TrustedKey, type Verify } from './keys.ts';
import { TOKEN_PREFIX } from './issue-token.ts';
import type { TokenStatus } from './token-status.ts';

/** Longest text that is looked at, in characters. */
export const TEXT_MAX = 1_024;
/** Difference of clocks that is tolerated, in milliseconds. Source: DESIGN.md §6. */
export const CLOCK_TOLERANCE_MS = 120_000;

/** What the checks found; `claims` as soon as they are worth believing. */
export interface TokenCheck {
  readonly status: TokenStatus;
  readonly claims: TokenClaims | null;
}

/** What a token is checked against. */
export interface TokenChecks {
  readonly trust: TrustIndex;
  readonly verify: Verify;
  readonly now: Date;
}

const USES: Readonly<Record<TokenKind, KeyUse>> = {
  DYNAMIC: 'dynamic',
  PAPER: 'paper',
  SPECIMEN: 'specimen',
};
const TOKEN_USES: readonly KeyUse[] = Object.values(USES);

function refused(status: TokenStatus): TokenCheck {
  return { status, claims: null };
}

/** Size, base 45, outer CBOR and tag, protected header. */
function readText(text: string): Sign1 | 'NOT_SUPPORTED' | 'MALFORMED' {
  if (!text.startsWith(TOKEN_PREFIX)) return 'NOT_SUPPORTED';
  if (text.length > TEXT_MAX) return 'MALFORMED';
  const bytes = decodeBase45(text.slice(TOKEN_PREFIX.length));
  return (bytes && readSign1(bytes)) ?? 'MALFORMED';
}

/** Key id, algorithm, state, validity now and use: everything that can be said of the key alone. */
function keyFault(key: TrustedKey | undefined, alg: number, now: Date): TokenStatus | null {
  if (!key) return 'ISSUER_NOT_TRUSTED';
  if (alg !== ES256) return 'MALFORMED';
  if (key.state === 'TERMINATED') return 'KEY_TERMINATED';
  if (now.getTime() < key.notBefore.getTime() - CLOCK_TOLERANCE_MS) return 'KEY_TERMINATED';
  return TOKEN_USES.includes(key.use) ? null : 'WRONG_KEY_USE';
}

/** Region and use, then the clock: everything that the signed claims say. */
function claimsFault(
  claims: TokenClaims,
  key: TrustedKey,
  region: TrustedRegion,
  { trust, now }: TokenChecks,
): TokenStatus | null {
  if (claims.issuer !== key.region) return 'ISSUER_NOT_TRUSTED';
  if (USES[claims.kind] !== key.use) return 'WRONG_KEY_USE';
  if (claims.issuedAt < key.notBefore || claims.issuedAt >= key.notAfter) return 'KEY_TERMINATED';
  if (region.state === 'SUNSET') return 'SUNSET';
  const time = now.getTime();
  if (time < trust.list.issuedAt.getTime() - CLOCK_TOLERANCE_MS) return 'CLOCK_SUSPECT';
  if (time < claims.issuedAt.getTime() - CLOCK_TOLERANCE_MS) return 'NOT_YET_VALID';
  if (now >= claims.expiresAt) return 'EXPIRED';
  return claims.kind === 'SPECIMEN' ? 'SPECIMEN' : null;
}

/**
 * Checks a text as scanned, in the order of DESIGN.md §6; the first check that fails gives the
 * status. Gives an answer for every text and never throws.
 */
export async function verifyToken(text: string, checks: TokenChecks): Promise<TokenCheck> {
  const { trust, verify, now } = checks;
  const token = readText(text);
  if (typeof token === 'string') return refused(token);
  const key = trust.key(token.kid);
  const region = key && trust.region(key.region);
  const fault = keyFault(region && key, token.alg, now);
  if (fault || !key || !region) return refused(fault ?? 'ISSUER_NOT_TRUSTED');
  if (!(await verify(key, token.signed, token.signature))) return refused('INVALID_SIGNATURE');
  const claims = decodeClaims(token.payload);
  if (!claims) return refused('MALFORMED');
  return { status: claimsFault(claims, key, region, checks) ?? 'VERIFIED', claims };
}
