import { COLORS, type Color } from '../color/color.ts';
import {
  asBytes,
  asInteger,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  type CborValue,
} from './cbor.ts';

/** Kinds of token, each with keys of its own. Source: DESIGN.md §6. */
export type TokenKind = 'DYNAMIC' | 'PAPER' | 'SPECIMEN';

/** What a token says. Times count whole seconds. */
export interface TokenClaims {
  /** Region that issued it. */
  readonly issuer: string;
  readonly expiresAt: Date;
  readonly issuedAt: Date;
  /** 8 random bytes. */
  readonly cti: Uint8Array;
  readonly kind: TokenKind;
  /** As of issue; the status decides. */
  readonly color: Color;
  readonly statusIndex: number;
  readonly heldByProxy: boolean;
  readonly maskedName: string;
  /** `MMDD`. */
  readonly birthMonthDay: string;
  readonly policyId: string;
  /** Thumbprint of the holder's key, for dynamic codes shown with a presentation. */
  readonly holderKeyThumbprint: Uint8Array | null;
}

const VERSION = 1;
const CLAIM = { iss: 1, exp: 4, iat: 6, cti: 7, code: -65_537 } as const;
const CODE = {
  version: 0,
  color: 1,
  index: 2,
  flags: 3,
  name: 4,
  birth: 5,
  policy: 6,
  holder: 8,
} as const;
const FLAG = { paper: 1, proxy: 2, specimen: 4 } as const;
const FLAGS_ALL = 7;

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}

function flagsOf({ kind, heldByProxy }: TokenClaims): number {
  const kindFlag = kind === 'PAPER' ? FLAG.paper : kind === 'SPECIMEN' ? FLAG.specimen : 0;
  return kindFlag | (heldByProxy ? FLAG.proxy : 0);
}

/** Claims as a CWT claims set. Source: RFC 8392, DESIGN.md §6. */
export function encodeClaims(claims: TokenClaims): Uint8Array {
  const code = new Map<number, CborValue>([
    [CODE.version, VERSION],
    [CODE.color, COLORS.indexOf(claims.color)],
    [CODE.index, claims.statusIndex],
    [CODE.flags, flagsOf(claims)],
    [CODE.name, claims.maskedName],
    [CODE.birth, claims.birthMonthDay],
    [CODE.policy, claims.policyId],
  ]);
  if (claims.holderKeyThumbprint) code.set(CODE.holder, claims.holderKeyThumbprint);
  return encodeCbor(
    new Map<number, CborValue>([
      [CLAIM.iss, claims.issuer],
      [CLAIM.exp, seconds(claims.expiresAt)],
      [CLAIM.iat, seconds(claims.issuedAt)],
      [CLAIM.cti, claims.cti],
      [CLAIM.code, code],
    ]),
  );
}

function kindOf(flags: number): TokenKind | null {
  if (flags & FLAG.specimen) return flags & FLAG.paper ? null : 'SPECIMEN';
  return flags & FLAG.paper ? 'PAPER' : 'DYNAMIC';
}

function knownKeysOnly(map: ReadonlyMap<unknown, unknown>, keys: readonly number[]): boolean {
  return [...map.keys()].every((key) => typeof key === 'number' && keys.includes(key));
}

function instant(value: unknown): Date | null {
  const count = asInteger(value);
  return count === null || count < 0 || count > 253_402_300_799 ? null : new Date(count * 1_000);
}

function readCode(value: unknown) {
  const code = asMap(value);
  if (!code || !knownKeysOnly(code, Object.values(CODE))) return null;
  const flags = asInteger(code.get(CODE.flags));
  if (code.get(CODE.version) !== VERSION || flags === null || flags < 0 || flags > FLAGS_ALL) {
    return null;
  }
  const kind = kindOf(flags);
  const color = COLORS[asInteger(code.get(CODE.color)) ?? -1];
  const statusIndex = asInteger(code.get(CODE.index));
  const maskedName = asText(code.get(CODE.name));
  const birthMonthDay = asText(code.get(CODE.birth));
  const policyId = asText(code.get(CODE.policy));
  const holder = code.has(CODE.holder) ? asBytes(code.get(CODE.holder), 32) : null;
  if (code.has(CODE.holder) && !holder) return null;
  if (!kind || !color || statusIndex === null || statusIndex < 0 || maskedName === null)
    return null;
  if (birthMonthDay === null || !/^\d{4}$/.test(birthMonthDay) || policyId === null) return null;
  const heldByProxy = (flags & FLAG.proxy) !== 0;
  const said = { maskedName, birthMonthDay, policyId, holderKeyThumbprint: holder };
  return { kind, color, statusIndex, heldByProxy, ...said };
}

/** Reads a claims set; null when a claim is missing, of another kind, or unknown. */
export function decodeClaims(bytes: Uint8Array): TokenClaims | null {
  const claims = asMap(decodeCbor(bytes));
  if (!claims || !knownKeysOnly(claims, Object.values(CLAIM))) return null;
  const issuer = asText(claims.get(CLAIM.iss));
  const expiresAt = instant(claims.get(CLAIM.exp));
  const issuedAt = instant(claims.get(CLAIM.iat));
  const cti = asBytes(claims.get(CLAIM.cti), 8);
  const code = readCode(claims.get(CLAIM.code));
  if (issuer === null || !expiresAt || !issuedAt || !cti || !code) return null;
  return { issuer, expiresAt, issuedAt, cti, ...code };
}
