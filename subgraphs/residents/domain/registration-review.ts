import { DomainError } from '../../kit/domain-error.ts';
import { endOfGuardianship } from './guardianship.ts';
import type { Resident, Review, ReviewDecision } from './resident.ts';

/** Hours within which a registration is answered. Source: RULES.md §2.5. */
const ANSWER_HOURS = 24;
const HOUR_MS = 3_600_000;
const REASON = { least: 6, most: 500 } as const;

/** Until when a registration received at an instant is answered. */
export function dueAt(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + ANSWER_HOURS * HOUR_MS);
}

/** A review before it is known until when a guardian acts. */
export type Decision = Omit<Review, 'guardedUntil'>;

/** A checked decision. @throws {DomainError} BAD_USER_INPUT for a reason that is missing or too long */
export function reviewOf(
  decision: ReviewDecision,
  reason: string | null,
  at: Date,
  by: string,
): Decision {
  if (decision === 'REJECT' && (reason ?? '').trim().length < REASON.least) {
    throw new DomainError('BAD_USER_INPUT', 'A rejection needs a reason.', {
      fields: ['input.reason'],
    });
  }
  if ((reason ?? '').length > REASON.most) {
    throw new DomainError('BAD_USER_INPUT', `A reason has at most ${REASON.most} characters.`, {
      fields: ['input.reason'],
    });
  }
  return { state: decision === 'APPROVE' ? 'REGISTERED' : 'REJECTED', at, by, reason };
}

/** The review with the end that it gives to a ward's guardianship. */
export function withEnd({ guardianship, birthDate }: Resident, decision: Decision): Review {
  const begins = decision.state === 'REGISTERED' && guardianship !== null;
  return { ...decision, guardedUntil: begins ? endOfGuardianship(birthDate, decision.at) : null };
}

/** A registration as its review leaves it. */
export function reviewed(resident: Resident, review: Review): Resident {
  const { guardianship } = resident;
  const { state, at, reason, guardedUntil } = review;
  return {
    ...{ ...resident, state, reviewedAt: at, reviewReason: reason },
    guardianship: guardianship && { ...guardianship, until: guardedUntil },
  };
}
