import type { StatisticsBoardQuery } from '../../gql/graphql.ts';

/** Counts of a region. */
export type Counts = StatisticsBoardQuery['statistics'];

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The calendar day in Asia/Shanghai, so many days before an instant. */
export function dayBefore(instant: Date, days: number): string {
  return new Date(instant.getTime() + OFFSET_MS - days * DAY_MS).toISOString().slice(0, 10);
}

/** Declarations are kept so many days; of what was before, nothing is counted. */
const DECLARATIONS_KEPT_DAYS = 60;

/** Whether declarations of a day have been deleted by an instant. */
export function declarationsGone(day: string, asOf: string): boolean {
  const from = Date.parse(`${day}T00:00:00+08:00`);
  return from < Date.parse(asOf) - DECLARATIONS_KEPT_DAYS * DAY_MS;
}

/** Sum of counts; null when one is not said, so that none can be had by subtraction. */
export function total(counts: readonly (number | null | undefined)[]): number | null {
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count == null ? null : sum + count),
    0,
  );
}
