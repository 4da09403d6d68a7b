import { describe, expect, it } from 'vitest';
import { after, aTrustList, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { changesBetween, draftFaults } from './trust-changes.ts';
import { draftTrustList, type DraftParts } from './trust-draft.ts';
import { aFreshKey, anUpload, NAMES } from './trust-fakes.ts';
import type { TrustList } from './trust-list.ts';

const DAY = 86_400;
const old = aFreshKey({ notBefore: after(-150 * DAY), notAfter: after(33 * DAY) });
const fresh = aFreshKey();
const foreign = aFreshKey({ region: '510000' });
const last = aTrustList([old, foreign]);

function drafted(given: Partial<DraftParts> = {}): TrustList {
  return draftTrustList({
    ...{ last, environment: 'production', uploads: [], withdrawn: [], sunset: [] },
    ...{ now: NOW, days: 7 },
    ...given,
  });
}

function keysOf(list: TrustList, region = ISSUER) {
  const keys = list.regions.find((one) => one.region === region)?.keys ?? [];
  return keys.map(({ kid, state }) => [kid, state]);
}

function kinds(after: TrustList, before: TrustList | null = last) {
  return changesBetween(before, after).map(({ kind, region }) => `${kind} ${region}`);
}

describe('the next trust list', () => {
  it('without news is the last one, a version later and for seven days', () => {
    const next = drafted();
    expect(next).toMatchObject({ version: 8, issuedAt: NOW, expiresAt: after(7 * DAY) });
    expect(changesBetween(last, next)).toEqual([]);
    expect(draftFaults(last, next, NOW)).toEqual([]);
  });

  it('never lives longer than seven days', () => {
    expect(drafted({ days: 30 }).expiresAt).toEqual(after(7 * DAY));
    expect(drafted({ days: 2 }).expiresAt).toEqual(after(2 * DAY));
  });

  it('is the first one where there is none', () => {
    const next = drafted({ last: null, uploads: [anUpload()] });
    expect(next.version).toBe(1);
    expect(kinds(next, null)).toEqual([`REGION_ADDED ${ISSUER}`, `KEY_ADDED ${ISSUER}`]);
  });

  it('has the new keys beside those that an upload does not name', () => {
    const next = drafted({ uploads: [anUpload({ keys: [fresh] })] });
    expect(keysOf(next)).toEqual([
      [old.kid, 'ACTIVE'],
      [fresh.kid, 'ACTIVE'],
    ]);
    expect(kinds(next)).toEqual([`NAMES ${ISSUER}`, `KEY_ADDED ${ISSUER}`]);
  });

  it('keeps a key 90 days after its end, and no longer', () => {
    const at = (days: number) => new Date(old.notAfter.getTime() + days * DAY * 1_000);
    expect(keysOf(drafted({ now: new Date(at(90).getTime() - 1) }))).toHaveLength(1);
    const next = drafted({ now: at(90) });
    expect(keysOf(next)).toEqual([]);
    expect(kinds(next)).toEqual([`KEY_REMOVED ${ISSUER}`]);
  });

  it('keeps a key of agreements until the last one that it can have signed is over', () => {
    const policy = aFreshKey({ use: 'policy' });
    const at = (days: number) => new Date(policy.notAfter.getTime() + days * DAY * 1_000);
    const of = (now: Date) => keysOf(drafted({ last: aTrustList([policy]), now }));
    expect(of(new Date(at(2 * 366).getTime() - 1))).toEqual([[policy.kid, 'ACTIVE']]);
    expect(of(at(2 * 366))).toEqual([]);
  });

  it('withdraws what the authority withdrew, of that region alone', () => {
    const withdrawn = [{ region: ISSUER, kid: old.kid }];
    const next = drafted({ withdrawn, uploads: [anUpload({ keys: [fresh], names: NAMES })] });
    expect(keysOf(next)[0]).toEqual([old.kid, 'TERMINATED']);
    expect(kinds(next)).toContain(`KEY_WITHDRAWN ${ISSUER}`);
    const elsewhere = drafted({ withdrawn: [{ region: '510000', kid: old.kid }] });
    expect(keysOf(elsewhere)).toEqual([[old.kid, 'ACTIVE']]);
  });

  it('keeps withdrawn what an older upload still names', () => {
    const next = drafted({ withdrawn: [{ region: ISSUER, kid: old.kid }] });
    const later = drafted({ last: next, uploads: [anUpload({ keys: [old, fresh] })] });
    expect(keysOf(later)[0]).toEqual([old.kid, 'TERMINATED']);
    expect(draftFaults(next, later, NOW)).toEqual([]);
  });

  it('ends a region for good', () => {
    const next = drafted({ sunset: [ISSUER] });
    expect(kinds(next)).toEqual([`STATE ${ISSUER}`]);
    const later = drafted({ last: next, uploads: [anUpload()] });
    expect(later.regions[0]).toMatchObject({ region: ISSUER, state: 'SUNSET' });
  });
});

describe('signers are warned of', () => {
  const next = drafted();
  const region = next.regions[0]!;
  const terminated = { ...region, keys: [{ ...old, state: 'TERMINATED' as const }] };
  const sunset = { ...region, state: 'SUNSET' as const };

  it.each<[string, Partial<TrustList>, string, TrustList | null]>([
    ['a version left out', { version: 9 }, 'VERSION', last],
    ['the same version', { version: 7 }, 'VERSION', last],
    ['a first list that is not the first', { version: 2 }, 'VERSION', null],
    ['another environment', { environment: 'demo' }, 'ENVIRONMENT', last],
    ['a list that is over', { expiresAt: NOW }, 'TIMES', last],
    ['a list made before the last', { issuedAt: after(-2 * DAY) }, 'TIMES', last],
    [
      'a key of two regions',
      { regions: [region, { region: '440000', state: 'ACTIVE', keys: [old] }] },
      'SHARED_KEY',
      last,
    ],
    [
      'a withdrawn key that is back',
      { regions: [region] },
      'KEY_RETURNED',
      { ...last, regions: [terminated] },
    ],
    [
      'an ended region that is back',
      { regions: [region] },
      'SUNSET',
      { ...last, regions: [sunset] },
    ],
  ])('%s', (_title, given, fault, before) => {
    expect(draftFaults(before, { ...next, ...given }, NOW)).toEqual([fault]);
  });
});
