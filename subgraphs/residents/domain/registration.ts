import { refuseIf } from '../../kit/allowed-action.ts';
import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../kit/identity.ts';
import { checkDocument } from '../../kit/standards/document-types.ts';
import { shanghaiDay } from '../../kit/standards/shanghai-day.ts';
import { maskedName } from './masked-name.ts';
import { agreesThemselves, type Guardian } from './guardianship.ts';
import { newGuardian, proposedGuardianship } from './new-guardian.ts';
import { checkParticulars } from './particulars.ts';
import { dueAt, reviewed, reviewOf, withEnd, type Decision } from './registration-review.ts';
import type { AtDesk, NewResident, Particulars, PersonKey, Resident } from './resident.ts';
import type { ReviewDecision } from './resident.ts';
import type { Guardians, ResidentStore } from './resident-store.ts';

/** What the use cases need besides the store. */
export interface RegistrationPorts {
  readonly store: ResidentStore & Guardians;
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

  async function guardianOf(
    { guardianId, birthDate }: Particulars,
    at: Date,
    by: Identity,
    desk: AtDesk | null,
  ): Promise<Guardian | null> {
    const grown = agreesThemselves(birthDate, at);
    if (guardianId !== null && (!grown || desk)) return newGuardian(store, guardianId, at, by);
    if (guardianId === null && grown) return null;
    throw new DomainError(
      'BAD_USER_INPUT',
      grown
        ? 'From 14 on a person agrees to a guardian at a desk, or by a code of their own account.'
        : 'A child is registered by a guardian.',
      { fields: ['input.guardianId'] },
    );
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

  async function decided(resident: Resident, given: Decision): Promise<Resident> {
    const review = withEnd(resident, given);
    const stored = await store.review(resident, review);
    if (stored === 'DONE') {
      throw new DomainError('ILLEGAL_TRANSITION', 'This registration was decided before.');
    }
    if (stored === 'TAKEN') {
      throw new DomainError('CONFLICT', 'This document is registered here already.');
    }
    return reviewed(resident, review);
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
    const given = withEnd(resident, { ...review, state: 'REGISTERED' });
    const stored = await inNameOf(region, id, () => store.review(resident, given));
    return stored === 'STORED' ? reviewed(resident, given) : resident;
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
      const guardian = await guardianOf(particulars, at, by, desk);
      const { name, documentType, documentNumber, birthDate, phone, division } = particulars;
      const added: NewResident = {
        ...{ name, documentType, documentNumber, birthDate, phone, division },
        ...{ region, id: newId(region), maskedName: maskedName(name), guardian },
        account: guardian ? null : accountOf(by),
        sourceRegion: source,
        receivedAt: at,
      };
      await store.add(added);
      audit.note({
        ...{ region, action: 'RESIDENT_REGISTERED', residentId: added.id },
        detail: {
          ...{ atDesk: desk !== null, ward: guardian !== null },
          ...(source !== null && { source }),
        },
      });
      const { id, maskedName: masked } = added;
      const resident: Resident = {
        ...{ region, id, documentType, birthDate, division, maskedName: masked },
        guardianship: guardian && proposedGuardianship(guardian),
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
