import { DomainError } from '../../kit/domain-error.ts';
import type { Review, ReviewDecision } from './resident.ts';

/** Hours within which a registration is answered. Source: RULES.md §2.5. */
const ANSWER_HOURS = 24;
const HOUR_MS = 3_600_000;
const REASON = { least: 6, most: 500 } as const;

/** Until when a registration received at an instant is answered. */
export function dueAt(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + ANSWER_HOURS * HOUR_MS);
}

/** A checked decision. @throws {DomainError} BAD_USER_INPUT for a reason that is missing or too long */
export function reviewOf(
  decision: ReviewDecision,
  reason: string | null,
  at: Date,
  by: string,
): Review {
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
