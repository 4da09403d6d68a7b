/** How long whoever does not leave is taken to be at a venue, in milliseconds. */
export const PRESENCE_MS = 2 * 3_600_000;

/** From when until when, exclusive. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** When somebody was at a venue. */
export interface Visited {
  readonly arrivedAt: Date;
  /** Null when they did not say. */
  readonly leftAt: Date | null;
}

/** The time that a visit stands for. Source: RULES.md §6. */
export function presenceOf({ arrivedAt, leftAt }: Visited): Span {
  return { from: arrivedAt, until: leftAt ?? new Date(arrivedAt.getTime() + PRESENCE_MS) };
}

/**
 * When somebody was last at a venue during an outbreak, as known at `at`; null when they were not.
 * It never lies ahead: who has just come was there until now. Source: RULES.md §7.
 */
export function lastContactOf(visit: Visited, outbreak: Span, at: Date): Date | null {
  const presence = presenceOf(visit);
  if (presence.from >= outbreak.until || presence.until <= outbreak.from) return null;
  const ends = [presence.until, outbreak.until, at].map((end) => end.getTime());
  return new Date(Math.max(presence.from.getTime(), Math.min(...ends)));
}
