import { expect, it } from 'vitest';
import { pictureFault } from './picture.ts';

const LIMIT = 5 * 1024 * 1024;

it.each([
  ['image/png', 1, null],
  ['image/jpeg', LIMIT, null],
  ['image/webp', LIMIT + 1, 'TOO_LARGE'],
  ['image/svg+xml', 1, 'NOT_A_PICTURE'],
  ['text/plain', LIMIT + 1, 'NOT_A_PICTURE'],
  ['', 1, 'NOT_A_PICTURE'],
])('a file of type "%s" with %i bytes: %s', (type, size, fault) => {
  expect(pictureFault({ type, size })).toBe(fault);
});
