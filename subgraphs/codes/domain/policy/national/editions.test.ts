import { describe, expect, it } from 'vitest';
import { outcome, type Given } from '../../color/color-fakes.ts';
import { NATIONAL_EDITIONS, nationalPolicy } from './editions.ts';

const [EIGHTH, NINTH, TWENTY, TEN] = NATIONAL_EDITIONS;
const NOON = '2022-07-01T04:00:00Z'; // 12:00 in Shanghai on 1 July
const DAILY = { checkInDays: Array.from({ length: 25 }, (_, index) => index + 1) };

const GIVEN = {
  contact: { ...DAILY, contacts: [[NOON]] },
  entry: { ...DAILY, entries: [NOON] },
  high: { ...DAILY, stays: [['HIGH', '2022-06-28T00:00:00Z', NOON]] },
  medium: { ...DAILY, stays: [['MEDIUM', '2022-06-28T00:00:00Z', NOON]] },
  low: { ...DAILY, stays: [['LOW', '2022-06-28T00:00:00Z', NOON]] },
} as const satisfies Record<string, Given>;

/** The last millisecond of the n-th Shanghai day after 1 July, and the first after it. */
function endOfDay(n: number) {
  const over = Date.parse('2022-07-01T16:00:00Z') + n * 86_400_000;
  return [new Date(over - 1).toISOString(), new Date(over).toISOString()] as const;
}

// Source: DESIGN.md §5, Seeds. Days to which a code is red, then yellow; null = not at all.
const TABLE = [
  { edition: EIGHTH, of: 'contact', red: 14, yellow: 21 },
  { edition: EIGHTH, of: 'entry', red: 14, yellow: 21 },
  { edition: EIGHTH, of: 'high', red: 14, yellow: null },
  { edition: EIGHTH, of: 'medium', red: null, yellow: 14 },
  { edition: EIGHTH, of: 'low', red: null, yellow: null },
  { edition: NINTH, of: 'contact', red: 7, yellow: 10 },
  { edition: NINTH, of: 'entry', red: 7, yellow: 10 },
  { edition: NINTH, of: 'high', red: 7, yellow: null },
  { edition: NINTH, of: 'medium', red: null, yellow: 7 },
  { edition: NINTH, of: 'low', red: null, yellow: 7 },
  { edition: TWENTY, of: 'contact', red: 5, yellow: 8 },
  { edition: TWENTY, of: 'entry', red: 5, yellow: 8 },
  { edition: TWENTY, of: 'high', red: null, yellow: 7 },
  { edition: TWENTY, of: 'medium', red: null, yellow: null },
  { edition: TWENTY, of: 'low', red: null, yellow: null },
  { edition: TEN, of: 'contact', red: null, yellow: 5 },
  { edition: TEN, of: 'entry', red: 5, yellow: 8 },
  { edition: TEN, of: 'high', red: null, yellow: null },
  { edition: TEN, of: 'medium', red: null, yellow: null },
  { edition: TEN, of: 'low', red: null, yellow: null },
] as const;

function colorAt(edition: (typeof NATIONAL_EDITIONS)[number], given: Given, now: string) {
  const validFrom = new Date('2022-06-28T00:00:00Z');
  const decided = outcome(given, now, nationalPolicy(edition, '330000', 1, validFrom));
  return 'color' in decided ? decided.color : decided.missing.join();
}

describe('the national editions', () => {
  it.each(TABLE)('$edition.id, $of: red to $red, yellow to $yellow', (row) => {
    const { edition, of, red, yellow } = row;
    const first = red !== null ? 'RED' : yellow !== null ? 'YELLOW' : 'GREEN';
    expect(colorAt(edition, GIVEN[of], NOON)).toBe(first);
    if (red !== null) {
      const [last, next] = endOfDay(red);
      expect(colorAt(edition, GIVEN[of], last)).toBe('RED');
      expect(colorAt(edition, GIVEN[of], next)).toBe(yellow === null ? 'GREEN' : 'YELLOW');
    }
    if (yellow !== null) {
      const [last, next] = endOfDay(yellow);
      expect(colorAt(edition, GIVEN[of], last)).toBe('YELLOW');
      expect(colorAt(edition, GIVEN[of], next)).toBe('GREEN');
    }
  });

  it('ninth edition: tests alone end a stay in a low-risk area', () => {
    const tested = { ...GIVEN.low, notDetected: ['2022-07-01T05:00:00Z', '2022-07-02T05:00:00Z'] };
    expect(colorAt(NINTH, tested, '2022-07-02T04:59:59.999Z')).toBe('YELLOW');
    expect(colorAt(NINTH, tested, '2022-07-02T05:00:00Z')).toBe('GREEN');
  });

  it.each([
    [EIGHTH, 'stays'],
    [NINTH, 'stays'],
    [TWENTY, 'stays'],
    [TEN, 'GREEN'],
  ])('$0.id: who never said where they stayed is $1', (edition, is) => {
    expect(colorAt(edition, { ...DAILY, stays: 'unknown' }, NOON)).toBe(is);
  });

  it.each(NATIONAL_EDITIONS)(
    '$id: a missed check-in suspends, and only who owes one',
    (edition) => {
      const contact = { contacts: [[NOON]] } as const;
      expect(colorAt(edition, contact, '2022-07-02T16:00:00Z')).toBe('CHECK_IN');
      expect(colorAt(edition, {}, '2022-07-02T16:00:00Z')).toBe('GREEN');
    },
  );

  it('name their source and follow each other', () => {
    const dates = NATIONAL_EDITIONS.map(({ validFromOn }) => validFromOn);
    expect(dates).toEqual(['2021-05-11', '2022-06-28', '2022-11-11', '2022-12-07']);
    for (const { source } of NATIONAL_EDITIONS) expect(source).toMatch(/（第|通知，/);
  });
});
