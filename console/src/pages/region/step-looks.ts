import type { IconName } from '../../components/icons.ts';
import type { Rehearsal, StandingStep } from './region-queries.ts';

/** What stands for the state of a step; the word stands beside it. */
export const STEP_ICONS: Readonly<Record<StandingStep['state'], IconName>> = {
  ...{ DONE: 'check', NOW: 'right', WAITING: 'clock', ATTENTION: 'warning' },
};

/** What stands for what came of a step of a self-test. */
export const OUTCOME_ICONS: Readonly<Record<Rehearsal['steps'][number]['state'], IconName>> = {
  ...{ PASSED: 'check', FAILED: 'cross', NOT_DONE: 'pause' },
};

/** How many steps a self-test has. */
export const REHEARSAL_STEPS = 9;

/** The step that is opened first: what is to be done, else what is wrong, else the self-test. */
export function firstStep(steps: readonly StandingStep[]): StandingStep['step'] {
  const by = (state: StandingStep['state']) => steps.find((one) => one.state === state)?.step;
  return by('ATTENTION') ?? by('NOW') ?? 'SELF_TEST';
}

/** How long ago something was said, as a key with its number. */
export function agoOf(
  at: string,
  now: Date,
): { readonly key: 'now' | 'minutes' | 'hours' | 'days'; readonly n: number } {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  if (minutes < 1) return { key: 'now', n: 0 };
  if (minutes < 120) return { key: 'minutes', n: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { key: 'hours', n: hours } : { key: 'days', n: Math.floor(hours / 24) };
}

/** How long something took, as a key with its numbers. */
export function durationOf(seconds: number): {
  readonly key: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly values: Readonly<Record<string, number>>;
} {
  const [s, m, h] = [seconds % 60, Math.floor(seconds / 60) % 60, Math.floor(seconds / 3_600)];
  if (h >= 24) return { key: 'days', values: { d: Math.floor(h / 24), h: h % 24 } };
  if (h > 0) return { key: 'hours', values: { h, m } };
  return m > 0 ? { key: 'minutes', values: { m, s } } : { key: 'seconds', values: { s } };
}
