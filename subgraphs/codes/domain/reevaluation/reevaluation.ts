/** Why all codes of a region are decided anew; a closed list. */
export const REEVALUATION_REASONS = ['POLICY_PUBLISHED', 'POLICY_WITHDRAWN'] as const;
/** One reason of the list. */
export type ReevaluationReason = (typeof REEVALUATION_REASONS)[number];

/** How far a re-evaluation is. */
export const REEVALUATION_STATES = ['PLANNED', 'RUNNING', 'DONE'] as const;
/** One of them. */
export type ReevaluationState = (typeof REEVALUATION_STATES)[number];

/** A re-evaluation of every code of a region, done in chunks. */
export interface Reevaluation {
  readonly region: string;
  readonly id: string;
  readonly reason: ReevaluationReason;
  readonly state: ReevaluationState;
  /** Not begun before. */
  readonly dueAt: Date;
  /** Codes when it began; null before. */
  readonly total: number | null;
  readonly done: number;
  /** Codes whose state or color changed. */
  readonly changed: number;
  /** Codes that could not be decided; the log says why. */
  readonly failed: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}
