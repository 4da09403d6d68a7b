import { refuseIf } from '../../kit/allowed-action.ts';
import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireRegion, requireResident, type Identity } from '../../kit/identity.ts';
import { checkDocument } from '../../kit/standards/document-types.ts';
import { shanghaiDay } from '../../kit/standards/shanghai-day.ts';
import { maskedName } from './masked-name.ts';
import { ageOn, checkParticulars, GUARDED_BELOW_YEARS } from './particulars.ts';
import { dueAt, reviewOf } from './registration-review.ts';
import type { AtDesk, NewResident, Particulars, PersonKey, Resident } from './resident.ts';
import type { Review, ReviewDecision } from './resident.ts';
import type { ResidentStore } from './resident-store.ts';

/** Most wards a guardian may have. Source: DESIGN.md §4, Guardians. */
const WARDS_MAX = 6;

/** What the use cases need besides the store. */
export interface RegistrationPorts {
  readonly store: ResidentStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  /** Deepest region at or above a division that registers residents; null when there is none. */
  readonly registrarOf: (division: string) => Promise<string | null>;
  /** Runs work on one registration in the name of its region; who asks may not decide it. */
  readonly inNameOf: <T>(region: string, id: string, work: () => Promise<T>) => Promise<T>;
}

function accountOf(by: Identity): string | null {
  return by.kind === 'RESIDENT' ? by.subject : null;
}

/** What an official at a desk must vouch for. @throws {DomainError} FORBIDDEN, BAD_USER_INPUT */
export function checkDesk(desk: AtDesk, by: Identity): void {
  if (by.kind !== 'OFFICIAL') {
    throw new DomainError('FORBIDDEN', 'Only an official serves at a desk.');
  }
  if (!desk.documentSeen) {
    throw new DomainError('BAD_USER_INPUT', 'At a desk the document is compared with the person.', {
      fields: ['input.desk.documentSeen'],
    });
  }
}

/** What stands against reviewing a registration. */
export function againstReviewing({ region, state }: Resident, by: Identity): DomainError | null {
  if (!by.scopes.includes('registration:review')) {
    return new DomainError('SCOPE_MISSING', 'You may not review registrations.');
  }
  if (!by.regions.includes(region)) {
    return new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
  }
  if (state === 'RECEIVED') return null;
  return new DomainError('ILLEGAL_TRANSITION', `This registration was decided: it is ${state}.`);
}

/** Use cases of registration and its review. */
export function registrationUseCases(ports: RegistrationPorts) {
  const { store, audit, now, newId, registrarOf, inNameOf } = ports;

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

  async function regionOf(division: string, by: Identity): Promise<string> {
    const region = await registrarOf(division);
    if (region === null) {
      throw new DomainError('BAD_USER_INPUT', 'No region registers residents of this division.', {
        fields: ['input.division'],
      });
    }
    if (by.kind !== 'RESIDENT') requireRegion(by, region);
    return region;
  }

  async function decided(resident: Resident, review: Review): Promise<Resident> {
    const stored = await store.review(resident, review);
    if (stored === 'DONE') {
      throw new DomainError('ILLEGAL_TRANSITION', 'This registration was decided before.');
    }
    if (stored === 'TAKEN') {
      throw new DomainError('CONFLICT', 'This document is registered here already.');
    }
    return {
      ...resident,
      ...{ state: review.state, reviewedAt: review.at, reviewReason: review.reason },
    };
  }

  /** The official at the desk has seen person and document: that is the review. */
  async function atDesk(resident: Resident, { consent }: AtDesk, by: Identity): Promise<Resident> {
    const { region, id, receivedAt } = resident;
    await store.addConsent({
      ...{ region, id: newId(region), residentId: id, method: consent },
      ...{ recordedAt: receivedAt, recordedBy: by.subject },
    });
    const review = { at: receivedAt, by: by.subject, reason: null };
    return decided(resident, { ...review, state: 'REGISTERED' });
  }

  /** Another region has reviewed it. One that stands against another is for the reviewer here. */
  async function vouchedFor(resident: Resident, source: string): Promise<Resident> {
    const { region, id, receivedAt } = resident;
    const review = { at: receivedAt, by: `region:${source}`, reason: null };
    const reviewed = { ...review, state: 'REGISTERED' as const };
    const stored = await inNameOf(region, id, () => store.review(resident, reviewed));
    return stored === 'STORED'
      ? { ...resident, state: 'REGISTERED', reviewedAt: receivedAt }
      : resident;
  }

  return {
    /**
     * Region that registers those who stay in a division.
     * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE
     */
    regionOf,

    /**
     * Receives a registration. The answer to an applicant is the same whether or not the document
     * is known here: what it duplicates is for the reviewer to see. At a desk the registration
     * counts at once, with the consent recorded; so does one that another region, the `source`, has
     * reviewed. Source: SECURITY.md, invariant 13; RULES.md §1, §6.
     * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE, NOT_FOUND, CONFLICT, FORBIDDEN
     */
    async register(
      given: Particulars,
      by: Identity,
      desk: AtDesk | null = null,
      source: string | null = null,
    ): Promise<Resident> {
      if (desk) checkDesk(desk, by);
      const at = now();
      const particulars = checkParticulars(given, shanghaiDay(at));
      const region = await regionOf(particulars.division, by);
      await checkGuardian(particulars, shanghaiDay(at), by);
      const added: NewResident = {
        ...particulars,
        region,
        id: newId(region),
        maskedName: maskedName(particulars.name),
        account: accountOf(by),
        sourceRegion: source,
        receivedAt: at,
      };
      await store.add(added);
      audit.note({
        ...{ region, action: 'RESIDENT_REGISTERED', residentId: added.id },
        detail: {
          ...{ atDesk: desk !== null, ward: added.guardianId !== null },
          ...(source !== null && { source }),
        },
      });
      const { id, maskedName: masked, documentType, birthDate, division, guardianId } = added;
      const resident: Resident = {
        ...{ region, id, documentType, birthDate, division, guardianId, maskedName: masked },
        ...{ state: 'RECEIVED', receivedAt: at, dueAt: dueAt(at) },
        ...{ reviewedAt: null, reviewReason: null, sourceRegion: source },
      };
      if (desk) return atDesk(resident, desk, by);
      return source === null ? resident : vouchedFor(resident, source);
    },

    /**
     * Decides a registration.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, ILLEGAL_TRANSITION, CONFLICT
     */
    async review(id: string, decision: ReviewDecision, reason: string | null, by: Identity) {
      const resident = await store.find(id);
      if (!resident) throw new DomainError('NOT_FOUND', 'No such registration.');
      refuseIf(againstReviewing(resident, by));
      const review = reviewOf(decision, reason, now(), by.subject);
      const { region } = resident;
      audit.note({
        ...{ region, action: 'REGISTRATION_REVIEWED', residentId: id, reason },
        detail: { state: review.state },
      });
      return decided(resident, review);
    },

    /**
     * Registrations of one person in the caller's regions: exact name and full document, nothing
     * less finds anybody. Source: SECURITY.md, invariant 13.
     * @throws {DomainError} BAD_USER_INPUT when the number does not fit its type
     */
    async findPerson({ name, documentType, documentNumber }: PersonKey): Promise<Resident[]> {
      const document = checkDocument(documentType, documentNumber);
      if ('fault' in document) {
        throw new DomainError('BAD_USER_INPUT', 'The document number does not fit its type.', {
          fields: ['input.documentNumber'],
        });
      }
      const found = await store.findPerson({
        name: name.normalize('NFC').trim(),
        documentType,
        documentNumber: document.number,
      });
      for (const { region, id } of found) {
        audit.note({ region, action: 'RESIDENT_FOUND', residentId: id });
      }
      return found;
    },
  };
}
