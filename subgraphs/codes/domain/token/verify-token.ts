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

/** What the checks found. */
export interface TokenCheck {
  readonly status: TokenStatus;
  /** What the token says; null until a key signed it that speaks for the region it names. */
  readonly claims: TokenClaims | null;
  /** The key that signed it; absent where `claims` is null. */
  readonly key?: TrustedKey;
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

function isBefore(now: Date, instant: Date): boolean {
  return now.getTime() < instant.getTime() - CLOCK_TOLERANCE_MS;
}

/** Algorithm, state, validity now and use: everything that can be said of the key alone. */
function keyFault(key: TrustedKey, alg: number, { trust, now }: TokenChecks): TokenStatus | null {
  if (alg !== ES256) return 'MALFORMED';
  if (key.state === 'TERMINATED') return 'KEY_TERMINATED';
  // A clock behind the trust list cannot tell that a key has not begun: CLOCK_SUSPECT comes later.
  const clockHolds = !isBefore(now, trust.list.issuedAt);
  if (clockHolds && isBefore(now, key.notBefore)) return 'KEY_TERMINATED';
  return TOKEN_USES.includes(key.use) ? null : 'WRONG_KEY_USE';
}

/** Use, then the clock: everything that the signed claims say. */
function claimsFault(
  claims: TokenClaims,
  key: TrustedKey,
  region: TrustedRegion,
  { trust, now }: TokenChecks,
): TokenStatus | null {
  if (USES[claims.kind] !== key.use) return 'WRONG_KEY_USE';
  if (claims.issuedAt < key.notBefore || claims.issuedAt >= key.notAfter) return 'KEY_TERMINATED';
  if (region.state === 'SUNSET') return 'SUNSET';
  if (isBefore(now, trust.list.issuedAt)) return 'CLOCK_SUSPECT';
  if (isBefore(now, claims.issuedAt)) return 'NOT_YET_VALID';
  if (now >= claims.expiresAt) return 'EXPIRED';
  return claims.kind === 'SPECIMEN' ? 'SPECIMEN' : null;
}

/**
 * Checks a text as scanned, in the order of DESIGN.md §6; the first check that fails gives the
 * status. Gives an answer for every text and never throws. What the status of the code says is
 * not asked here. Source: DESIGN.md §6, Check order.
 */
export async function verifyToken(text: string, checks: TokenChecks): Promise<TokenCheck> {
  const { trust, verify } = checks;
  const token = readText(text);
  if (typeof token === 'string') return refused(token);
  const key = trust.key(token.kid);
  const region = key && trust.region(key.region);
  if (!key || !region || region.roles?.includes('ISSUER') === false) {
    return refused('ISSUER_NOT_TRUSTED');
  }
  const fault = keyFault(key, token.alg, checks);
  if (fault) return refused(fault);
  if (!(await verify(key, token.signed, token.signature))) return refused('INVALID_SIGNATURE');
  const claims = decodeClaims(token.payload);
  if (!claims) return refused('MALFORMED');
  if (claims.issuer !== key.region) return refused('ISSUER_NOT_TRUSTED');
  return { status: claimsFault(claims, key, region, checks) ?? 'VERIFIED', claims, key };
}
