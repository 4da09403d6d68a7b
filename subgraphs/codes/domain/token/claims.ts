import { COLORS, type Color } from '../color/color.ts';
import {
  asBytes,
  asInstant,
  asInteger,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  toSeconds,
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
  /** The holder's Ed25519 key, 32 bytes, for dynamic codes that are presented live. */
  readonly holderKey: Uint8Array | null;
}

const VERSION = 1;
const CLAIM = { iss: 1, exp: 4, iat: 6, cti: 7, cnf: 8, code: -65_537 } as const;
/** Confirmation by a COSE_Key: the key itself is shorter than its thumbprint and the key. Source: RFC 8747 §3.2. */
const COSE_KEY = 1;
/** An Ed25519 key: its type is OKP. Source: RFC 9053 §7.2. */
const KEY = { type: 1, curve: -1, x: -2 } as const;
const [OKP, ED25519] = [1, 6];
const CODE = {
  version: 0,
  color: 1,
  index: 2,
  flags: 3,
  name: 4,
  birth: 5,
  policy: 6,
} as const;
const CLAIM_KEYS: readonly number[] = Object.values(CLAIM);
const CODE_KEYS: readonly number[] = Object.values(CODE);
const FLAG = { paper: 1, proxy: 2, specimen: 4 } as const;
const FLAGS_ALL = 7;

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
  const all = new Map<number, CborValue>([
    [CLAIM.iss, claims.issuer],
    [CLAIM.exp, toSeconds(claims.expiresAt)],
    [CLAIM.iat, toSeconds(claims.issuedAt)],
    [CLAIM.cti, claims.cti],
    [CLAIM.code, code],
  ]);
  const holder = claims.holderKey;
  if (holder) {
    const key = new Map<number, CborValue>([
      [KEY.type, OKP],
      [KEY.curve, ED25519],
      [KEY.x, holder],
    ]);
    all.set(CLAIM.cnf, new Map([[COSE_KEY, key]]));
  }
  return encodeCbor(all);
}

function kindOf(flags: number): TokenKind | null {
  if (flags & FLAG.specimen) return flags & FLAG.paper ? null : 'SPECIMEN';
  return flags & FLAG.paper ? 'PAPER' : 'DYNAMIC';
}

function knownKeysOnly(map: ReadonlyMap<unknown, unknown>, keys: readonly number[]): boolean {
  return [...map.keys()].every((key) => typeof key === 'number' && keys.includes(key));
}

function readCode(value: unknown) {
  const code = asMap(value);
  if (!code || !knownKeysOnly(code, CODE_KEYS)) return null;
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
  if (!kind || !color || statusIndex === null || statusIndex < 0) return null;
  if (maskedName === null || policyId === null) return null;
  if (birthMonthDay === null || !/^\d{4}$/.test(birthMonthDay)) return null;
  const heldByProxy = (flags & FLAG.proxy) !== 0;
  return { kind, color, statusIndex, heldByProxy, maskedName, birthMonthDay, policyId };
}

/** The key in a confirmation claim, null without the claim; undefined when it is no such. */
function readHolder(value: unknown): Uint8Array | null | undefined {
  if (value === undefined) return null;
  const confirmation = asMap(value);
  const key = asMap(confirmation?.get(COSE_KEY));
  if (confirmation?.size !== 1 || key?.size !== 3) return undefined;
  if (key.get(KEY.type) !== OKP || key.get(KEY.curve) !== ED25519) return undefined;
  return asBytes(key.get(KEY.x), 32) ?? undefined;
}

/**
 * Reads a claims set; null when a claim is missing, of another kind, or unknown.
 * Source: RFC 8392, DESIGN.md §6.
 */
export function decodeClaims(bytes: Uint8Array): TokenClaims | null {
  const claims = asMap(decodeCbor(bytes));
  if (!claims || !knownKeysOnly(claims, CLAIM_KEYS)) return null;
  const issuer = asText(claims.get(CLAIM.iss));
  const expiresAt = asInstant(claims.get(CLAIM.exp));
  const issuedAt = asInstant(claims.get(CLAIM.iat));
  const cti = asBytes(claims.get(CLAIM.cti), 8);
  const code = readCode(claims.get(CLAIM.code));
  const holderKey = readHolder(claims.get(CLAIM.cnf));
  if (issuer === null || !expiresAt || !issuedAt || !cti || !code) return null;
  if (holderKey === undefined) return null;
  return { issuer, expiresAt, issuedAt, cti, holderKey, ...code };
}
