import {
  asBytes,
  asInteger,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  type CborValue,
} from '../token/cbor.ts';
import { goodSigners, readByMany, signByMany } from '../token/cose-sign.ts';
import { KEY_USES, type Signer, type TrustedKey, type Verify } from '../token/keys.ts';

/** Longest life of a trust list, in days. Source: DESIGN.md §6. */
export const LIST_DAYS_MAX = 7;

/** A region with its keys. */
export interface TrustedRegion {
  readonly region: string;
  readonly state: 'ACTIVE' | 'SUNSET';
  readonly keys: readonly TrustedKey[];
}

/** Who is trusted to sign what. */
export interface TrustList {
  /** Never falls. */
  readonly version: number;
  readonly environment: 'production' | 'demo';
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly regions: readonly TrustedRegion[];
}

/** A trust list with its look-ups. */
export interface TrustIndex {
  readonly list: TrustList;
  key(kid: string): TrustedKey | undefined;
  region(id: string): TrustedRegion | undefined;
}

/** Why a trust list is not taken. */
export type TrustListFault =
  'MALFORMED' | 'TOO_FEW_SIGNATURES' | 'ROLLBACK' | 'EXPIRED' | 'ENVIRONMENT';

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

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}

function keyEntry(key: TrustedKey): CborValue {
  return new Map<string, CborValue>([
    ['kid', key.kid],
    ['alg', key.alg],
    ['use', key.use],
    ['nbf', seconds(key.notBefore)],
    ['naf', seconds(key.notAfter)],
    ['state', key.state],
    ['spki', key.spki],
  ]);
}

/** Signs a trust list with the roots: COSE_Sign over deterministic CBOR. */
export function signTrustList(list: TrustList, roots: readonly Signer[]): Promise<Uint8Array> {
  const payload = new Map<string, CborValue>([
    ['version', list.version],
    ['environment', list.environment],
    ['issuedAt', seconds(list.issuedAt)],
    ['expiresAt', seconds(list.expiresAt)],
    [
      'regions',
      list.regions.map(
        ({ region, state, keys }) =>
          new Map<string, CborValue>([
            ['region', region],
            ['state', state],
            ['keys', keys.map(keyEntry)],
          ]),
      ),
    ],
  ]);
  return signByMany(encodeCbor(payload), roots);
}

function readInstant(value: unknown): Date | null {
  const count = asInteger(value);
  return count === null ? null : new Date(count * 1_000);
}

function readKey(value: unknown, region: string): TrustedKey | null {
  const entry = asMap(value);
  const kid = asText(entry?.get('kid'));
  const use = KEY_USES.find((known) => known === entry?.get('use'));
  const notBefore = readInstant(entry?.get('nbf'));
  const notAfter = readInstant(entry?.get('naf'));
  const state = entry?.get('state');
  const spki = asBytes(entry?.get('spki'));
  if (!entry || kid === null || !/^[\da-f]{16}$/.test(kid) || !use || !spki) return null;
  if (!notBefore || !notAfter || entry.get('alg') !== 'ES256') return null;
  if (state !== 'ACTIVE' && state !== 'TERMINATED') return null;
  return { kid, alg: 'ES256', use, region, notBefore, notAfter, state, spki };
}

function readRegion(value: unknown): TrustedRegion | null {
  const entry = asMap(value);
  const region = asText(entry?.get('region'));
  const state = entry?.get('state');
  const list: unknown = entry?.get('keys');
  if (region === null || (state !== 'ACTIVE' && state !== 'SUNSET') || !Array.isArray(list)) {
    return null;
  }
  const keys = list.map((key: unknown) => readKey(key, region));
  return keys.includes(null) ? null : { region, state, keys: keys.filter((key) => key !== null) };
}

function readList(payload: Uint8Array): TrustList | null {
  const entry = asMap(decodeCbor(payload));
  const version = asInteger(entry?.get('version'));
  const environment = entry?.get('environment');
  const issuedAt = readInstant(entry?.get('issuedAt'));
  const expiresAt = readInstant(entry?.get('expiresAt'));
  const all: unknown = entry?.get('regions');
  if (version === null || !issuedAt || !expiresAt || !Array.isArray(all)) return null;
  if (environment !== 'production' && environment !== 'demo') return null;
  if (expiresAt.getTime() - issuedAt.getTime() > LIST_DAYS_MAX * 86_400_000) return null;
  const regions = all.map(readRegion);
  if (regions.includes(null)) return null;
  return {
    ...{ version, environment, issuedAt, expiresAt },
    regions: regions.filter((region) => region !== null),
  };
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

/** Verifies a signed trust list and reads it, or says why it is not taken. */
export async function openTrustList(
  bytes: Uint8Array,
  { roots, threshold, environment, current, verify, now }: TrustRules,
): Promise<TrustIndex | { readonly fault: TrustListFault }> {
  const signed = readByMany(bytes);
  if (!signed) return { fault: 'MALFORMED' };
  if ((await goodSigners(signed, roots, verify)).size < threshold) {
    return { fault: 'TOO_FEW_SIGNATURES' };
  }
  const list = readList(signed.payload);
  if (!list) return { fault: 'MALFORMED' };
  if (list.environment !== environment) return { fault: 'ENVIRONMENT' };
  if (list.version < current) return { fault: 'ROLLBACK' };
  return now >= list.expiresAt ? { fault: 'EXPIRED' } : trustIndex(list);
}
