import type { Exit, Rule } from './rules.ts';
import { saysSame } from './rules.ts';

/** Languages of a rule's text, as the graph names its fields. */
export const TEXT_FIELDS = ['zhHans', 'zhHant', 'en'] as const;
/** One of them. */
export type TextField = (typeof TEXT_FIELDS)[number];

/** Colors that a rule may give. */
export const RULE_COLORS = ['YELLOW', 'RED'] as const;

/** What an author changes of a rule; what is not there stays. */
export interface RuleEdit {
  /** The rule is left out. */
  readonly off?: boolean;
  readonly days?: number;
  readonly color?: (typeof RULE_COLORS)[number];
  readonly texts?: Readonly<Partial<Record<TextField, string>>>;
}

/** Changes by the id of the rule that is changed. */
export type RuleEdits = Readonly<Record<string, RuleEdit>>;

/** A text with another number of days, where it names them. */
function withDays(text: string, from: number, to: number): string {
  return text.replace(new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g'), String(to));
}

/** A way out that is as long as the window of its rule stays as long as it. */
function exitWithDays(exit: Exit, from: number, to: number): Exit {
  const whole = exit.kind === 'AFTER' && exit.unit === 'DAY' && exit.n === from;
  return whole ? { ...exit, n: to } : exit;
}

/** A rule with other days: in its condition, its way out, its texts and its name. */
function lasting(rule: Rule, to: number): Rule {
  const { id, condition, exit } = rule;
  const from = condition.days;
  if (from == null || from === to) return rule;
  return {
    ...rule,
    ...{
      id: id.replace(new RegExp(`-${from}D$`), `-${to}D`),
      condition: { ...condition, days: to },
    },
    ...{ exit: exitWithDays(exit, from, to), zhHans: withDays(rule.zhHans, from, to) },
    ...{ zhHant: withDays(rule.zhHant, from, to), en: withDays(rule.en, from, to) },
  };
}

/**
 * A version that no rule of this name had, when it says something new: a decision cites both, and
 * together they mean one rule for ever.
 */
function versioned(rule: Rule, known: readonly Rule[]): Rule {
  const namesakes = known.filter(({ id }) => id === rule.id);
  const same = namesakes.find((one) => saysSame(one, rule));
  const highest = Math.max(0, ...namesakes.map(({ version }) => version));
  return { ...rule, version: same?.version ?? highest + 1 };
}

/** A rule as an author changed it; `known`: every rule that was ever published here. */
export function editedRule(rule: Rule, edit: RuleEdit | undefined, known: readonly Rule[]): Rule {
  if (!edit) return rule;
  const { days, color, texts } = edit;
  const lasts = days === undefined ? rule : lasting(rule, days);
  const changed = { ...lasts, ...(color && { color }), ...texts };
  return saysSame(rule, changed) ? rule : versioned(changed, [...known, rule]);
}

/** The rules that are proposed: those that are left in, as they were changed. */
export function editedRules(
  rules: readonly Rule[],
  edits: RuleEdits,
  known: readonly Rule[],
): readonly Rule[] {
  return rules
    .filter(({ id }) => edits[id]?.off !== true)
    .map((rule) => editedRule(rule, edits[rule.id], known));
}
