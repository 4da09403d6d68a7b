/** Shanghai keeps UTC+8 without summer time since 1991; a day there starts at 16:00 UTC. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days that were written once: codes of a few days are asked for over and over. */
const written = new Map<number, string>();
const WRITTEN_MAX = 1_000;

/** Calendar day of an instant in Asia/Shanghai, as `YYYY-MM-DD`. Source: DESIGN.md §4. */
export function shanghaiDay(instant: Date): string {
  const day = dayOf(instant.getTime());
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (written.size >= WRITTEN_MAX) written.clear();
  written.set(day, text);
  return text;
}

/** Number of the Shanghai day that holds an instant of milliseconds; for millions of them. */
export function dayOf(instant: number): number {
  return Math.floor((instant + OFFSET_MS) / DAY_MS);
}

/** Milliseconds at which a Shanghai day begins. */
export function startOf(day: number): number {
  return day * DAY_MS - OFFSET_MS;
}

/** 00:00 Asia/Shanghai of the day of `instant`, moved by `days` whole days. */
export function startOfShanghaiDay(instant: Date, days = 0): Date {
  return new Date(startOf(dayOf(instant.getTime()) + days));
}

/** 00:00 Asia/Shanghai of a calendar day `YYYY-MM-DD`, as an instant. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS);
}
