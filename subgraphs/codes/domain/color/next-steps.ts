import { COLORS, darkest, type Color } from './color.ts';
import type { NextStep } from './decision.ts';
import type { Facts } from './facts.ts';
import { NEVER } from './spans.ts';
import { colorOf, type RuleStanding, type Standing } from './standings.ts';
import { wayOut, type WayOut } from './steps-out.ts';

/** A rule with the way out of it; null when it does not hold. */
interface Leaving {
  readonly of: RuleStanding;
  readonly way: WayOut | null;
}

/** Of two that are through at the same instant the later fact counts, so that no order of facts does. */
function isLater({ trigger: a }: Standing, { trigger: b }: Standing): boolean {
  if (a.happenedAt !== b.happenedAt) return a.happenedAt > b.happenedAt;
  return a.fact.evidenceId > b.fact.evidenceId;
}

/** The way out of the trigger that lasts longest: who is through with it is through with the rule. */
function wayOutOf({ rule, standings }: RuleStanding, facts: Facts, now: number): WayOut | null {
  let longest: { readonly way: WayOut; readonly standing: Standing } | null = null;
  for (const standing of standings) {
    if (!standing.holds) continue;
    const way = wayOut(rule, standing, facts, now);
    const longer =
      longest === null ||
      way.done > longest.way.done ||
      (way.done === longest.way.done && isLater(standing, longest.standing));
    if (longer) longest = { way, standing };
  }
  return longest?.way ?? null;
}

/** The color at a later instant, when every way out is gone as early as it can be. */
function colorThen(leaving: readonly Leaving[], at: number): Color {
  const colors = leaving.flatMap(({ of: { rule, standings }, way }) =>
    standings.flatMap((one) => {
      const end = one.holds && way ? way.done : one.end;
      const color = colorOf(rule, one);
      return color !== null && one.trigger.at <= at && end > at ? [color] : [];
    }),
  );
  return darkest(colors);
}

/**
 * What leads out of the rules that hold, in the policy's order, and what comes of it. A step says so
 * only where the color gets better: the last of several says green. Source: DESIGN.md §5.
 */
export function nextSteps(
  rules: readonly RuleStanding[],
  color: Color,
  facts: Facts,
  now: number,
): readonly NextStep[] {
  if (color === 'GREEN') return [];
  const leaving = rules.map((of): Leaving => ({ of, way: wayOutOf(of, facts, now) }));
  return leaving.flatMap(({ way }) =>
    (way?.steps ?? []).map(({ step, done }): NextStep => {
      if (done === NEVER) return step;
      const better = colorThen(leaving, done);
      if (COLORS.indexOf(better) >= COLORS.indexOf(color)) return step;
      return { ...step, then: { at: new Date(done), color: better } };
    }),
  );
}
