import { startOfShanghaiDay } from '../../../kit/standards/shanghai-day.ts';
import type { Span } from './policy.ts';

/** Milliseconds of an hour. */
export const HOUR_MS = 3_600_000;

/**
 * Ends a span that began at `event`. A DAY rule ends at 00:00 Asia/Shanghai of day d+n+1, an HOUR
 * rule n hours later; ends are exclusive. Source: DESIGN.md §5, RULES.md §1.
 */
export function endOf(event: Date, { n, unit }: Span): Date {
  return unit === 'HOUR'
    ? new Date(event.getTime() + n * HOUR_MS)
    : startOfShanghaiDay(event, n + 1);
}

/** The earliest of some instants; null when there is none. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter((instant) => instant !== null);
  if (known.length === 0) return null;
  return new Date(Math.min(...known.map((instant) => instant.getTime())));
}
