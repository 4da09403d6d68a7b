import {
  asBytes,
  asInstant,
  asInteger,
  asList,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  toSeconds,
  type CborValue,
} from '../token/cbor.ts';
import { KEY_USES, type TrustedKey } from '../token/keys.ts';
import type { TrustedRegion, TrustList } from './trust-list.ts';

/** What a region does: issues codes, recognizes those of others. Source: DESIGN.md §4, Region. */
export const REGION_ROLES = ['ISSUER', 'RECEIVER'] as const;
/** One role of a region. */
export type RegionRole = (typeof REGION_ROLES)[number];

/** Longest life of a trust list, in days. Source: DESIGN.md §6. */
export const LIST_DAYS_MAX = 7;
const DAY_MS = 86_400_000;

function keyEntry(key: TrustedKey): CborValue {
  return new Map<string, CborValue>([
    ['kid', key.kid],
    ['alg', key.alg],
    ['use', key.use],
    ['notBefore', toSeconds(key.notBefore)],
    ['notAfter', toSeconds(key.notAfter)],
    ['state', key.state],
    ['publicKey', key.spki],
  ]);
}

function regionEntry({ region, state, roles, keys }: TrustedRegion): CborValue {
  return new Map<string, CborValue>([
    ['region', region],
    ['roles', [...(roles ?? REGION_ROLES)]],
    ['state', state],
    ['keys', keys.map(keyEntry)],
  ]);
}

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

function readKey(value: unknown, region: string): TrustedKey | null {
  const entry = asMap(value);
  const kid = asText(entry?.get('kid'));
  const use = KEY_USES.find((known) => known === entry?.get('use'));
  const notBefore = asInstant(entry?.get('notBefore'));
  const notAfter = asInstant(entry?.get('notAfter'));
  const state = entry?.get('state');
  const spki = asBytes(entry?.get('publicKey'));
  if (!entry || kid === null || !/^[\da-f]{16}$/.test(kid) || !use || !spki) return null;
  if (!notBefore || !notAfter || entry.get('alg') !== 'ES256') return null;
  if (state !== 'ACTIVE' && state !== 'TERMINATED') return null;
  return { kid, alg: 'ES256', use, region, notBefore, notAfter, state, spki };
}

function readRegion(value: unknown): TrustedRegion | null {
  const entry = asMap(value);
  const region = asText(entry?.get('region'));
  const state = entry?.get('state');
  const named = asList(entry?.get('roles'));
  const list = asList(entry?.get('keys'));
  if (region === null || (state !== 'ACTIVE' && state !== 'SUNSET')) return null;
  if (!named || !list) return null;
  // A role that is not known here gives nothing here.
  const roles = REGION_ROLES.filter((role) => named.includes(role));
  const keys = list.map((key) => readKey(key, region)).filter((key) => key !== null);
  return keys.length === list.length ? { region, roles, state, keys } : null;
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
