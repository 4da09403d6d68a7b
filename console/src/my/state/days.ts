/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const DAY_MS = 86_400_000;

/** Calendar day of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export function shanghaiDay(at: Date): string {
  return DAY.format(at);
}

/** The last `count` days in Asia/Shanghai, today last. */
export function lastDays(count: number, now: Date): string[] {
  return Array.from({ length: count }, (_, index) =>
    shanghaiDay(new Date(now.getTime() - (count - 1 - index) * DAY_MS)),
  );
}

/** First instant of a day in Asia/Shanghai. */
export function startOf(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

/** Last instant of a day in Asia/Shanghai, or `now` while the day lasts. */
export function endOf(day: string, now: Date): string {
  const end = new Date(`${day}T23:59:59+08:00`);
  return (end < now ? end : now).toISOString();
}

/** Whole years between two calendar days. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
