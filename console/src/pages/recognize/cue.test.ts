import { expect, it } from 'vitest';
import { pulsePattern, pulsesOf } from './cue.ts';

const row = (
  outcome: Parameters<typeof pulsesOf>[0]['outcome'],
  color: 'GREEN' | 'YELLOW' | 'RED' | null,
  more = {},
) => ({
  ...{ outcome, color, specimen: false, pass: false },
  ...more,
});

it.each([
  [1, row('RECOGNIZED', 'GREEN', { pass: true })],
  [2, row('RECOGNIZED', 'YELLOW')],
  [3, row('RECOGNIZED', 'RED')],
  [2, row('CROSS_CHECK', 'RED')],
  [2, row('CROSS_CHECK', null)],
  [2, row('STALE', null)],
  [3, row('NOT_RECOGNIZED', null)],
  [3, row('NOT_RECOGNIZED', 'YELLOW')],
  [3, row('RECOGNIZED', 'GREEN', { specimen: true })],
])('%i pulses for %j', (pulses, verdict) => {
  expect(pulsesOf(verdict)).toBe(pulses);
});

it.each([
  [1, [120]],
  [2, [120, 100, 120]],
  [3, [120, 100, 120, 100, 120]],
])('%i pulses have pauses between them', (pulses, pattern) => {
  expect(pulsePattern(pulses)).toEqual(pattern);
});
