import { describe, expect, it } from 'vitest';
import { systemIdentity } from '../../../kit/identity.ts';
import { statisticsUseCases, withoutSmallCells, type Counts } from './statistics.ts';

const codes = (...counts: number[]): Counts<number> => ({
  standings: counts.map((count) => ({ state: 'ACTIVE', color: 'GREEN', count })),
  ...{ reasons: [], days: [] },
});
const standings = (...counts: number[]) =>
  withoutSmallCells(codes(...counts)).standings.map(({ count }) => count);

describe('counts that are shown', () => {
  it.each([
    ['none is small', [900, 5, 0], [900, 5, 0]],
    ['one is small: the next smallest is hidden too', [900, 30, 4, 0], [900, null, null, 0]],
    ['one is small and stands alone', [4], [null]],
    ['two are small: neither can be had by subtraction', [900, 1, 4], [900, null, null]],
  ])('parts of a whole: %s', (_what, given, expected) => {
    expect(standings(...given)).toEqual(expected);
  });

  it('leave out small numbers of grounds and days', () => {
    const day = { day: '2022-07-01', declared: 5, reviewed: 4, turnedGreen: 0 };
    const { reasons, days } = withoutSmallCells({
      standings: [],
      reasons: [
        { reasonClass: 'TEST', count: 4 },
        { reasonClass: 'CASE', count: 5 },
      ],
      days: [{ ...day, turnedYellow: 1, turnedRed: 70 }],
    });
    expect(reasons.map(({ count }) => count)).toEqual([null, 5]);
    const shown = { day: '2022-07-01', declared: 5, reviewed: null, turnedGreen: 0 };
    expect(days).toEqual([{ ...shown, turnedYellow: null, turnedRed: 70 }]);
  });
});

describe('statistics', () => {
  const asked: Date[] = [];
  const now = new Date('2022-07-03T00:00:00.000Z');
  const { of } = statisticsUseCases({
    now: () => now,
    store: {
      counts: async (_region, from, until) => {
        asked.push(from, until);
        return codes(7);
      },
    },
  });
  const official = systemIdentity('x', '330000');

  it('are of whole days in Shanghai, the last included, as of now', async () => {
    const { asOf } = await of('330000', '2022-07-01', '2022-07-02', official);
    expect(asOf).toEqual(now);
    const days = ['2022-06-30T16:00:00.000Z', '2022-07-02T16:00:00.000Z'];
    expect(asked.map((at) => at.toISOString())).toEqual(days);
  });

  it('say nothing of days of which declarations or decisions were deleted', async () => {
    const counts = { declared: 9, reviewed: 8, turnedGreen: 7, turnedYellow: 6, turnedRed: 5 };
    const days = ['2022-01-03', '2022-01-05', '2022-05-04', '2022-05-05'];
    const statistics = statisticsUseCases({
      now: () => now,
      store: {
        counts: async () => ({
          ...{ standings: [], reasons: [], days: days.map((day) => ({ day, ...counts })) },
        }),
      },
    });
    const shown = await statistics.of('330000', '2022-05-01', '2022-05-05', official);
    const numbers = shown.days.map(({ declared, reviewed, turnedGreen, turnedYellow, turnedRed }) =>
      [declared, reviewed, turnedGreen, turnedYellow, turnedRed].map((count) => count ?? 0).join(),
    );
    expect(numbers).toEqual(['0,0,0,0,0', '0,0,7,6,5', '0,0,7,6,5', '9,8,7,6,5']);
  });

  it.each([
    ['510000', '2022-07-01', '2022-07-02', 'REGION_OUT_OF_SCOPE'],
    ['330000', '2022-07-02', '2022-07-01', 'BAD_USER_INPUT'],
    ['330000', '2022-01-01', '2022-04-03', 'BAD_USER_INPUT'],
  ])('refuses %s from %s to %s: %s', async (region, from, to, code) => {
    await expect(of(region, from, to, official)).rejects.toMatchObject({ code });
  });

  it('may be of 92 days', async () => {
    await expect(of('330000', '2022-01-01', '2022-04-02', official)).resolves.toBeTruthy();
  });
});
