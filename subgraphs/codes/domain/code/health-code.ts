import type { Color } from '../color/color.ts';
import type { NextStep, Reason } from '../color/decide-color.ts';

/** States of a code. Source: DESIGN.md §4. */
export const CODE_STATES = ['UNDER_REVIEW', 'ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'EXPIRED'] as const;
/** One state of a code. */
export type CodeState = (typeof CODE_STATES)[number];

/** A resident's code in a region. `state` and `color` are those of its latest decision. */
export interface HealthCode {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  readonly state: CodeState;
  readonly color: Color | null;
  /** Null until the registration is approved. */
  readonly maskedName: string | null;
  /** `MMDD`; null until the registration is approved. */
  readonly birthMonthDay: string | null;
  /** A guardian acts for the holder. */
  readonly heldByProxy: boolean;
  readonly policyVersion: number | null;
  readonly decidedAt: Date | null;
  /** When the decision may change by time alone. */
  readonly lookAgainAt: Date | null;
}

/** What a decision says beside state and color. */
export interface DecisionDetail {
  readonly reasons: readonly Reason[];
  readonly nextSteps: readonly NextStep[];
  readonly missing: readonly string[];
}

/** One change of a code's state or color. */
export interface ColorDecision extends DecisionDetail {
  readonly region: string;
  readonly id: string;
  readonly codeId: string;
  readonly residentId: string;
  /** The chunk whose entry in the audit log it shares; null when it has one of its own. */
  readonly chunkId: string | null;
  readonly fromState: CodeState;
  readonly fromColor: Color | null;
  readonly toState: CodeState;
  readonly toColor: Color | null;
  readonly policyVersion: number;
  readonly decidedAt: Date;
  readonly lookAgainAt: Date | null;
}
