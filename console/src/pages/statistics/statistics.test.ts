import { expect, it } from 'vitest';
import { dayBefore, declarationsGone, total } from './statistics.ts';

it.each([
  ['2022-11-24T15:59:59.999Z', 0, '2022-11-24'],
  ['2022-11-24T16:00:00.000Z', 0, '2022-11-25'],
  ['2022-11-24T16:00:00.000Z', 6, '2022-11-19'],
])('days are those of Shanghai: %s, %i before', (instant, days, expected) => {
  expect(dayBefore(new Date(instant), days)).toBe(expected);
});

it.each([
  ['2022-05-05', false],
  ['2022-05-04', true],
])('declarations of a day are gone 60 days after it began: %s', (day, gone) => {
  expect(declarationsGone(day, '2022-07-03T16:00:00.000Z')).toBe(gone);
});

it('a sum is not said when a part of it is not', () => {
  expect(total([900, 30])).toBe(930);
  expect(total([900, null])).toBeNull();
});
