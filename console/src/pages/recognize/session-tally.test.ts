import { expect, it } from 'vitest';
import { counted, NO_VERDICTS } from './session-tally.ts';

const entry = (second: number) => ({
  ...({ at: new Date(second * 1_000), look: 'GREEN', issuer: null } as const),
});

it('counts by outcome', () => {
  const one = counted(NO_VERDICTS, 'STALE', entry(1));
  expect(one.counts).toEqual({ RECOGNIZED: 0, CROSS_CHECK: 0, NOT_RECOGNIZED: 0, STALE: 1 });
  expect(NO_VERDICTS.counts.STALE).toBe(0);
});

it('keeps the last twenty, newest first, and counts all', () => {
  let tally = NO_VERDICTS;
  for (let second = 1; second <= 25; second += 1) {
    tally = counted(tally, 'RECOGNIZED', entry(second));
  }
  expect(tally.counts.RECOGNIZED).toBe(25);
  expect(tally.last.map(({ at }) => at.getTime() / 1_000)).toEqual(
    Array.from({ length: 20 }, (_one, index) => 25 - index),
  );
});
