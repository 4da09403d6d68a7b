import type { Facts } from './facts.ts';
import { endOf, NEVER } from './spans.ts';
import { colorOf, standingAt, type RuleStanding, type Standing } from './standings.ts';
import type { Trigger } from './triggers.ts';

/** A time in which a code is yellow or red without a break; instants are milliseconds. */
interface Duty {
  readonly from: number;
  readonly until: number;
}

/**
 * When check-ins begin to be owed. Under an order from its beginning, as it was served; else not
 * for a time before the ground was known here, or before the policy was in force.
 */
function owedFrom({ kind, fact, at }: Trigger, policyFrom: number): number {
  if (kind === 'ISOLATION_ORDER') return at;
  return Math.max(at, fact.knownAt?.getTime() ?? at, policyFrom);
}

/**
 * The time in which check-ins are owed that goes on at `now`, or else comes next.
 */
function dutyAt(rules: readonly RuleStanding[], since: number, now: number): Duty | null {
  const spans: Duty[] = [];
  for (const { rule, standings } of rules) {
    for (const standing of standings) {
      const { trigger, end } = standing;
      if ((colorOf(rule, standing) ?? 'GREEN') === 'GREEN') continue;
      const from = owedFrom(trigger, since);
      if (from < end) spans.push({ from, until: end });
    }
  }
  spans.sort((a, b) => a.from - b.from);
  let joined: Duty | null = null;
  for (const span of spans) {
    if (joined && span.from <= joined.until) {
      joined = { from: joined.from, until: Math.max(joined.until, span.until) };
    } else if (joined && joined.until > now) {
      return joined;
    } else {
      joined = span;
    }
  }
  return joined && joined.until > now ? joined : null;
}

/** Times in which officials made the code green: nobody owes a check-in then. */
function relaxed(rules: readonly RuleStanding[]): readonly Standing[] {
  return rules.flatMap(({ standings }) =>
    standings.filter(({ trigger }) => trigger.relaxes && trigger.color === 'GREEN'),
  );
}

/** What makes the code yellow or red now, each piece of evidence once. */
function grounds(rules: readonly RuleStanding[]): readonly Trigger[] {
  const darkening = rules.flatMap(({ rule, standings }) =>
    standings.filter((one) => one.holds && (colorOf(rule, one) ?? 'GREEN') !== 'GREEN'),
  );
  const byEvidence = new Map(darkening.map(({ trigger }) => [trigger.fact.evidenceId, trigger]));
  return [...byEvidence.values()];
}

/**
 * The lapse of check-ins at `now` or to come: `days` days after the last check-in, or after the
 * duty began, to the end of the duty. It cites what makes the code yellow or red.
 * Source: RULES.md §2.7.
 */
export function lapses(
  days: number,
  rules: readonly RuleStanding[],
  facts: Facts,
  policyFrom: number,
  now: number,
): readonly Standing[] {
  const duty = dutyAt(rules, policyFrom, now);
  if (!duty || facts.checkIns === 'unknown') return [];
  let mark = duty.from;
  for (const { at } of facts.checkIns) {
    const time = at.getTime();
    if (time <= now && time > mark) mark = time;
  }
  for (const { trigger, end, holds } of relaxed(rules)) {
    if (holds) return [];
    if (end <= now && trigger.at < end && end > mark) mark = end;
  }
  const at = endOf(mark, { n: days, unit: 'DAY' });
  if (at >= duty.until) return [];
  const times = { at, since: at, end: duty.until, releasedAt: NEVER, color: null, relaxes: false };
  return grounds(rules).map((trigger) => standingAt({ ...trigger, ...times }, duty.until, now));
}
