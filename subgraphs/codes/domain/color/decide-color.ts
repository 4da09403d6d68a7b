import { darkest } from './color.ts';
import type { Decision, NextStep, Reason } from './decision.ts';
import { exitStanding, type ExitStanding } from './exits.ts';
import type { Facts } from './facts.ts';
import type { Policy, Rule } from './policy.ts';
import { earliest } from './spans.ts';
import { factsRead, reasonClassOf, triggersOf, type Trigger } from './triggers.ts';

export type { Decision, NextStep, Reason } from './decision.ts';

/** One trigger of one rule at an instant. */
interface Standing {
  readonly trigger: Trigger;
  readonly exit: ExitStanding;
  /** First instant at which it no longer holds, as far as is known now. */
  readonly end: Date | null;
  readonly holds: boolean;
}

/** A rule with those of its triggers that are not over. */
interface RuleStanding {
  readonly rule: Rule;
  readonly standings: readonly Standing[];
}

function standingOf(rule: Rule, trigger: Trigger, facts: Facts, now: Date): Standing {
  const exit = exitStanding(rule.exit, rule.id, trigger, facts, now);
  const end = earliest([trigger.end, exit.at]);
  return { trigger, exit, end, holds: trigger.at <= now && (end === null || end > now) };
}

function ruleStanding(rule: Rule, facts: Facts, now: Date): RuleStanding {
  const standings = triggersOf(rule.condition, facts)
    .map((trigger) => standingOf(rule, trigger, facts, now))
    .filter(({ end }) => end === null || end > now);
  return { rule, standings };
}

/** Instants at which a standing begins or ends by time alone, after now. */
function changesOf({ trigger, end }: Standing, now: Date): (Date | null)[] {
  return [trigger.at > now ? trigger.at : null, end];
}

/** Facts dated after now (clocks differ): when their time comes they may open an exit. */
function comingFacts({ results, checkIns }: Facts, now: Date): Date[] {
  const times = [
    ...(results === 'unknown' ? [] : results.map(({ sampleCollectedAt }) => sampleCollectedAt)),
    ...(checkIns === 'unknown' ? [] : checkIns.map(({ at }) => at)),
  ];
  return times.filter((at) => at > now);
}

function byTimeThenId(a: Trigger, b: Trigger): number {
  return a.at.getTime() - b.at.getTime() || (a.fact.evidenceId < b.fact.evidenceId ? -1 : 1);
}

function reasonOf({ rule, standings }: RuleStanding): Reason {
  const holding = standings.filter(({ holds }) => holds);
  const ends = holding.map(({ end }) => end);
  return {
    ...{ ruleId: rule.id, ruleVersion: rule.version, color: rule.color },
    reasonClass: reasonClassOf(rule.condition),
    evidence: holding
      .map(({ trigger }) => trigger)
      .sort(byTimeThenId)
      .map(({ fact, kind, at }) => ({ id: fact.evidenceId, kind, source: fact.source, at })),
    until: ends.includes(null) ? null : new Date(Math.max(...ends.map((at) => at?.getTime() ?? 0))),
  };
}

/** The steps out of the latest trigger: who is through with that one is through with the rule. */
function stepsOf({ standings }: RuleStanding): readonly NextStep[] {
  const latest = standings
    .filter(({ holds }) => holds)
    .sort((a, b) => byTimeThenId(a.trigger, b.trigger))
    .at(-1);
  return latest?.exit.steps ?? [];
}

/**
 * Decides a code. Pure and total: same facts, policy and instant, same answer, in whatever order
 * the facts came. A fact that a rule reads and nobody knows suspends the code, and so do lapsed
 * check-ins; silence never colors it. Source: DESIGN.md §5, RULES.md §4.
 */
export function decideColor(facts: Facts, policy: Policy, now: Date): Decision {
  const read = policy.rules.flatMap(({ condition }) => factsRead(condition));
  const missing = [...new Set(read)].filter((kind) => facts[kind] === 'unknown').sort();
  const readable = policy.rules.filter(({ condition }) =>
    factsRead(condition).every((kind) => facts[kind] !== 'unknown'),
  );
  const all = readable.map((rule) => ruleStanding(rule, facts, now));
  const holding = all.filter(({ standings }) => standings.some(({ holds }) => holds));
  const reasons = holding.map(reasonOf).sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
  const until = earliest([
    ...all.flatMap(({ standings }) => standings.flatMap((standing) => changesOf(standing, now))),
    ...comingFacts(facts, now),
  ]);
  const silent = holding.some(({ rule }) => rule.color === null) ? ['CHECK_IN'] : [];
  if (missing.length > 0 || silent.length > 0) {
    return { state: 'SUSPENDED', missing: [...missing, ...silent], reasons, until };
  }
  return {
    state: 'ACTIVE',
    color: darkest(holding.flatMap(({ rule }) => rule.color ?? [])),
    reasons,
    until,
    nextSteps: holding.flatMap(stepsOf),
  };
}
