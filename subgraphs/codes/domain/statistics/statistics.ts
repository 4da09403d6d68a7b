import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import { startOfDay } from '../../../kit/standards/shanghai-day.ts';
import type { CodeState } from '../code/health-code.ts';
import type { Color } from '../color/color.ts';
import type { ReasonClass } from '../color/decision.ts';

/** A count that is shown; null when it is so small that people could be told from it. */
export type ShownCount = number | null;

/** How many codes are in a state, and of a color where they have one. */
export interface StandingCount<N> {
  readonly state: CodeState;
  readonly color: Color | null;
  readonly count: N;
}

/** How many codes are not green on some ground; one code may be so on several. */
export interface ReasonCount<N> {
  readonly reasonClass: ReasonClass;
  readonly count: N;
}

/** What happened on a day in Asia/Shanghai. */
export interface DayCount<N> {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Declarations made that day and reviewed since. */
  readonly declared: N;
  /** Declarations reviewed that day. */
  readonly reviewed: N;
  /** Codes that were yellow, red or suspended and became green. */
  readonly turnedGreen: N;
  readonly turnedYellow: N;
  readonly turnedRed: N;
}

/** Counts of a region. */
export interface Counts<N> {
  readonly standings: readonly StandingCount<N>[];
  readonly reasons: readonly ReasonCount<N>[];
  readonly days: readonly DayCount<N>[];
}

/** Statistics of a region as they are shown. */
export interface Statistics extends Counts<ShownCount> {
  readonly region: string;
  /** The codes stand as they did then. */
  readonly asOf: Date;
}

/** Counts below this are not shown, but for 0. Source: RULES.md §7. */
export const SMALL = 5;
/** Most days that are asked for at once. */
export const DAYS_MAX = 92;

/** Days that declarations and decisions are kept at least. Source: RULES.md §11. */
export const KEPT_DAYS = { declarations: 60, decisions: 180 } as const;

const DAY_MS = 86_400_000;

const isSmall = (count: number) => count > 0 && count < SMALL;
const shown = (count: number): ShownCount => (isSmall(count) ? null : count);

/**
 * Hides small counts of parts of a whole. One alone that is hidden could be had by subtraction from
 * the number of all, so that the next smallest is hidden with it.
 */
function partsShown<T extends { readonly count: number }>(
  parts: readonly T[],
): (Omit<T, 'count'> & { readonly count: ShownCount })[] {
  const hidden = new Set(parts.filter(({ count }) => isSmall(count)));
  if (hidden.size === 1) {
    const others = parts.filter(({ count }) => count >= SMALL);
    const [next] = others.toSorted((a, b) => a.count - b.count);
    if (next) hidden.add(next);
  }
  return parts.map((part) => ({ ...part, count: hidden.has(part) ? null : part.count }));
}

/** Counts as they are shown. Pure. */
export function withoutSmallCells({
  standings,
  reasons,
  days,
}: Counts<number>): Counts<ShownCount> {
  return {
    standings: partsShown(standings),
    reasons: reasons.map((one) => ({ ...one, count: shown(one.count) })),
    days: days.map((one) => ({
      day: one.day,
      ...{ declared: shown(one.declared), reviewed: shown(one.reviewed) },
      turnedGreen: shown(one.turnedGreen),
      ...{ turnedYellow: shown(one.turnedYellow), turnedRed: shown(one.turnedRed) },
    })),
  };
}

/** Leaves out what happened on days of which not all is kept any more. Source: RULES.md §7.4. */
function whollyKept(days: Statistics['days'], asOf: Date): Statistics['days'] {
  const isKept = (day: string, n: number) =>
    startOfDay(day).getTime() >= asOf.getTime() - n * DAY_MS;
  return days.map((one) => ({
    ...one,
    ...(!isKept(one.day, KEPT_DAYS.declarations) && { declared: null, reviewed: null }),
    ...(!isKept(one.day, KEPT_DAYS.decisions) && {
      ...{ turnedGreen: null, turnedYellow: null, turnedRed: null },
    }),
  }));
}

/** Counts, read. */
export interface StatisticsStore {
  /** `from` inclusive, `until` exclusive; every day between has an entry. */
  counts(region: string, from: Date, until: Date): Promise<Counts<number>>;
}

/** What the use case needs. */
export interface StatisticsPorts {
  readonly store: StatisticsStore;
  readonly now: () => Date;
}

/** Statistics for officials: counts of a region and of nobody. */
export function statisticsUseCases({ store, now }: StatisticsPorts) {
  return {
    /**
     * How a region's codes stand, on which grounds, and what happened from one day to another, both
     * included. @throws {DomainError} REGION_OUT_OF_SCOPE, BAD_USER_INPUT
     */
    async of(region: string, from: string, to: string, by: Identity): Promise<Statistics> {
      requireRegion(by, region);
      const [first, last] = [startOfDay(from), startOfDay(to)];
      const days = (last.getTime() - first.getTime()) / DAY_MS + 1;
      if (days < 1 || days > DAYS_MAX) {
        throw new DomainError('BAD_USER_INPUT', `"from" to "to" are 1 to ${DAYS_MAX} days.`, {
          fields: ['from', 'to'],
        });
      }
      const asOf = now();
      const counts = await store.counts(region, first, new Date(last.getTime() + DAY_MS));
      const { days: shownDays, ...rest } = withoutSmallCells(counts);
      return { region, asOf, ...rest, days: whollyKept(shownDays, asOf) };
    },
  };
}
