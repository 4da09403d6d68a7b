import { describe, expect, it } from 'vitest';
import type { StandingStep } from './region-queries.ts';
import { agoOf, durationOf, firstStep } from './step-looks.ts';

const NOW = new Date('2022-07-01T12:00:00Z');

describe('the step that is opened first', () => {
  const steps = (...states: StandingStep['state'][]) =>
    states.map((state, place) => ({
      ...{ step: (['KEYS', 'LISTED', 'POLICY'] as const)[place] ?? 'KEYS', state, findings: [] },
    }));
  it.each([
    ['what is wrong', steps('DONE', 'NOW', 'ATTENTION'), 'POLICY'],
    ['what is to be done', steps('DONE', 'NOW', 'WAITING'), 'LISTED'],
    ['the self-test, when all is done', steps('DONE', 'DONE', 'DONE'), 'SELF_TEST'],
  ] as const)('is %s', (_title, given, expected) => {
    expect(firstStep(given)).toBe(expected);
  });
});

it.each([
  [0, 'seconds', { s: 0 }],
  [59, 'seconds', { s: 59 }],
  [60, 'minutes', { m: 1, s: 0 }],
  [3_599, 'minutes', { m: 59, s: 59 }],
  [3_600, 'hours', { h: 1, m: 0 }],
  [86_399, 'hours', { h: 23, m: 59 }],
  [86_400, 'days', { d: 1, h: 0 }],
])('%i seconds are told in %s', (seconds, key, values) => {
  expect(durationOf(seconds)).toEqual({ key, values });
});

it.each([
  [-5, 'now', 0],
  [59, 'now', 0],
  [60, 'minutes', 1],
  [7_199, 'minutes', 119],
  [7_200, 'hours', 2],
  [172_799, 'hours', 47],
  [172_800, 'days', 2],
])('%i seconds ago are told in %s', (seconds, key, n) => {
  expect(agoOf(new Date(NOW.getTime() - seconds * 1_000).toISOString(), NOW)).toEqual({ key, n });
});
