import type {
  Color,
  PolicyConditionKind,
  PolicyExitKind,
  PolicyPlace,
  PolicyRiskLevel,
  PolicyRuleInput,
  PolicySpanUnit,
} from '../../gql/graphql.ts';

/** What a rule asks; what its kind does not know is null. */
export interface Condition {
  readonly kind: PolicyConditionKind;
  readonly days?: number | null;
  readonly level?: PolicyRiskLevel | null;
  readonly place?: PolicyPlace | null;
  readonly terms?: readonly string[] | null;
}

/** How one gets out of a rule; what its kind does not know is null. */
export interface Exit {
  readonly kind: PolicyExitKind;
  readonly n?: number | null;
  readonly unit?: PolicySpanUnit | null;
  readonly count?: number | null;
  readonly hoursApart?: number | null;
  readonly fromDay?: number | null;
  readonly of?: readonly Exit[] | null;
}

/** A rule of a policy with its text in all languages. */
export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly color?: Color | null;
  readonly zhHans: string;
  readonly zhHant: string;
  readonly en: string;
  readonly condition: Condition;
  readonly exit: Exit;
}

/** How a rule of a proposed version stands to the version in force. */
export type RuleChange = 'added' | 'removed' | 'changed' | 'same';

/** A rule of either version, and how it changes. */
export interface ComparedRule {
  readonly change: RuleChange;
  readonly rule: Rule;
  /** What stood before, when it is changed. */
  readonly before: Rule | null;
}

function said({ condition, exit, color, ...texts }: Rule): string {
  const parts = [condition, exit, color ?? null, texts.zhHans, texts.zhHant, texts.en];
  // What is null and what is not there are the same.
  return JSON.stringify(parts, (_key, value: unknown) => value ?? undefined);
}

/** Whether two rules say the same, whatever their ids and versions. */
export function saysSame(a: Rule, b: Rule): boolean {
  return said(a) === said(b);
}

/** What a rule is about: CONTACT-HOME-10D and CONTACT-HOME-7D are the same but for the days. */
function stemOf(id: string): string {
  return id.replace(/-\d+D$/, '');
}

/** Which rule of a version stands for one of another: that of its id, else one that differs in days. */
function partners(before: readonly Rule[], after: readonly Rule[]): ReadonlyMap<Rule, Rule> {
  const pairs = new Map<Rule, Rule>();
  const left = new Set(before);
  for (const same of [(id: string) => id, stemOf]) {
    for (const rule of after) {
      if (pairs.has(rule)) continue;
      const was = [...left].find(({ id }) => same(id) === same(rule.id));
      if (!was) continue;
      pairs.set(rule, was);
      left.delete(was);
    }
  }
  return pairs;
}

/** Compares the rules of two versions: those of the new one in its order, then the removed. */
export function compareRules(
  before: readonly Rule[],
  after: readonly Rule[],
): readonly ComparedRule[] {
  const pairs = partners(before, after);
  const kept = new Set(pairs.values());
  return [
    ...after.map((rule): ComparedRule => {
      const was = pairs.get(rule) ?? null;
      if (!was) return { change: 'added', rule, before: null };
      const same = was.id === rule.id && saysSame(was, rule);
      return { change: same ? 'same' : 'changed', rule, before: was };
    }),
    ...before
      .filter((rule) => !kept.has(rule))
      .map((rule): ComparedRule => ({ change: 'removed', rule, before: rule })),
  ];
}

/** How many rules change in which way. */
export function changeCounts(compared: readonly ComparedRule[]): Record<RuleChange, number> {
  const counts = { added: 0, removed: 0, changed: 0, same: 0 };
  for (const { change } of compared) counts[change] += 1;
  return counts;
}

function exitInput({ kind, n, unit, count, hoursApart, fromDay, of }: Exit): object {
  return {
    ...{ kind, n, unit, count, hoursApart, fromDay },
    of: of?.map(exitInput) ?? null,
  };
}

/** A rule as the graph takes it. */
export function ruleInput({ zhHans, zhHant, en, ...rule }: Rule): PolicyRuleInput {
  const { id, version, color = null, condition, exit } = rule;
  const { kind, days, level, place, terms } = condition;
  return {
    ...{ id, version, color, text: { zhHans, zhHant, en } },
    condition: { kind, days, level, place, terms: terms ? [...terms] : null },
    exit: { kind: exit.kind, ...exitInput(exit) },
  };
}
