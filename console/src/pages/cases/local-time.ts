const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** An instant as a field of date and time holds it, in Asia/Shanghai: 2022-11-24T08:15. */
export function localTime(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

/** The day in Asia/Shanghai, so many days after an instant. */
export function localDay(instant: Date, days = 0): string {
  return localTime(new Date(instant.getTime() + days * DAY_MS)).slice(0, 10);
}
