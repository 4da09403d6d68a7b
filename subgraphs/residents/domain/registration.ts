import { DomainError } from '../../kit/domain-error.ts';
import { requireRegion, requireResident, type Identity } from '../../kit/identity.ts';
import { shanghaiDay } from '../../kit/standards/shanghai-day.ts';
import { maskedName } from './masked-name.ts';
import { ageOn, checkParticulars, GUARDED_BELOW_YEARS } from './particulars.ts';
import type { NewResident, Particulars, Resident, Review, ReviewDecision } from './resident.ts';
import type { ResidentStore } from './resident-store.ts';

/** Most wards a guardian may have. Source: DESIGN.md §4, Guardians. */
const WARDS_MAX = 6;

/** What the use cases need besides the store. */
export interface RegistrationPorts {
  readonly store: ResidentStore;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  /** Deepest region at or above a division that registers residents; null when there is none. */
  readonly registrarOf: (division: string) => Promise<string | null>;
}

function accountOf(by: Identity): string | null {
  return by.kind === 'RESIDENT' ? by.subject : null;
}

/** Use cases of registration and its review. */
export function registrationUseCases({ store, now, newId, registrarOf }: RegistrationPorts) {
  async function checkGuardian(given: Particulars, today: string, by: Identity): Promise<void> {
    if (given.guardianId === null) {
      if (ageOn(given.birthDate, today) < GUARDED_BELOW_YEARS) {
        throw new DomainError('BAD_USER_INPUT', 'A child is registered by a guardian.', {
          fields: ['input.guardianId'],
        });
      }
      return;
    }
    requireResident(by, given.guardianId);
    const guardian = await store.find(given.guardianId);
    if (guardian?.state !== 'REGISTERED') {
      throw new DomainError('BAD_USER_INPUT', 'The guardian must be registered first.', {
        fields: ['input.guardianId'],
      });
    }
    if ((await store.countWards(given.guardianId)) >= WARDS_MAX) {
      throw new DomainError('CONFLICT', `A guardian has at most ${WARDS_MAX} wards.`);
    }
  }

  async function regionFor(given: Particulars, by: Identity): Promise<string> {
    const region = await registrarOf(given.division);
    if (region === null) {
      throw new DomainError('BAD_USER_INPUT', 'No region registers residents of this division.', {
        fields: ['input.division'],
      });
    }
    if (by.kind !== 'RESIDENT') requireRegion(by, region);
    return region;
  }

  return {
    /**
     * Receives a registration. The answer is the same whether or not the document is known here:
     * what it duplicates is for the reviewer to see. Source: SECURITY.md, invariant 13.
     * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE, NOT_FOUND, CONFLICT
     */
    async register(given: Particulars, by: Identity): Promise<Resident> {
      const at = now();
      const particulars = checkParticulars(given, shanghaiDay(at));
      const region = await regionFor(particulars, by);
      await checkGuardian(particulars, shanghaiDay(at), by);
      const resident: NewResident = {
        ...particulars,
        region,
        id: newId(region),
        maskedName: maskedName(particulars.name),
        account: accountOf(by),
        receivedAt: at,
      };
      await store.add(resident);
      const { id, maskedName: masked, documentType, birthDate, division, guardianId } = resident;
      return {
        ...{ region, id, documentType, birthDate, division, guardianId, maskedName: masked },
        ...{ state: 'RECEIVED', receivedAt: at, reviewedAt: null, reviewReason: null },
      };
    },

    /**
     * Decides a registration.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, ILLEGAL_TRANSITION, CONFLICT
     */
    async review(
      id: string,
      decision: ReviewDecision,
      reason: string | null,
      by: Identity,
    ): Promise<Resident> {
      const resident = await store.find(id);
      if (!resident) throw new DomainError('NOT_FOUND', 'No such registration.');
      if (decision === 'REJECT' && (reason ?? '').trim().length < 6) {
        throw new DomainError('BAD_USER_INPUT', 'A rejection needs a reason.', {
          fields: ['input.reason'],
        });
      }
      if ((reason ?? '').length > 500) {
        throw new DomainError('BAD_USER_INPUT', 'A reason has at most 500 characters.', {
          fields: ['input.reason'],
        });
      }
      const state = decision === 'APPROVE' ? 'REGISTERED' : 'REJECTED';
      const review: Review = { state, at: now(), by: by.subject, reason };
      const stored = await store.review(resident, review);
      if (stored === 'DONE') {
        throw new DomainError('ILLEGAL_TRANSITION', 'This registration was decided before.');
      }
      if (stored === 'TAKEN') {
        throw new DomainError('CONFLICT', 'This document is registered here already.');
      }
      return { ...resident, state, reviewedAt: review.at, reviewReason: reason };
    },
  };
}
