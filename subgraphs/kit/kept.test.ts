import { expect, it } from 'vitest';
import { kept } from './kept.ts';

it('keeps so many at most, whatever comes, and those that are asked for again', () => {
  const values = kept<number, string>(10);
  values.set(-1, 'asked for');
  for (let n = 0; n < 1_000; n += 1) {
    values.set(n, String(n));
    expect(values.get(n)).toBe(String(n));
    expect(values.get(-1)).toBe('asked for');
    expect(values.size).toBeLessThanOrEqual(10);
  }
  expect(values.get(0)).toBeUndefined();
});

it('gives what was set last, and nothing once it is deleted', () => {
  const values = kept<string, number>(4);
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const)
    values.set(key, value);
  expect([values.get('a'), values.size]).toEqual([3, 2]);
  values.delete('a');
  expect([values.get('a'), values.size]).toEqual([undefined, 1]);
});
