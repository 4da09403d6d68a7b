import type { Texts } from '../texts.ts';
import type { Color } from './color.ts';
import type { SymptomTerm } from './symptom.ts';

/** Levels of a risk area. Source: the national bulletins. */
export const RISK_LEVELS = ['HIGH', 'MEDIUM', 'LOW'] as const;
/** One level of a risk area. */
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Places of isolation. */
export const PLACES = ['HOME', 'CENTRAL'] as const;
/** One place of isolation. */
export type Place = (typeof PLACES)[number];

/** Condition of a rule, closed list. No condition can name a person. Source: DESIGN.md §5. */
export type Condition =
  | { readonly kind: 'DETECTED_RESULT'; readonly days: number }
  | { readonly kind: 'RISK_AREA_STAY'; readonly level: RiskLevel; readonly days: number }
  | { readonly kind: 'CONTACT_NOTICE'; readonly days: number }
  | { readonly kind: 'ISOLATION_ORDER'; readonly place: Place }
  | { readonly kind: 'SYMPTOM'; readonly terms: readonly SymptomTerm[]; readonly days: number }
  | { readonly kind: 'ENTRY_FROM_ABROAD'; readonly days: number }
  | { readonly kind: 'CHECK_INS_LAPSED'; readonly days: number }
  | { readonly kind: 'OVERRIDE' };

/** Kinds of condition. */
export const CONDITION_KINDS = [
  'DETECTED_RESULT',
  'RISK_AREA_STAY',
  'CONTACT_NOTICE',
  'ISOLATION_ORDER',
  'SYMPTOM',
  'ENTRY_FROM_ABROAD',
  'CHECK_INS_LAPSED',
  'OVERRIDE',
] as const satisfies readonly Condition['kind'][];

/** Units of a span. */
export const SPAN_UNITS = ['DAY', 'HOUR'] as const;

/** Length of time with its unit. Source: DESIGN.md §5, "A rule states its unit". */
export interface Span {
  readonly n: number;
  readonly unit: (typeof SPAN_UNITS)[number];
}

/** How one gets out of a rule before its window ends. Source: DESIGN.md §5. */
export type Exit =
  | ({ readonly kind: 'AFTER' } & Span)
  | {
      readonly kind: 'NOT_DETECTED_RESULTS';
      readonly count: number;
      readonly hoursApart: number;
      /** Results count from this day after the event on; 0 = at once. */
      readonly fromDay: number;
    }
  | { readonly kind: 'NORMAL_CHECK_INS'; readonly count: number }
  | { readonly kind: 'ORDER_RELEASED' }
  | { readonly kind: 'ALL'; readonly of: readonly Exit[] }
  | { readonly kind: 'ANY'; readonly of: readonly Exit[] };

/** Kinds of exit. */
export const EXIT_KINDS = [
  'AFTER',
  'NOT_DETECTED_RESULTS',
  'NORMAL_CHECK_INS',
  'ORDER_RELEASED',
  'ALL',
  'ANY',
] as const satisfies readonly Exit['kind'][];

/** One rule of a policy. */
export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly condition: Condition;
  /**
   * Null for two conditions: CHECK_INS_LAPSED suspends, as silence is never a color; of an
   * OVERRIDE the evidence says the color.
   */
  readonly color: Exclude<Color, 'GREEN'> | null;
  readonly exit: Exit;
  readonly text: Texts;
}

/** A region's rules for a time. A published version never changes. */
export interface Policy {
  readonly region: string;
  readonly version: number;
  readonly validFrom: Date;
  /** Exclusive; null = until a later version. */
  readonly validTo: Date | null;
  /** A status older than this gives no verdict but STALE. */
  readonly statusMaxAgeMinutes: number;
  readonly rules: readonly Rule[];
}
