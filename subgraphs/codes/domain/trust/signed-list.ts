import { readSign1 } from '../token/cose-sign1.ts';
import { ES256, type KeyUse, type Verify } from '../token/keys.ts';
import { CLOCK_TOLERANCE_MS } from '../token/verify-token.ts';
import type { TrustIndex } from './trust-list.ts';

/** Why a signed list is not taken. */
export const LIST_FAULTS = [
  'TOO_LARGE',
  'MALFORMED',
  'ISSUER_NOT_TRUSTED',
  'WRONG_KEY_USE',
  'KEY_TERMINATED',
  'INVALID_SIGNATURE',
  'FOREIGN_REGION',
  'WRONG_AUDIENCE',
  'NOT_YET_VALID',
  'EXPIRED',
  'ROLLBACK',
  'NOT_NAMED',
] as const;
/** One reason. */
export type ListFault = (typeof LIST_FAULTS)[number];

/** What was read of a list, and the key that signed it: a list falls with its key. */
export type Signed<T> = T & { readonly kid: string };

/** A list that is held. */
export type Held<T> = Signed<T> & {
  /** SHA-256 of its signed bytes, hexadecimal. Default: not known. */
  readonly digest?: string;
};

/** What signed lists are checked against. */
export interface SignedChecks {
  readonly trust: TrustIndex;
  readonly verify: Verify;
  readonly now: Date;
}

/** The life that a list claims. */
interface Life {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** A list whose signature holds, and what is still to be asked once it is read. */
export interface OpenedList {
  readonly payload: Uint8Array;
  /** Key that signed it. */
  readonly kid: string;
  /** Whether the key may speak for this region, and for this time. */
  faultOf(region: string, life: Life): ListFault | null;
}

/**
 * Opens a COSE_Sign1 of a type, signed by a trusted key of a use. The order is that of tokens:
 * shape, key, signature, then what it says. Source: DESIGN.md §6, Check order.
 */
export async function openSigned(
  bytes: Uint8Array,
  checks: SignedChecks & { readonly type: string; readonly use: KeyUse },
): Promise<OpenedList | { readonly fault: ListFault }> {
  const { trust, verify, now, type, use } = checks;
  const signed = readSign1(bytes, type);
  if (signed?.alg !== ES256) return { fault: 'MALFORMED' };
  const key = trust.key(signed.kid);
  if (!key) return { fault: 'ISSUER_NOT_TRUSTED' };
  if (key.use !== use) return { fault: 'WRONG_KEY_USE' };
  if (key.state === 'TERMINATED') return { fault: 'KEY_TERMINATED' };
  if (!(await verify(key, signed.signed, signed.signature))) return { fault: 'INVALID_SIGNATURE' };
  return {
    ...{ payload: signed.payload, kid: key.kid },
    faultOf(region, { issuedAt, expiresAt }) {
      if (key.region !== region) return 'FOREIGN_REGION';
      if (issuedAt < key.notBefore || issuedAt >= key.notAfter) return 'KEY_TERMINATED';
      if (now.getTime() < issuedAt.getTime() - CLOCK_TOLERANCE_MS) return 'NOT_YET_VALID';
      return now >= expiresAt ? 'EXPIRED' : null;
    },
  };
}

/** One kind of signed list: how it is signed, how long it may be, how it is read. */
export interface ListKind<T extends Life> {
  /** Media type. */
  readonly type: string;
  readonly use: KeyUse;
  /** In bytes. */
  readonly longest: number;
  readonly read: (payload: Uint8Array) => T | null | Promise<T | null>;
  /** The region that it is of. */
  readonly regionOf: (list: T) => string;
  /** What else may be wrong with it. Default: nothing. */
  readonly faultOf?: (list: T) => ListFault | null;
}

/** A list that was issued before the one that is held is a rollback. */
export function rollback({ issuedAt }: Life, held: Date | null): ListFault | null {
  return held && issuedAt < held ? 'ROLLBACK' : null;
}

/** Verifies a signed list and reads it, or says why it is not taken. */
export async function openList<T extends Life>(
  bytes: Uint8Array,
  checks: SignedChecks,
  { type, use, longest, read, regionOf, faultOf }: ListKind<T>,
): Promise<Signed<T> | { readonly fault: ListFault }> {
  if (bytes.length > longest) return { fault: 'TOO_LARGE' };
  const signed = await openSigned(bytes, { ...checks, type, use });
  if ('fault' in signed) return signed;
  const list = await read(signed.payload);
  if (!list) return { fault: 'MALFORMED' };
  const fault = signed.faultOf(regionOf(list), list) ?? faultOf?.(list) ?? null;
  return fault ? { fault } : { ...list, kid: signed.kid };
}
