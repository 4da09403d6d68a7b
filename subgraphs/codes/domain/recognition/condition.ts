import type { AgreementCondition } from './agreement.ts';

/** How an agreement's condition stands: met, not met, or not known here. */
export type ConditionStanding = 'PASS' | 'FAIL' | 'OPEN';

/** What conditions are judged by; a fact that is left out is not known. */
export interface ConditionFacts {
  /** When the newest NOT_DETECTED sample was taken; null: there is none. */
  readonly notDetectedAt?: Date | null;
}

const HOUR_MS = 3_600_000;

/**
 * Judges a condition. N hours end N hours later to the second, exclusive; a sample of the future is
 * no fact. Source: DESIGN.md §5 (units) and §6 (conditions).
 */
export function conditionStanding(
  { hours }: AgreementCondition,
  { notDetectedAt }: ConditionFacts,
  now: Date,
): ConditionStanding {
  if (notDetectedAt === undefined) return 'OPEN';
  if (notDetectedAt === null) return 'FAIL';
  if (notDetectedAt > now) return 'OPEN';
  return now.getTime() < notDetectedAt.getTime() + hours * HOUR_MS ? 'PASS' : 'FAIL';
}
