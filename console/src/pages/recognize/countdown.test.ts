import { expect, it } from 'vitest';
import { countdown } from './countdown.ts';

const NOW = new Date('2022-11-24T02:42:07.000Z');

it.each([
  ['2022-11-24T02:57:00.000Z', { unit: 'minutes', h: 0, m: 14, s: 53 }],
  ['2022-11-24T03:42:07.000Z', { unit: 'hours', h: 1, m: 0, s: 0 }],
  ['2022-11-24T02:42:07.001Z', { unit: 'seconds', h: 0, m: 0, s: 1 }],
  ['2022-11-24T02:42:07.000Z', null],
  ['2022-11-24T02:42:06.000Z', null],
])('until %s: %j', (until, left) => {
  expect(countdown(until, NOW)).toEqual(left);
});
