import type { VerdictLike } from '../../format/code-look.ts';

const PULSE_MS = 120;
const PAUSE_MS = 100;

/** How a verdict sounds and feels: one pulse passes, two ask to look, three do not pass. */
export function pulsesOf({ outcome, color, specimen, pass }: VerdictLike & { pass: boolean }) {
  if (pass) return 1;
  if (specimen || outcome === 'NOT_RECOGNIZED') return 3;
  return outcome === 'RECOGNIZED' && color === 'RED' ? 3 : 2;
}

/** Pulses and pauses in milliseconds, as `navigator.vibrate` takes them. */
export function pulsePattern(pulses: number): number[] {
  return Array.from({ length: 2 * pulses - 1 }, (_one, index) =>
    index % 2 === 0 ? PULSE_MS : PAUSE_MS,
  );
}
