import type { Color } from './color.ts';
import type { EvidenceSource } from './facts.ts';

/** Grounds of a decision, closed list. Source: DESIGN.md §4. */
export const REASON_CLASSES = [
  'SYMPTOM',
  'RISK_AREA',
  'CONTACT',
  'TEST',
  'CASE',
  'ENTRY',
  'CHECK_IN_LAPSED',
  'OVERRIDE',
  'CORRECTION',
] as const;
/** One ground of a decision. */
export type ReasonClass = (typeof REASON_CLASSES)[number];

/** Evidence as a reason cites it. */
export interface EvidenceReference {
  readonly id: string;
  readonly kind: string;
  readonly source: EvidenceSource;
  readonly at: Date;
}

/** One rule that holds, with what makes it hold. */
export interface Reason {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly reasonClass: ReasonClass;
  /** What the rule gives; null = it suspends. */
  readonly color: Color | null;
  readonly evidence: readonly EvidenceReference[];
  /** When the rule ends by time alone; null when it does not. */
  readonly until: Date | null;
}

/** What a step leads to: the code's color from an instant on, other rules considered. */
export interface Outlook {
  readonly at: Date;
  readonly color: Color;
}

/** What one can do to get out of a rule. */
type Way =
  | { readonly kind: 'WAIT'; readonly ruleId: string; readonly until: Date }
  | {
      readonly kind: 'NOT_DETECTED_RESULTS';
      readonly ruleId: string;
      readonly remaining: number;
      readonly notBefore: Date;
    }
  | { readonly kind: 'CHECK_IN'; readonly ruleId: string; readonly remaining: number }
  | { readonly kind: 'RELEASE'; readonly ruleId: string }
  | { readonly kind: 'LEAVE_AREA'; readonly ruleId: string }
  | { readonly kind: 'DECLARE' };

/**
 * What leads out of a rule. `then`: what comes of it when everything is done as early as it can be
 * and one check-in a day follows; absent when the color stays or nobody can reckon it.
 */
export type NextStep = Way & { readonly then?: Outlook | undefined };

/**
 * What the facts, the policy and the instant give. `until`: the first instant at which time alone
 * may change it; null when time alone never does.
 */
export type Decision =
  | {
      readonly state: 'ACTIVE';
      readonly color: Color;
      readonly reasons: readonly Reason[];
      readonly until: Date | null;
      readonly nextSteps: readonly NextStep[];
    }
  | {
      readonly state: 'SUSPENDED';
      /** Facts that a rule reads and nobody knows: `declarations`, `CHECK_IN`, … */
      readonly missing: readonly string[];
      readonly reasons: readonly Reason[];
      readonly until: Date | null;
    };
