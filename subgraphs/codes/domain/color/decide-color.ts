import { COLORS, darkest, type Color } from './color.ts';
import type { Decision, Reason } from './decision.ts';
import { lapses } from './duty.ts';
import type { FactKind, Facts } from './facts.ts';
import { nextSteps } from './next-steps.ts';
import type { Policy, Rule } from './policy.ts';
import { dateOf, NEVER } from './spans.ts';
import { colorOf, ruleStanding, type RuleStanding, type Standing } from './standings.ts';
import { factsRead, reasonClassOf } from './triggers.ts';

export type { Decision, NextStep, Reason } from './decision.ts';

/** Facts that each policy reads, reckoned once: a run decides millions of codes under one policy. */
const READ = new WeakMap<Policy, readonly FactKind[]>();

/** Facts that a policy reads, in the order of their names. */
function factsReadBy(policy: Policy): readonly FactKind[] {
  const before = READ.get(policy);
  if (before) return before;
  const read = policy.rules.flatMap(({ condition }) => factsRead(condition));
  const kinds = [...new Set(read)].sort();
  READ.set(policy, kinds);
  return kinds;
}

function standingsOf(facts: Facts, policy: Policy, missing: readonly FactKind[], now: number) {
  const readable = ({ condition }: Rule) =>
    factsRead(condition).every((kind) => facts[kind] !== 'unknown');
  const read = missing.length === 0 ? policy.rules : policy.rules.filter(readable);
  const rules = read.map((rule) => ruleStanding(rule, facts, now));
  const since = policy.validFrom.getTime();
  return rules.map((one): RuleStanding => {
    const { rule } = one;
    if (rule.condition.kind !== 'CHECK_INS_LAPSED') return one;
    return { rule, standings: lapses(rule.condition.days, rules, facts, since, now) };
  });
}

/** Facts dated after now (clocks differ): when their time comes they may open an exit. */
function comingFacts({ results, checkIns }: Facts, now: number): number {
  let first = NEVER;
  for (const { sampleCollectedAt } of results === 'unknown' ? [] : results) {
    const at = sampleCollectedAt.getTime();
    if (at > now && at < first) first = at;
  }
  for (const { at: instant } of checkIns === 'unknown' ? [] : checkIns) {
    const at = instant.getTime();
    if (at > now && at < first) first = at;
  }
  return first;
}

/** First instant after now at which time alone may change the decision. */
function changeAfter(rules: readonly RuleStanding[], facts: Facts, now: number): number {
  let first = comingFacts(facts, now);
  for (const { standings } of rules) {
    for (const { trigger, end } of standings) {
      if (end <= now) continue;
      const change = trigger.at > now ? trigger.at : end;
      if (change < first) first = change;
    }
  }
  return first;
}

function byTimeThenId(a: Standing, b: Standing): number {
  const { fact: first, happenedAt } = a.trigger;
  const { fact: second } = b.trigger;
  return happenedAt - b.trigger.happenedAt || (first.evidenceId < second.evidenceId ? -1 : 1);
}

/** What a rule gives: its own color; of an override, the one in the evidence. */
function colorGiven(rule: Rule, holding: readonly Standing[]): Color | null {
  if (rule.condition.kind !== 'OVERRIDE') return rule.color;
  const stricter = holding.flatMap((one) => colorOf(rule, one) ?? []);
  return stricter.length > 0 ? darkest(stricter) : lightestCap(holding);
}

/** The lightest color that relaxing overrides name; null when none holds. */
function lightestCap(standings: readonly Standing[]): Color | null {
  const caps = standings.flatMap(({ trigger, holds }) =>
    holds && trigger.relaxes && trigger.color !== null ? [trigger.color] : [],
  );
  return COLORS.find((color) => caps.includes(color)) ?? null;
}

function reasonOf({ rule, standings }: RuleStanding): Reason {
  const holding = standings.filter(({ holds }) => holds).sort(byTimeThenId);
  return {
    ...{ ruleId: rule.id, ruleVersion: rule.version, color: colorGiven(rule, holding) },
    reasonClass: reasonClassOf(rule.condition),
    evidence: holding.map(({ trigger: { fact, kind, happenedAt } }) => ({
      ...{ id: fact.evidenceId, kind, source: fact.source, at: new Date(happenedAt) },
    })),
    until: dateOf(Math.max(...holding.map(({ end }) => end))),
  };
}

/**
 * The darkest of what holds, no darker than a relaxing override allows; a stricter one counts after
 * that. Source: RULES.md §4.2, §2.8.
 */
function colorNow(holding: readonly RuleStanding[]): Color {
  const given = (of: readonly RuleStanding[]) =>
    darkest(
      of.flatMap(({ rule, standings }) =>
        standings.flatMap((one) => (one.holds ? (colorOf(rule, one) ?? []) : [])),
      ),
    );
  const isOverride = ({ rule }: RuleStanding) => rule.condition.kind === 'OVERRIDE';
  const overrides = holding.filter(isOverride);
  const derived = given(holding.filter((one) => !isOverride(one)));
  const cap = lightestCap(overrides.flatMap(({ standings }) => standings)) ?? 'RED';
  const capped = COLORS.indexOf(derived) > COLORS.indexOf(cap) ? cap : derived;
  return darkest([capped, given(overrides)]);
}

/**
 * Decides a code. Pure and total: same facts, policy and instant, same answer, in whatever order
 * the facts came. A fact that a rule reads and nobody knows suspends the code, and so do lapsed
 * check-ins; silence never colors it. Source: DESIGN.md §5, RULES.md §4.
 */
export function decideColor(facts: Facts, policy: Policy, now: Date): Decision {
  const at = now.getTime();
  const missing = factsReadBy(policy).filter((kind) => facts[kind] === 'unknown');
  const rules = standingsOf(facts, policy, missing, at);
  const holding = rules.filter(({ standings }) => standings.some(({ holds }) => holds));
  const reasons = holding.map(reasonOf).sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
  const until = dateOf(changeAfter(rules, facts, at));
  const lapsed = holding.some(({ rule }) => rule.condition.kind === 'CHECK_INS_LAPSED');
  if (missing.length > 0 || lapsed) {
    return {
      ...{ state: 'SUSPENDED', missing: [...missing, ...(lapsed ? ['CHECK_IN'] : [])] },
      ...{ reasons, until },
    };
  }
  const color = colorNow(holding);
  const steps = nextSteps(rules, color, facts, at);
  return { state: 'ACTIVE', color, reasons, until, nextSteps: steps };
}
