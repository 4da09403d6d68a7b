import type { Color } from '../../color/color.ts';
import type { Condition, Rule } from '../../color/policy.ts';
import type { Texts } from '../../texts.ts';
import { says } from './words.ts';

/**
 * How an edition's measure becomes a color. The editions speak of places, not of colors: that
 * isolation at a facility is RED, health monitoring at home YELLOW, and what only asks for tests
 * YELLOW until they are done, is our mapping.
 */
export const MEASURE_COLORS = {
  CENTRAL: 'RED',
  HOME: 'YELLOW',
  TESTS: 'YELLOW',
} as const satisfies Record<string, Color>;

const CONTACT = says('与病例密切接触', '與病例密切接觸', 'contact with a case');
const ENTRY = says('入境', '入境', 'entry from abroad');
const PLACES = {
  CENTRAL: says('集中隔离', '集中隔離', 'isolation at a facility'),
  HOME: says('居家隔离或健康监测', '居家隔離或健康監測', 'isolation or monitoring at home'),
} as const;

function ruleOf(
  id: string,
  condition: Extract<Condition, { readonly days: number }>,
  place: keyof typeof PLACES,
  after: Texts,
): Rule {
  const { days: n } = condition;
  const where = PLACES[place];
  return {
    ...{ id: `${id}-${place}-${n}D`, version: 1, condition, color: MEASURE_COLORS[place] },
    exit: { kind: 'AFTER', n, unit: 'DAY' },
    text: says(
      `${after.ZH_HANS}后 ${n} 天内${where.ZH_HANS}，期满自动解除。`,
      `${after.ZH_HANT}後 ${n} 天內${where.ZH_HANT}，期滿自動解除。`,
      `Within ${n} days after ${after.EN}: ${where.EN}. It ends by itself.`,
    ),
  };
}

/**
 * Isolation at a facility, then at home: "14+7" is RED to day 14 and YELLOW to day 21, as the
 * darker of two rules counts. 0 = none of that.
 */
export interface Isolation {
  readonly central: number;
  readonly home: number;
}

function twoParts(id: string, kind: 'CONTACT_NOTICE' | 'ENTRY_FROM_ABROAD', span: Isolation) {
  const { central, home } = span;
  const after = kind === 'CONTACT_NOTICE' ? CONTACT : ENTRY;
  const rules: Rule[] = [];
  if (central > 0) rules.push(ruleOf(id, { kind, days: central }, 'CENTRAL', after));
  if (home > 0) rules.push(ruleOf(id, { kind, days: central + home }, 'HOME', after));
  return rules;
}

/** What a contact notice asks, counted from the last contact. */
export function contactRules(span: Isolation): readonly Rule[] {
  return twoParts('CONTACT', 'CONTACT_NOTICE', span);
}

/** What an entry from abroad asks, counted from the day of entry. */
export function entryRules(span: Isolation): readonly Rule[] {
  return twoParts('ENTRY', 'ENTRY_FROM_ABROAD', span);
}

const LEVELS = {
  HIGH: says('离开高风险区', '離開高風險區', 'leaving a high-risk area'),
  MEDIUM: says('离开中风险区', '離開中風險區', 'leaving a medium-risk area'),
} as const;

/** What a stay in a risk area asks: from its beginning to `days` days after its end. */
export function stayRule(level: keyof typeof LEVELS, place: keyof typeof PLACES, days: number) {
  return ruleOf(level, { kind: 'RISK_AREA_STAY', level, days }, place, LEVELS[level]);
}

/** A stay in a low-risk area asks for two tests a day apart after it, within 7 days. */
export const LOW_TESTS: Rule = {
  id: 'LOW-TESTS-7D',
  version: 1,
  condition: { kind: 'RISK_AREA_STAY', level: 'LOW', days: 7 },
  color: MEASURE_COLORS.TESTS,
  exit: { kind: 'NOT_DETECTED_RESULTS', count: 2, hoursApart: 24, fromDay: 0 },
  text: says(
    '7 天内到过低风险区。离开后完成间隔 24 小时的两次阴性检测即解除。',
    '7 天內到過低風險區。離開後完成間隔 24 小時的兩次陰性檢測即解除。',
    'Within 7 days after leaving a low-risk area. Two negative tests 24 hours apart end it.',
  ),
};
