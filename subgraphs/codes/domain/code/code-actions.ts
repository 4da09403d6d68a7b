import { DomainError } from '../../../kit/domain-error.ts';
import { againstResident, type Identity } from '../../../kit/identity.ts';
import type { HealthCode } from './health-code.ts';

/** What stands against giving out a code's text. */
export function againstIssuing(
  { residentId, state, color }: HealthCode,
  by: Identity,
): DomainError | null {
  if (!by.scopes.includes('code:issue') && !by.scopes.includes('self')) {
    return new DomainError('SCOPE_MISSING', 'You may not issue codes.');
  }
  const obstacle = againstResident(by, residentId);
  if (obstacle || (state === 'ACTIVE' && color !== null)) return obstacle;
  return new DomainError(
    'ILLEGAL_TRANSITION',
    `A code is issued when it is ACTIVE; this one is ${state}.`,
  );
}

/** What stands against voiding a code's texts. */
export function againstWithdrawing({ region }: HealthCode, by: Identity): DomainError | null {
  if (!by.scopes.includes('code:withdraw')) {
    return new DomainError('SCOPE_MISSING', 'You may not withdraw codes.');
  }
  return by.regions.includes(region) ? null : new DomainError('NOT_FOUND', 'No such code.');
}
