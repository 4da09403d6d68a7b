import { dayOf, startOf } from '../../../kit/standards/shanghai-day.ts';
import type { Span } from './policy.ts';

/** Milliseconds of an hour. */
export const HOUR_MS = 3_600_000;
/** Milliseconds of a day. */
export const DAY_MS = 24 * HOUR_MS;
/** No instant at all: what has no end ends then. */
export const NEVER = Number.POSITIVE_INFINITY;

/**
 * Ends a span that began at `event`, in milliseconds. A DAY rule ends at 00:00 Asia/Shanghai of day
 * d+n+1, an HOUR rule n hours later; ends are exclusive. What never begins never ends.
 * Source: DESIGN.md §5, RULES.md §1.
 */
export function endOf(event: number, { n, unit }: Span): number {
  return unit === 'HOUR' ? event + n * HOUR_MS : startOf(dayOf(event) + n + 1);
}

/** An instant of milliseconds as a date; null for {@link NEVER}. */
export function dateOf(instant: number): Date | null {
  return instant === NEVER ? null : new Date(instant);
}

/** The earliest of some instants; null when there is none. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter((instant) => instant !== null);
  if (known.length === 0) return null;
  return new Date(Math.min(...known.map((instant) => instant.getTime())));
}
