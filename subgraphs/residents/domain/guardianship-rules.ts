import { DomainError } from '../../kit/domain-error.ts';
import { againstResident, type Identity } from '../../kit/identity.ts';
import { agreesThemselves, holds } from './guardianship.ts';
import type { Resident } from './resident.ts';

/** Whether a person's session is the guardian's, and not the ward's own. */
export function actsAsGuardian({ guardianship }: Resident, { residents }: Identity): boolean {
  return guardianship !== null && residents !== '*' && residents.includes(guardianship.guardianId);
}

function transition(message: string): DomainError {
  return new DomainError('ILLEGAL_TRANSITION', message);
}

/** What stands against ending a guardianship; either side ends it. Source: RULES.md §8.5. */
export function againstEnding(ward: Resident, by: Identity, at: Date): DomainError | null {
  const obstacle = againstResident(by, ward.id);
  if (obstacle) return obstacle;
  const { guardianship } = ward;
  if (!guardianship || !holds(guardianship, at)) return transition('No guardian acts here.');
  return guardianship.until === null ? transition('It begins with the review.') : null;
}

/** What stands against a guardian's asking for a renewal. Source: RULES.md §8.4. */
export function againstRenewing(ward: Resident, by: Identity, at: Date): DomainError | null {
  const obstacle = againstResident(by, ward.id);
  if (obstacle) return obstacle;
  const { guardianship } = ward;
  if (!guardianship?.until || !holds(guardianship, at)) return transition('No guardian acts here.');
  if (!actsAsGuardian(ward, by)) {
    return new DomainError('FORBIDDEN', 'The guardian asks for a renewal.');
  }
  if (agreesThemselves(ward.birthDate, at)) {
    return new DomainError(
      'FORBIDDEN',
      'From 14 on the person agrees at a desk, or by a code of their own account.',
    );
  }
  return guardianship.renewalAskedAt ? transition('It was asked for before.') : null;
}

/** What stands against deciding a renewal. */
export function againstReviewingRenewal(ward: Resident, by: Identity, at: Date) {
  if (!by.scopes.includes('registration:review')) {
    return new DomainError('SCOPE_MISSING', 'You may not review registrations.');
  }
  if (!by.regions.includes(ward.region)) {
    return new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
  }
  const { guardianship } = ward;
  if (guardianship?.renewalAskedAt && holds(guardianship, at)) return null;
  return transition('No renewal waits here.');
}

/** What stands against a person's agreeing to a guardian by a code. Source: RULES.md §8.3. */
export function againstAgreeing(person: Resident, by: Identity, at: Date): DomainError | null {
  const obstacle = againstResident(by, person.id);
  if (obstacle) return obstacle;
  if (by.kind !== 'RESIDENT' || actsAsGuardian(person, by)) {
    return new DomainError('FORBIDDEN', 'Only the person agrees by a code.');
  }
  if (!agreesThemselves(person.birthDate, at)) {
    return new DomainError('FORBIDDEN', 'Below 14 a guardian is named by reviewed proof.');
  }
  return person.state === 'REGISTERED'
    ? null
    : transition('Only a registration that counts has a guardian.');
}
