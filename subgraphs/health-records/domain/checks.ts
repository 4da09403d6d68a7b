import { DomainError } from '../../kit/domain-error.ts';
import { regionOfId } from '../../kit/standards/opaque-id.ts';
import type { SelfReport, TestResult } from './records.ts';

/** Temperatures that a living person can have, in degrees Celsius, both included. */
const TEMPERATURE = { least: 34, most: 43 } as const;
/** Fewest characters of a reason to reject. */
const REASON_LEAST = 6;
/** Most characters of a reason. */
const REASON_MOST = 500;
/** Most characters of a laboratory's name. */
export const LABORATORY_MOST = 64;

const DAY_MS = 86_400_000;
/** Oldest sample that is taken, in days. */
const OLDEST_DAYS = 60;
/** A sample may be dated this far ahead, in milliseconds: clocks differ. */
const AHEAD_MS = 60_000;

/** Whether a sample is neither too old nor of the future. Source: RULES.md §3.1 */
export function isOfAge(sampleCollectedAt: Date, now: Date): boolean {
  const age = now.getTime() - sampleCollectedAt.getTime();
  return age >= -AHEAD_MS && age <= OLDEST_DAYS * DAY_MS;
}

/** Refuses a sample of another time. @throws {DomainError} BAD_USER_INPUT Source: RULES.md §3.1 */
export function checkSample(sampleCollectedAt: Date, now: Date): void {
  if (!isOfAge(sampleCollectedAt, now)) {
    refuse('sampleCollectedAt', `A sample is of the last ${OLDEST_DAYS} days.`);
  }
}

/** What can be wrong with a result that is loaded among many. */
export type ResultFault = 'AGE' | 'LABORATORY' | 'REGION';

/** What is wrong with a result that is loaded among many; null: nothing. Source: RULES.md §3 */
export function resultFault(
  { region, id, residentId, sampleCollectedAt, laboratory }: TestResult,
  now: Date,
): ResultFault | null {
  if (!isOfAge(sampleCollectedAt, now)) return 'AGE';
  const isNamed = laboratory !== '' && laboratory.length <= LABORATORY_MOST;
  if (!isNamed || laboratory.trim() !== laboratory) return 'LABORATORY';
  const isHere = regionOfId(id) === region && regionOfId(residentId) === region;
  return isHere ? null : 'REGION';
}

/** Refuses one field of the input. @throws {DomainError} BAD_USER_INPUT, always */
export function refuse(field: string, message: string): never {
  throw new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

/** Checks what a person says of their health. @throws {DomainError} BAD_USER_INPUT Source: RULES.md §1.6 */
export function checkReport({ temperature }: SelfReport): void {
  const { least, most } = TEMPERATURE;
  if (temperature !== null && !(temperature >= least && temperature <= most)) {
    refuse('temperature', `A temperature is ${least} to ${most} °C.`);
  }
}

/** Checks the reason of a review. @throws {DomainError} BAD_USER_INPUT Source: RULES.md §1.4 */
export function checkReason(decision: 'APPROVE' | 'REJECT', reason: string | null): void {
  if (decision === 'REJECT' && (reason ?? '').trim().length < REASON_LEAST) {
    refuse('reason', `A rejection needs a reason of at least ${REASON_LEAST} characters.`);
  }
  if (reason !== null && reason.length > REASON_MOST) {
    refuse('reason', `A reason has at most ${REASON_MOST} characters.`);
  }
}

/** Name of a laboratory, without blanks around it. @throws {DomainError} BAD_USER_INPUT Source: RULES.md §3.4 */
export function laboratoryName(given: string): string {
  const name = given.trim();
  if (name === '' || name.length > LABORATORY_MOST) {
    refuse('laboratory', `A laboratory has a name of at most ${LABORATORY_MOST} characters.`);
  }
  return name;
}
