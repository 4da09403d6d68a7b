import {
  asInstant,
  asInteger,
  asList,
  asMap,
  decodeCbor,
  encodeCbor,
  toSeconds,
  type CborValue,
} from '../token/cbor.ts';
import { readRegion, regionEntry } from './trust-entry-cbor.ts';
import type { TrustList } from './trust-list.ts';

/** Longest life of a trust list, in days. Source: DESIGN.md §6. */
export const LIST_DAYS_MAX = 7;
const DAY_MS = 86_400_000;

/** A trust list as the bytes that the roots sign. Source: DESIGN.md §6, Trust list. */
export function encodeTrustList(list: TrustList): Uint8Array {
  return encodeCbor(
    new Map<string, CborValue>([
      ['version', list.version],
      ['issuedAt', toSeconds(list.issuedAt)],
      ['expires', toSeconds(list.expiresAt)],
      ['environment', list.environment],
      ['entries', list.regions.map(regionEntry)],
    ]),
  );
}

/**
 * Reads what {@link encodeTrustList} made; null for everything else: a list that lives longer than
 * {@link LIST_DAYS_MAX} or names a region twice, a key of another algorithm or use.
 */
export function decodeTrustList(payload: Uint8Array): TrustList | null {
  const entry = asMap(decodeCbor(payload));
  const version = asInteger(entry?.get('version'));
  const issuedAt = asInstant(entry?.get('issuedAt'));
  const expiresAt = asInstant(entry?.get('expires'));
  const environment = entry?.get('environment');
  const all = asList(entry?.get('entries'));
  if (version === null || !issuedAt || !expiresAt || !all) return null;
  if (environment !== 'production' && environment !== 'demo') return null;
  if (expiresAt.getTime() - issuedAt.getTime() > LIST_DAYS_MAX * DAY_MS) return null;
  const regions = all.map(readRegion).filter((region) => region !== null);
  if (new Set(regions.map(({ region }) => region)).size !== all.length) return null;
  return { version, environment, issuedAt, expiresAt, regions };
}
