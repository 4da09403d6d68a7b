/** How pressing a deadline is. Source: console brief, §6 "Queue row and clock". */
export type Urgency = 'CALM' | 'SOON' | 'PRESSING' | 'LAPSED';

/** What a deadline's clock shows. */
export interface DueClock {
  readonly urgency: Urgency;
  /** Part of the time that is left, 0 to 1. */
  readonly left: number;
  /** Minutes left, or minutes past when lapsed. */
  readonly minutes: number;
}

const SOON = 0.4;
const PRESSING = 0.15;
const MINUTE_MS = 60_000;

/** The clock of something received at `from` that is due at `due`. */
export function dueClock(from: string, due: string, now: Date): DueClock {
  const end = Date.parse(due);
  const span = end - Date.parse(from);
  const rest = end - now.getTime();
  if (rest <= 0) {
    return { urgency: 'LAPSED', left: 0, minutes: Math.floor((now.getTime() - end) / MINUTE_MS) };
  }
  const left = span <= 0 ? 0 : Math.min(1, rest / span);
  const urgency = left > SOON ? 'CALM' : left >= PRESSING ? 'SOON' : 'PRESSING';
  return { urgency, left, minutes: Math.ceil(rest / MINUTE_MS) };
}
