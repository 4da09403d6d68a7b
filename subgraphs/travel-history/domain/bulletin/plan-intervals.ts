/** A span of valid time in which an area is listed. */
export interface Interval {
  readonly id: string;
  readonly key: string;
  readonly from: Date;
  /** Exclusive; null while it is open. Equal to `from` when it turned out never to have been. */
  readonly to: Date | null;
}

/** An interval that is new. */
export type NewInterval = Omit<Interval, 'id'>;

/** What is to be done to the intervals. */
export interface IntervalPlan {
  readonly added: readonly NewInterval[];
  readonly changed: readonly Interval[];
}

const NEVER = Infinity;

function endOf({ to }: NewInterval): number {
  return to?.getTime() ?? NEVER;
}

function instant(ms: number): Date | null {
  return ms === NEVER ? null : new Date(ms);
}

/** Takes the span from an area that is not listed in it. */
function takeAway(interval: Interval, at: Date, until: number, plan: MutablePlan): void {
  const [from, to] = [interval.from.getTime(), endOf(interval)];
  if (to <= at.getTime() || from >= until || from === to) return;
  const goesOn = to > until ? new Date(until) : null;
  if (from < at.getTime()) {
    plan.changed.push({ ...interval, to: at });
    if (goesOn) plan.added.push({ key: interval.key, from: goesOn, to: interval.to });
  } else if (goesOn) plan.changed.push({ ...interval, from: goesOn });
  else plan.changed.push({ ...interval, to: interval.from });
}

/** Gives the span to an area that is listed in it; what it touches becomes one interval. */
function give(key: string, known: readonly Interval[], at: Date, until: number, plan: MutablePlan) {
  const touching = known.filter(
    (one) =>
      one.from.getTime() <= until &&
      endOf(one) >= at.getTime() &&
      one.from.getTime() !== endOf(one),
  );
  const [first, ...others] = touching;
  if (!first) {
    plan.added.push({ key, from: at, to: instant(until) });
    return;
  }
  const from = Math.min(at.getTime(), ...touching.map((one) => one.from.getTime()));
  const to = Math.max(until, ...touching.map(endOf));
  if (from !== first.from.getTime() || to !== endOf(first)) {
    plan.changed.push({ ...first, from: new Date(from), to: instant(to) });
  }
  for (const one of others) plan.changed.push({ ...one, to: one.from });
}

interface MutablePlan {
  readonly added: NewInterval[];
  readonly changed: Interval[];
}

/**
 * What makes exactly the areas of `listed` stand from `at` until `until` (exclusive; null = from
 * now on), and changes nothing before and after. `intervals` are those that touch the span. Pure.
 * Source: RULES.md §2.
 */
export function planIntervals(
  intervals: readonly Interval[],
  at: Date,
  until: Date | null,
  listed: Iterable<string>,
): IntervalPlan {
  const end = until?.getTime() ?? NEVER;
  const plan: MutablePlan = { added: [], changed: [] };
  const byKey = new Map<string, Interval[]>();
  for (const interval of intervals) {
    const known = byKey.get(interval.key);
    if (known) known.push(interval);
    else byKey.set(interval.key, [interval]);
  }
  const none: Interval[] = [];
  for (const key of listed) {
    give(key, byKey.get(key) ?? none, at, end, plan);
    byKey.delete(key);
  }
  for (const known of byKey.values()) {
    for (const interval of known) takeAway(interval, at, end, plan);
  }
  return plan;
}
