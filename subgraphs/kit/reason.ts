import { DomainError } from './domain-error.ts';

/** A reason as it is kept, without blanks around it. @throws {DomainError} BAD_USER_INPUT */
export function checkedReason(given: string): string {
  const reason = given.trim();
  if (reason.length >= 6 && reason.length <= 500) return reason;
  throw new DomainError('BAD_USER_INPUT', 'A reason has 6 to 500 characters.', {
    fields: ['input.reason'],
  });
}
