import { describe, expect, it } from 'vitest';
import { KEY_USES, type KeyUse } from '../../subgraphs/codes/publish.ts';
import type { ReferenceData } from '../../subgraphs/codes/published.ts';
import { trustIndex, type TrustedKey, type TrustList } from '../../subgraphs/codes/trust.ts';
import { lifeOf, listChecks, ruleChecks } from './region-checks.ts';
import type { OwnRegion } from './region-folder.ts';

const NOW = new Date('2022-07-01T00:00:00Z');
const REGION = '440000';
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

const own: OwnRegion = {
  ...{ region: REGION, roles: ['ISSUER', 'RECEIVER'], endpoint: null, state: 'ACTIVE' },
  ...{ names: { ZH_HANS: '广东省', ZH_HANT: '廣東省', EN: 'Guangdong' }, withdrawn: [] },
  ...{ serial: 1, uploaded: '', startedAt: NOW.toISOString() },
};

function aKey(use: KeyUse, given: Partial<TrustedKey> = {}): TrustedKey {
  return {
    ...{ kid: `${KEY_USES.indexOf(use)}`.padStart(16, '0'), alg: 'ES256', use, region: REGION },
    ...{ notBefore: later(-90), notAfter: later(90), state: 'ACTIVE', spki: new Uint8Array() },
    ...given,
  };
}

const KEYS = KEY_USES.map((use) => aKey(use));
const paper = (given: Partial<TrustedKey>) => [
  ...KEYS.filter(({ use }) => use !== 'paper'),
  aKey('paper', given),
];
const fresh = (days: number) =>
  aKey('paper', { kid: 'f'.repeat(16), notBefore: later(days), notAfter: later(days + 183) });

function reference(given: Partial<TrustList> | null = {}, keys = KEYS): ReferenceData {
  const list: TrustList = {
    ...{ version: 7, environment: 'production', issuedAt: later(-1), expiresAt: later(6) },
    regions: [{ region: REGION, state: 'ACTIVE', keys }],
    ...given,
  };
  const trust = given && trustIndex(list);
  return { regions: new Map(), trust, agreements: [], policies: [] };
}

function found(of: ReferenceData, held = KEYS, region = own) {
  const checks = listChecks(of, region, held, NOW);
  return checks
    .filter(({ state }) => state !== 'RIGHT')
    .map(({ state, check }) => `${state} ${check}`);
}

describe('a key', () => {
  it.each<[string, TrustedKey[], string]>([
    ['that lives a month more is right', [aKey('paper', { notAfter: later(30) })], 'RIGHT'],
    ['that ends within a month is said to', [aKey('paper', { notAfter: later(29) })], 'SOON'],
    ['that is over is wrong', [aKey('paper', { notAfter: NOW })], 'WRONG'],
    ['that ends, beside a new one, is right', [...paper({ notAfter: NOW }), fresh(8)], 'RIGHT'],
    ['that is missing is wrong', [aKey('status')], 'WRONG'],
  ])('%s', (_title, keys, state) => {
    expect(lifeOf('paper', keys, NOW).state).toBe(state);
  });
});

describe('the trust list', () => {
  it.each<[string, string[], string[]]>([
    ['with all that is held here is right', found(reference()), []],
    ['that is not there is wrong', found(reference(null)), ['WRONG trust list']],
    [
      'that ends in a day is said to',
      found(reference({ expiresAt: later(1) })),
      ['SOON trust list'],
    ],
    ['that is over is wrong', found(reference({ expiresAt: NOW })), ['WRONG trust list']],
    [
      'of tomorrow shows that the clock is behind',
      found(reference({ issuedAt: later(1) })),
      ['WRONG clock'],
    ],
    ['without the region is wrong', found(reference({ regions: [] })), ['WRONG in the list']],
    [
      'with another address is said to have',
      found(reference(), KEYS, { ...own, endpoint: 'https://codes.example' }),
      ['SOON in the list'],
    ],
    [
      'that withdrew a key held here is wrong',
      found(reference({}, paper({ state: 'TERMINATED' }))),
      ['WRONG listed paper'],
    ],
    [
      'without a key of a use is wrong',
      found(
        reference(
          {},
          KEYS.filter(({ use }) => use !== 'paper'),
        ),
      ),
      ['WRONG listed paper'],
    ],
    [
      'whose key is over is wrong',
      found(reference({}, paper({ notAfter: NOW }))),
      ['WRONG listed paper'],
    ],
    [
      'without a key that begins in a week is said to be',
      found(reference(), [...KEYS, fresh(8)]),
      ['SOON listed paper'],
    ],
    [
      'without a key that begins sooner is wrong: not everybody would know it',
      found(reference(), [...KEYS, fresh(6)]),
      ['WRONG listed paper'],
    ],
    [
      'with the key that begins is right',
      found(reference({}, [...KEYS, fresh(6)]), [...KEYS, fresh(6)]),
      [],
    ],
  ])('%s', (_title, is, expected) => {
    expect(is).toEqual(expected);
  });
});

it('a region without a name and a policy is wrong; agreements may come later', () => {
  const checks = ruleChecks(reference(), REGION, NOW);
  expect(checks.map(({ state }) => state)).toEqual(['WRONG', 'WRONG', 'SOON', 'SOON']);
});
