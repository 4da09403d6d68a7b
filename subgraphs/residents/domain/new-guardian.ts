import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { WARDS_MAX, type Guardian, type Guardianship } from './guardianship.ts';
import type { Guardians } from './resident-store.ts';

/** The guardianship of a registration that waits for its review. */
export function proposedGuardianship({ id, maskedName }: Guardian): Guardianship {
  const none = { until: null, renewalAskedAt: null, renewalRefusal: null };
  return { guardianId: id, guardianName: maskedName, ...none };
}

/**
 * Who becomes a guardian. @throws {DomainError} NOT_FOUND for whom one may not see, BAD_USER_INPUT
 *   for whom is not registered, CONFLICT for whom has six wards already
 */
export async function newGuardian(
  store: Guardians,
  guardianId: string,
  at: Date,
  by: Identity,
): Promise<Guardian> {
  requireResident(by, guardianId);
  const guardian = await store.lockGuardian(guardianId);
  if (!guardian) {
    throw new DomainError('BAD_USER_INPUT', 'The guardian must be registered first.', {
      fields: ['input.guardianId'],
    });
  }
  if ((await store.countWards(guardianId, at)) >= WARDS_MAX) {
    throw new DomainError('CONFLICT', `A guardian has at most ${WARDS_MAX} wards.`);
  }
  return guardian;
}
