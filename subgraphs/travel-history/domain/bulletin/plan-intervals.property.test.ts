import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases } from '../../../../test/sample.ts';
import { planIntervals, type Interval } from './plan-intervals.ts';

const RUNS = cases(10_000);

interface Accepted {
  readonly at: number;
  readonly keys: readonly string[];
}

const accepted = fc.record({
  at: fc.integer({ min: 0, max: 6 }),
  keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
});

/** Accepts bulletins one after the other, as the use case does. */
function intervalsOf(history: readonly Accepted[]): Interval[] {
  const known = new Map<string, Interval>();
  history.forEach(({ at, keys }, turn) => {
    const later = history
      .slice(0, turn)
      .map((one) => one.at)
      .filter((one) => one > at);
    const until = later.length > 0 ? new Date(Math.min(...later)) : null;
    const touching = [...known.values()].filter(
      ({ from, to }) => (to === null || to.getTime() >= at) && (!until || from <= until),
    );
    const plan = planIntervals(touching, new Date(at), until, keys);
    for (const one of plan.changed) known.set(one.id, one);
    plan.added.forEach((one, nth) => known.set(`${turn}-${nth}`, { ...one, id: `${turn}-${nth}` }));
  });
  return [...known.values()];
}

function openAt(intervals: readonly Interval[], at: number): string[] {
  return intervals
    .filter(({ from, to }) => from.getTime() <= at && (to === null || to.getTime() > at))
    .map(({ key }) => key)
    .sort();
}

/** What stands at an instant: the list of the latest bulletin up to it, the last one of its instant. */
function expectedAt(history: readonly Accepted[], at: number): string[] {
  const before = history.filter((one) => one.at <= at);
  const latest = Math.max(...before.map((one) => one.at));
  return [...(before.findLast((one) => one.at === latest)?.keys ?? [])].sort();
}

it('at every instant exactly the areas of the latest bulletin stand, in whatever order they came', () => {
  fc.assert(
    fc.property(fc.array(accepted, { minLength: 1, maxLength: 8 }), (history) => {
      const intervals = intervalsOf(history);
      for (let at = 0; at <= 7; at += 1) {
        expect(openAt(intervals, at)).toEqual(expectedAt(history, at));
      }
    }),
    RUNS,
  );
});

it('no two intervals of one area overlap or touch', () => {
  fc.assert(
    fc.property(fc.array(accepted, { minLength: 1, maxLength: 8 }), (history) => {
      const spans = intervalsOf(history)
        .filter(({ from, to }) => from.getTime() !== to?.getTime())
        .sort((a, b) => a.key.localeCompare(b.key) || a.from.getTime() - b.from.getTime());
      spans.forEach((span, at) => {
        const next = spans[at + 1];
        if (next?.key !== span.key) return;
        expect(span.to?.getTime() ?? Infinity).toBeLessThan(next.from.getTime());
      });
    }),
    RUNS,
  );
});

it('the same bulletin again changes nothing', () => {
  const listed = ['a', 'b'];
  const at = new Date(5);
  const first = planIntervals([], at, null, listed);
  const kept = first.added.map((one, nth) => ({ ...one, id: String(nth) }));
  expect(planIntervals(kept, at, null, listed)).toEqual({ added: [], changed: [] });
});
