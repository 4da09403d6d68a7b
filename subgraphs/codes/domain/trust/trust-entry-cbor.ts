import {
  asBytes,
  asInstant,
  asList,
  asMap,
  asText,
  toSeconds,
  type CborMap,
  type CborValue,
} from '../token/cbor.ts';
import { KEY_USES, type TrustedKey } from '../token/keys.ts';
import type { Texts } from '../texts.ts';
import { isEndpoint } from './endpoint.ts';
import type { TrustedRegion } from './trust-list.ts';

/** What a region does: issues codes, recognizes those of others. Source: DESIGN.md §4, Region. */
export const REGION_ROLES = ['ISSUER', 'RECEIVER'] as const;
/** One role of a region. */
export type RegionRole = (typeof REGION_ROLES)[number];

/** Longest name of a region, in characters. */
export const NAME_MAX = 100;

/** Languages of a name as they stand in the signed bytes. Source: RFC 5646. */
const NAME_TAGS = { ZH_HANS: 'zh-Hans', ZH_HANT: 'zh-Hant', EN: 'en' } as const;

/** A key as it stands in a trust list and in an upload; the region stands beside it. */
export function keyEntry(key: TrustedKey): CborValue {
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

/** Reads what {@link keyEntry} made, as a key of `region`; null for everything else. */
export function readKey(value: unknown, region: string): TrustedKey | null {
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

function namesEntry(names: Texts): CborValue {
  return new Map([
    [NAME_TAGS.ZH_HANS, names.ZH_HANS],
    [NAME_TAGS.ZH_HANT, names.ZH_HANT],
    [NAME_TAGS.EN, names.EN],
  ]);
}

function readNames(value: unknown): Texts | null {
  const entry = asMap(value);
  const text = (tag: string) => {
    const name = asText(entry?.get(tag));
    return name !== null && name.length > 0 && name.length <= NAME_MAX ? name : null;
  };
  const [ZH_HANS, ZH_HANT, EN] = [NAME_TAGS.ZH_HANS, NAME_TAGS.ZH_HANT, NAME_TAGS.EN].map(text);
  return ZH_HANS && ZH_HANT && EN ? { ZH_HANS, ZH_HANT, EN } : null;
}

/** A region as it stands in a trust list and in an upload. What is absent stays absent. */
export function regionEntry(region: TrustedRegion): CborMap {
  const entry = new Map<string, CborValue>([
    ['region', region.region],
    ['roles', [...(region.roles ?? REGION_ROLES)]],
    ['state', region.state],
    ['keys', region.keys.map(keyEntry)],
  ]);
  if (region.names) entry.set('names', namesEntry(region.names));
  if (region.endpoint !== undefined) entry.set('endpoint', region.endpoint);
  return entry;
}

/**
 * Reads what {@link regionEntry} made; null for everything else. A role that is not known here
 * gives nothing here, and a field that is not known says nothing.
 */
export function readRegion(value: unknown): TrustedRegion | null {
  const entry = asMap(value);
  const region = asText(entry?.get('region'));
  const state = entry?.get('state');
  const named = asList(entry?.get('roles'));
  const list = asList(entry?.get('keys'));
  if (region === null || (state !== 'ACTIVE' && state !== 'SUNSET')) return null;
  if (!entry || !named || !list) return null;
  const roles = REGION_ROLES.filter((role) => named.includes(role));
  const keys = list.map((key) => readKey(key, region)).filter((key) => key !== null);
  const names = entry.has('names') ? readNames(entry.get('names')) : undefined;
  const endpoint = entry.has('endpoint') ? asText(entry.get('endpoint')) : undefined;
  if (keys.length !== list.length || names === null) return null;
  if (endpoint === null || (endpoint !== undefined && !isEndpoint(endpoint))) return null;
  return {
    ...{ region, roles, state, keys },
    ...(names && { names }),
    ...(endpoint !== undefined && { endpoint }),
  };
}
