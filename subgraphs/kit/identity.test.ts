import { expect, it } from 'vitest';
import { isAccountName } from './identity.ts';

it.each([
  ['auth0|5f7c8ec7c33c6c004bbafe82', true],
  ['samlp|city-330100|wang@health.example', true],
  ['f:8c1e4a52:wang.li_2', true],
  ['7', true],
  ['x'.repeat(128), true],
  ['x'.repeat(129), false],
  ['', false],
  ['wang li', false],
  ["wang'", false],
  ['wang,li', false],
  ['*', false],
  ['wang/li', false],
  ['王', false],
  ['publisher', false],
  ['residents-retention', false],
])('%j: an account may be named so: %s', (subject, may) => {
  expect(isAccountName(subject)).toBe(may);
});
