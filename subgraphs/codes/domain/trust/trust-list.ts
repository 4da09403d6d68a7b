import { checkSigners, readByMany, signByMany } from '../token/cose-sign.ts';
import type { Signer, TrustedKey, Verify } from '../token/keys.ts';
import type { Texts } from '../texts.ts';
import type { RegionRole } from './trust-entry-cbor.ts';
import { decodeTrustList, encodeTrustList } from './trust-list-cbor.ts';

export { REGION_ROLES, type RegionRole } from './trust-entry-cbor.ts';
export { LIST_DAYS_MAX } from './trust-list-cbor.ts';

/** A region with its keys. */
export interface TrustedRegion {
  readonly region: string;
  /** All of them where nothing is said. */
  readonly roles?: readonly RegionRole[];
  readonly state: 'ACTIVE' | 'SUNSET';
  readonly keys: readonly TrustedKey[];
  /** What it is called, so that a stack which never heard of it can name it. */
  readonly names?: Texts;
  /** Origin of the stack that serves it: `https://…`, or `http://` on loopback. */
  readonly endpoint?: string;
}

/** Who is trusted to sign what. Source: DESIGN.md §6, Trust list. */
export interface TrustList {
  /** Never falls. */
  readonly version: number;
  readonly environment: 'production' | 'demo';
  readonly issuedAt: Date;
  /** Exclusive; at most 7 days after `issuedAt`. */
  readonly expiresAt: Date;
  readonly regions: readonly TrustedRegion[];
}

/** A trust list with its look-ups. */
export interface TrustIndex {
  readonly list: TrustList;
  /** By key id, 16 hexadecimal digits. */
  key(kid: string): TrustedKey | undefined;
  region(id: string): TrustedRegion | undefined;
}

/** Why a trust list is not taken. */
export type TrustListFault =
  'MALFORMED' | 'BAD_SIGNATURE' | 'TOO_FEW_SIGNATURES' | 'ENVIRONMENT' | 'ROLLBACK' | 'EXPIRED';

/** A trust list that is not taken. */
export interface RefusedTrustList {
  readonly fault: TrustListFault;
  /** Where its only fault is its age: it still says whose a key was. */
  readonly expired?: TrustIndex;
}

/** Under what a trust list is opened. */
export interface TrustRules {
  readonly roots: readonly { readonly kid: string; readonly spki: Uint8Array }[];
  /** How many roots must have signed. */
  readonly threshold: number;
  readonly environment: TrustList['environment'];
  /** Version of the list in use; an older one is refused. */
  readonly current: number;
  readonly verify: Verify;
  readonly now: Date;
}

/**
 * Signs a trust list with the roots: COSE_Sign over deterministic CBOR.
 * Source: RFC 9052 §4.1, DESIGN.md §6.
 */
export function signTrustList(list: TrustList, roots: readonly Signer[]): Promise<Uint8Array> {
  return signByMany(encodeTrustList(list), roots);
}

/** Makes the look-ups of a list. A kid that two keys share is nobody's. */
export function trustIndex(list: TrustList): TrustIndex {
  const keys = new Map<string, TrustedKey | undefined>();
  for (const key of list.regions.flatMap((region) => region.keys)) {
    keys.set(key.kid, keys.has(key.kid) ? undefined : key);
  }
  const regions = new Map(list.regions.map((region) => [region.region, region]));
  return { list, key: (kid) => keys.get(kid), region: (id) => regions.get(id) };
}

/**
 * Verifies a signed trust list and reads it, or says why it is not taken. Signatures of keys that
 * are no root here are passed over, so that roots can change; one in a root's name that does not
 * hold spoils the list. Source: DESIGN.md §6, Trust list.
 */
export async function openTrustList(
  bytes: Uint8Array,
  { roots, threshold, environment, current, verify, now }: TrustRules,
): Promise<TrustIndex | RefusedTrustList> {
  const signed = readByMany(bytes);
  if (!signed) return { fault: 'MALFORMED' };
  const { good, bad } = await checkSigners(signed, roots, verify);
  if (bad) return { fault: 'BAD_SIGNATURE' };
  if (good.size < threshold) return { fault: 'TOO_FEW_SIGNATURES' };
  const list = decodeTrustList(signed.payload);
  if (!list) return { fault: 'MALFORMED' };
  if (list.environment !== environment) return { fault: 'ENVIRONMENT' };
  if (list.version < current) return { fault: 'ROLLBACK' };
  const index = trustIndex(list);
  return now >= list.expiresAt ? { fault: 'EXPIRED', expired: index } : index;
}
