import type { Log } from './log.ts';

/** How often it is said, in milliseconds: every request finds it out. */
const EVERY_MS = 60_000;

/**
 * Tells the operator, once a minute at most, that another's clock and ours are apart: all that is signed
 * for a time is refused then, and nothing in a refusal says which clock is wrong.
 */
export function clockAlarm(log: Log, other: string): (aheadS: number) => void {
  let saidAt = -EVERY_MS;
  return (aheadS) => {
    const now = performance.now(); // goes on evenly, whatever the clock does
    if (now - saidAt < EVERY_MS) return;
    saidAt = now;
    log.error({ alarm: 'CLOCK_SUSPECT', other, aheadS }, 'two clocks are apart');
  };
}
