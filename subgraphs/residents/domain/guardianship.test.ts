import { describe, expect, it } from 'vitest';
import { agreesThemselves, endOfGuardianship, holds } from './guardianship.ts';

describe('the end of a guardianship', () => {
  it.each([
    [
      '12 months after the review',
      '2015-03-14',
      '2022-07-01T04:00:00Z',
      '2023-06-30T16:00:00.000Z',
    ],
    ['by the day in Shanghai', '2015-03-14', '2022-06-30T16:00:00Z', '2023-06-30T16:00:00.000Z'],
    ['the day before', '2015-03-14', '2022-06-30T15:59:59Z', '2023-06-29T16:00:00.000Z'],
    ['the 18th birthday', '2005-03-14', '2022-07-01T04:00:00Z', '2023-03-13T16:00:00.000Z'],
    ['the same day, both', '2005-07-01', '2022-07-01T04:00:00Z', '2023-06-30T16:00:00.000Z'],
    ['a day later, of age', '2005-07-02', '2022-07-01T04:00:00Z', '2023-06-30T16:00:00.000Z'],
    ['of age that very day', '2004-07-01', '2022-07-01T04:00:00Z', '2023-06-30T16:00:00.000Z'],
    ['of age tomorrow', '2004-07-02', '2022-07-01T04:00:00Z', '2022-07-01T16:00:00.000Z'],
    ['an elder', '1940-07-02', '2022-07-01T04:00:00Z', '2023-06-30T16:00:00.000Z'],
    ['born on a leap day', '2004-02-29', '2021-07-01T04:00:00Z', '2022-02-28T16:00:00.000Z'],
    ['reviewed on one', '2015-03-14', '2024-02-29T04:00:00Z', '2025-02-28T16:00:00.000Z'],
  ])('§8.2 %s', (_title, birthDate, reviewedAt, end) => {
    expect(endOfGuardianship(birthDate, new Date(reviewedAt)).toISOString()).toBe(end);
  });

  it.each([
    ['2022-07-01T15:59:59.999Z', true],
    ['2022-07-01T16:00:00.000Z', false],
  ])('§8.2 is exclusive: at %s it holds: %s', (at, held) => {
    const until = new Date('2022-07-01T16:00:00.000Z');
    const names = { guardianId: 'G', guardianName: '周*', renewalAskedAt: null };
    expect(holds({ ...names, until, renewalRefusal: null }, new Date(at))).toBe(held);
  });
});

describe('who agrees', () => {
  it.each([
    ['2008-07-02', false],
    ['2008-07-01', true],
    ['1940-01-01', true],
  ])('§8.3 born %s agrees themselves: %s', (birthDate, agrees) => {
    expect(agreesThemselves(birthDate, new Date('2022-07-01T04:00:00Z'))).toBe(agrees);
  });
});
