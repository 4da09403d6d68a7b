import { expect, it } from 'vitest';
import { wholeNumber } from './number-argument.ts';

it.each([
  ['1', 1],
  ['60', 60],
  ['86400', 86_400],
])('takes %s', (text, expected) => {
  expect(wholeNumber(1, 86_400)(text)).toBe(expected);
});

it.each(['0', '86401', '5m', '', ' 5', '1e3', '-1', '1.5', 'NaN'])('refuses "%s"', (text) => {
  expect(() => wholeNumber(1, 86_400)(text)).toThrow('A number from 1 to 86400 is needed.');
});
