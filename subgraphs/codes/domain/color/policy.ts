import type { Texts } from '../texts.ts';
import type { Color } from './color.ts';

/** Condition of a rule, closed list. No condition can name a person. Source: DESIGN.md §5. */
export type Condition =
  | { readonly kind: 'DETECTED_RESULT'; readonly days: number }
  | { readonly kind: 'SYMPTOM'; readonly terms: readonly string[]; readonly days: number }
  | { readonly kind: 'ISOLATION_ORDER'; readonly place: 'HOME' | 'CENTRAL' }
  | { readonly kind: 'CHECK_INS_LAPSED'; readonly days: number };

/** Length of time with its unit. Source: DESIGN.md §5, "A rule states its unit". */
export interface Span {
  readonly n: number;
  readonly unit: 'DAY' | 'HOUR';
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

/** One rule of a policy. */
export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly condition: Condition;
  /** Null: the rule suspends, as silence is never a color (CHECK_INS_LAPSED only). */
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
