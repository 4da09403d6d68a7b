import type { TrustedRegion, TrustIndex } from '../trust/trust-list.ts';
import { decodeBase45 } from './base45.ts';
import { decodeClaims, type TokenClaims, type TokenKind } from './claims.ts';
import { readSign1, type Sign1 } from './cose-sign1.ts';
import {
  ES256,
  type KeyUse,
  type TrustedKey,
  type Verify,
  type VerifyAll,
  type VerifyHolder,
} from './keys.ts';
import { TOKEN_PREFIX } from './issue-token.ts';
import {
  isLive,
  PRESENTATION_PREFIX,
  readPresentation,
  toBePresented,
  type Presentation,
} from './presentation.ts';
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
  /** Whether the holder presented it live; absent where the token alone was shown. */
  readonly presented?: boolean;
}

/** What a token is checked against. */
export interface TokenChecks {
  readonly trust: TrustIndex;
  readonly verify: Verify;
  /** Default: each by `verify`. */
  readonly verifyAll?: VerifyAll | undefined;
  readonly verifyHolder: VerifyHolder;
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

interface Shown {
  readonly token: Sign1;
  readonly presentation: Presentation | null;
}

/** Size, base 45, outer CBOR and tag, protected header. */
function readText(text: string): Shown | 'NOT_SUPPORTED' | 'MALFORMED' {
  const presented = text.startsWith(PRESENTATION_PREFIX);
  if (!presented && !text.startsWith(TOKEN_PREFIX)) return 'NOT_SUPPORTED';
  if (text.length > TEXT_MAX) return 'MALFORMED';
  const presentation = presented ? readPresentation(text) : null;
  const bytes = presented ? presentation?.token : decodeBase45(text.slice(TOKEN_PREFIX.length));
  const token = bytes ? readSign1(bytes) : null;
  return token ? { token, presentation } : 'MALFORMED';
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

function useFault({ kind, issuedAt }: TokenClaims, key: TrustedKey): TokenStatus | null {
  if (USES[kind] !== key.use) return 'WRONG_KEY_USE';
  return issuedAt < key.notBefore || issuedAt >= key.notAfter ? 'KEY_TERMINATED' : null;
}

/** What is wrong with who presents a token; its holder's key is in it. */
async function holderFault(
  { kind, holderKey }: TokenClaims,
  presentation: Presentation,
  verifyHolder: VerifyHolder,
): Promise<TokenStatus | null> {
  if (kind !== 'DYNAMIC' || !holderKey) return 'MALFORMED';
  const signed = toBePresented(presentation);
  return (await verifyHolder(holderKey, signed, presentation.signature))
    ? null
    : 'INVALID_SIGNATURE';
}

function clockFault(
  claims: TokenClaims,
  region: TrustedRegion,
  { trust, now }: TokenChecks,
): TokenStatus | null {
  if (region.state === 'SUNSET') return 'SUNSET';
  if (isBefore(now, trust.list.issuedAt)) return 'CLOCK_SUSPECT';
  if (isBefore(now, claims.issuedAt)) return 'NOT_YET_VALID';
  if (now >= claims.expiresAt) return 'EXPIRED';
  return claims.kind === 'SPECIMEN' ? 'SPECIMEN' : null;
}

/** The key of the trust list that a text names; whether it signed the text is not looked at. */
export function signingKeyOf(text: string, trust: TrustIndex): TrustedKey | undefined {
  const shown = readText(text);
  return typeof shown === 'string' ? undefined : trust.key(shown.token.kid);
}

/** A token of which only the signature is still to be checked, before what it says is read. */
interface Signed extends Shown {
  readonly key: TrustedKey;
  readonly region: TrustedRegion;
}

/** All checks before the signature. */
function beforeSignature(text: string, checks: TokenChecks): TokenCheck | Signed {
  const { trust } = checks;
  const shown = readText(text);
  if (typeof shown === 'string') return refused(shown);
  const key = trust.key(shown.token.kid);
  const region = key && trust.region(key.region);
  if (!key || !region || region.roles?.includes('ISSUER') === false) {
    return refused('ISSUER_NOT_TRUSTED');
  }
  const fault = keyFault(key, shown.token.alg, checks);
  return fault ? refused(fault) : { ...shown, key, region };
}

function signaturesHold(signed: readonly Signed[], { verify, verifyAll }: TokenChecks) {
  if (!verifyAll) {
    return Promise.all(signed.map(({ key, token }) => verify(key, token.signed, token.signature)));
  }
  return verifyAll(
    signed.map(({ key, token: { signed: data, signature } }) => ({ key, data, signature })),
  );
}

/** All checks after the signature, which holds, but for the holder's. */
function afterSignature({ token, key, region, presentation }: Signed, checks: TokenChecks) {
  const claims = decodeClaims(token.payload);
  if (!claims) return refused('MALFORMED');
  if (claims.issuer !== key.region) return refused('ISSUER_NOT_TRUSTED');
  const wrong = useFault(claims, key);
  if (wrong) return { status: wrong, claims, key };
  const status = clockFault(claims, region, checks) ?? 'VERIFIED';
  return {
    ...{ status, claims, key },
    ...(presentation && { presented: isLive(presentation, checks.now) }),
  };
}

/** The check of a token, or of its presentation where there is one and the token got so far. */
async function withHolder(
  check: TokenCheck,
  presentation: Presentation | null,
  verifyHolder: VerifyHolder,
): Promise<TokenCheck> {
  if (check.presented === undefined || !check.claims || !presentation) return check;
  const feigned = await holderFault(check.claims, presentation, verifyHolder);
  return feigned ? refused(feigned) : check;
}

/**
 * Checks texts as scanned, each a token (`HCN1:`) or a presentation of one (`HCP1:`), in the order of
 * DESIGN.md §6; the first check that fails gives the status. The holder's signature counts before the
 * clock; a presentation that is not live is no fault of the token. Gives an answer for every text, in
 * order; rejects only where a port does. What the status of the code says is not asked here. All go
 * from step to step together: a thousand that each wait by themselves leave a thousand frames for the
 * garbage collector to carry along. Source: DESIGN.md §6, Check order.
 */
export async function verifyTokens(
  texts: readonly string[],
  checks: TokenChecks,
): Promise<readonly TokenCheck[]> {
  const read = texts.map((text) => beforeSignature(text, checks));
  const signed = read.filter((one): one is Signed => !('status' in one));
  const holds = await signaturesHold(signed, checks);
  const held = new Set(signed.filter((_, at) => holds[at]));
  const checked = read.map((one): TokenCheck => {
    if ('status' in one) return one;
    return held.has(one) ? afterSignature(one, checks) : refused('INVALID_SIGNATURE');
  });
  if (checked.every(({ presented }) => presented === undefined)) return checked;
  const presentations = read.map((one) => ('status' in one ? null : one.presentation));
  return Promise.all(
    checked.map((check, at) => withHolder(check, presentations[at] ?? null, checks.verifyHolder)),
  );
}

/** Checks one text as {@link verifyTokens} does. */
export async function verifyToken(text: string, checks: TokenChecks): Promise<TokenCheck> {
  const [check] = await verifyTokens([text], checks);
  return check ?? refused('MALFORMED');
}
