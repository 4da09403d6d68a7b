import { describe, expect, it } from 'vitest';
import type { Agreement } from './agreement-queries.ts';
import { endsSoon, issuedColors, looksHere, pairsOf, regionsOf } from './pairs.ts';

const NOW = new Date('2022-11-24T02:42:00Z');
const region = (id: string) => ({ id, name: id });

function anAgreement(given: Partial<Agreement> = {}): Agreement {
  return {
    ...{ id: '510000-330000-1', version: 1, state: 'IN_FORCE', mode: 'DIRECT', conditions: [] },
    colorMap: [{ issued: 'GREEN', color: 'GREEN' }],
    ...{ validFrom: '2022-11-01T00:00:00Z', validTo: '2023-11-01T00:00:00Z' },
    ...{ signedByReceiver: true, signedByIssuer: true, withdrawnAt: null, withdrawnBy: null },
    ...{ allowedActions: [], receiver: region('510000'), issuer: region('330000') },
    ...given,
  };
}

const scheduled = anAgreement({ version: 2, state: 'SCHEDULED' });
const shownOf = (...all: Agreement[]) => {
  const [pair] = pairsOf(all);
  return [pair?.shown?.version ?? null, pair?.pending?.version ?? null];
};

describe('a pair', () => {
  it.each<[string, Agreement[], (number | null)[]]>([
    ['shows what is in force', [anAgreement()], [1, null]],
    ['shows what is in force, with what is to come', [scheduled, anAgreement()], [1, 2]],
    ['shows what is to come where nothing is in force', [scheduled], [2, 2]],
    ['shows an offer where nothing is in force', [anAgreement({ state: 'OFFERED' })], [1, 1]],
    ['shows nothing of what is over', [anAgreement({ state: 'WITHDRAWN' })], [null, null]],
  ])('%s', (_title, all, found) => {
    expect(shownOf(...all)).toEqual(found);
  });

  it.each<[string, Partial<Agreement>, Agreement[], boolean]>([
    ['in a week and a second', { validTo: '2022-12-01T02:42:01Z' }, [], false],
    ['within a week', { validTo: '2022-12-01T02:41:59Z' }, [], true],
    ['within a week, but goes on', { validTo: '2022-12-01T00:00:00Z' }, [scheduled], false],
    ['soon, and is over already', { validTo: '2022-12-01T00:00:00Z', state: 'ENDED' }, [], false],
  ])('ends %s', (_title, given, others, soon) => {
    const [pair] = pairsOf([...others, anAgreement(given)]);
    expect(pair && endsSoon(pair, NOW)).toBe(soon);
  });

  it('names each region once, in the order of their codes', () => {
    const back = anAgreement({ receiver: region('330000'), issuer: region('510000') });
    expect(regionsOf(pairsOf([anAgreement(), back])).map(({ id }) => id)).toEqual([
      ...['330000', '510000'],
    ]);
  });
});

describe('what colors become', () => {
  const colorMap = [
    { issued: 'YELLOW', color: 'RED' as const },
    { issued: 'AMBER', color: 'YELLOW' as const },
  ];

  it.each<[string, Partial<Agreement>, string[]]>([
    ['as the map says, else by hand', { colorMap }, ['CROSS_CHECK', 'RED', 'CROSS_CHECK']],
    ['by hand in the other modes', { mode: 'CONVERT' }, Array(3).fill('CROSS_CHECK')],
  ])('is %s', (_title, given, looks) => {
    expect(looksHere(anAgreement(given))).toEqual(looks);
  });

  it('is said of the further colors too', () => {
    expect(issuedColors(anAgreement({ colorMap }))).toEqual(['GREEN', 'YELLOW', 'RED', 'AMBER']);
  });
});
