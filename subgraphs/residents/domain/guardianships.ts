import { refuseIf } from '../../kit/allowed-action.ts';
import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { checkedReason } from '../../kit/reason.ts';
import { endOfGuardianship, holds, type Guardian, type Guardianship } from './guardianship.ts';
import {
  actsAsGuardian,
  againstAgreeing,
  againstEnding,
  againstRenewing,
  againstReviewingRenewal,
} from './guardianship-rules.ts';
import type { GuardianshipStore } from './guardianship-store.ts';
import { newGuardian } from './new-guardian.ts';
import { checkDesk } from './registration.ts';
import { reviewOf } from './registration-review.ts';
import type { AtDesk, Resident, ReviewDecision } from './resident.ts';

/** How long a code holds by which a person agrees, in milliseconds. Source: RULES.md §8.3. */
export const AGREEMENT_MS = 15 * 60_000;

/** Codes by which people agree. */
export interface AgreementCodes {
  /** A new one, of 60 random bits. */
  make(): string;
  /** What is kept of a code, however it was typed; null for what is none. */
  hashOf(code: string): Uint8Array | null;
}

/** A code as the person sees it, once. */
export interface OfferedGuardianship {
  /** The registration of whoever agrees. */
  readonly id: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** What the use cases need besides the store. */
export interface GuardianshipPorts {
  readonly store: GuardianshipStore;
  readonly codes: AgreementCodes;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  /** Runs work on one registration in the name of its region. */
  readonly inNameOf: <T>(region: string, id: string, work: () => Promise<T>) => Promise<T>;
}

/** How a guardian came to be named. */
type Proof = 'DESK' | 'CODE' | 'REVIEW';

/** Use cases of guardianship after registration. Source: DESIGN.md §4, Guardians; RULES.md §8. */
export function guardianshipUseCases(ports: GuardianshipPorts) {
  const { store, codes, audit, now, newId, inNameOf } = ports;

  async function known(id: string): Promise<Resident> {
    const ward = await store.find(id);
    if (ward) return ward;
    throw new DomainError('NOT_FOUND', 'No such registration.', { fields: ['residentId'] });
  }

  function refuseUnless(saved: boolean): void {
    if (!saved) throw new DomainError('CONFLICT', 'Somebody else changed this meanwhile.');
  }

  /** Lets a guardian act from now on; the same one goes on for longer. */
  async function begin(ward: Resident, guardian: Guardian, proof: Proof, at: Date) {
    const { region, id: residentId, guardianship: before } = ward;
    const until = endOfGuardianship(ward.birthDate, at);
    refuseUnless(await store.begin(ward, guardian, until, at));
    audit.note({
      ...{ region, action: 'GUARDIANSHIP_BEGUN', residentId, objectId: guardian.id },
      detail: { proof, renewed: before?.guardianId === guardian.id },
    });
    const none = { renewalAskedAt: null, renewalRefusal: null };
    const begun = { guardianId: guardian.id, guardianName: guardian.maskedName, until, ...none };
    return { ...ward, guardianship: begun satisfies Guardianship };
  }

  /** Who is to act: the one who does already, or somebody with room for another ward. */
  async function guardianFor(ward: Resident, guardianId: string, at: Date, by: Identity) {
    const { guardianship } = ward;
    if (ward.state !== 'REGISTERED') {
      throw new DomainError('ILLEGAL_TRANSITION', 'Only a registration that counts is guarded.');
    }
    if (guardianId === ward.id) {
      throw new DomainError('BAD_USER_INPUT', 'Nobody is their own guardian.', {
        fields: ['input.guardianId'],
      });
    }
    const stands = guardianship !== null && holds(guardianship, at);
    if (stands && guardianship.guardianId !== guardianId) {
      throw new DomainError('CONFLICT', 'Another guardian acts; that ends first.');
    }
    if (!stands) return newGuardian(store, guardianId, at, by);
    requireResident(by, guardianId);
    const guardian = await store.lockGuardian(guardianId);
    if (guardian) return guardian;
    throw new DomainError('NOT_FOUND', 'No such guardian.', { fields: ['input.guardianId'] });
  }

  return {
    /**
     * Ends a guardianship at once: the guardian, the ward, or an official at a desk, with a reason.
     * @throws {DomainError} NOT_FOUND, ILLEGAL_TRANSITION, BAD_USER_INPUT, CONFLICT
     */
    async end(id: string, reason: string | null, by: Identity): Promise<{ readonly id: string }> {
      requireResident(by, id);
      const ward = await known(id);
      refuseIf(againstEnding(ward, by, now()));
      const given = by.kind === 'RESIDENT' && reason === null ? null : checkedReason(reason ?? '');
      const side = by.kind !== 'RESIDENT' ? 'DESK' : actsAsGuardian(ward, by) ? 'GUARDIAN' : 'WARD';
      refuseUnless(await store.end(ward, now()));
      audit.note({
        ...{ region: ward.region, action: 'GUARDIANSHIP_ENDED', residentId: id, reason: given },
        detail: { side },
      });
      return { id };
    },

    /**
     * Asks for a further 12 months, which an official reviews. @throws {DomainError} NOT_FOUND,
     *   ILLEGAL_TRANSITION, FORBIDDEN, CONFLICT
     */
    async askRenewal(id: string, by: Identity): Promise<Resident> {
      requireResident(by, id);
      const ward = await known(id);
      const at = now();
      refuseIf(againstRenewing(ward, by, at));
      const { region, guardianship } = ward;
      if (!guardianship) return ward;
      const next = { ...guardianship, renewalAskedAt: at, renewalRefusal: null };
      refuseUnless(await store.saveRenewal(ward, next));
      audit.note({ region, action: 'GUARDIANSHIP_RENEWAL_ASKED', residentId: id });
      return { ...ward, guardianship: next };
    },

    /**
     * Decides a renewal that was asked for. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT,
     *   SCOPE_MISSING, REGION_OUT_OF_SCOPE, ILLEGAL_TRANSITION, CONFLICT
     */
    async reviewRenewal(id: string, decision: ReviewDecision, given: string | null, by: Identity) {
      const ward = await known(id);
      const at = now();
      refuseIf(againstReviewingRenewal(ward, by, at));
      const { reason } = reviewOf(decision, given, at, by.subject);
      const { region, guardianship } = ward;
      if (!guardianship) return ward;
      if (decision === 'APPROVE') {
        return begin(ward, await guardianFor(ward, guardianship.guardianId, at, by), 'REVIEW', at);
      }
      const next = { ...guardianship, renewalAskedAt: null, renewalRefusal: reason };
      refuseUnless(await store.saveRenewal(ward, next));
      audit.note({ region, action: 'GUARDIANSHIP_RENEWAL_REFUSED', residentId: id, reason });
      return { ...ward, guardianship: next };
    },

    /**
     * Names a guardian at a desk, or renews: the official has seen the documents of both, and
     * records the consent. @throws {DomainError} NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT,
     *   ILLEGAL_TRANSITION
     */
    async name(id: string, guardianId: string, desk: AtDesk, by: Identity): Promise<Resident> {
      checkDesk(desk, by);
      const region = requireResident(by, id);
      const ward = await known(id);
      const at = now();
      const guardian = await guardianFor(ward, guardianId, at, by);
      await store.addConsent({
        ...{ region, id: newId(region), residentId: id, method: desk.consent },
        ...{ recordedAt: at, recordedBy: by.subject },
      });
      return begin(ward, guardian, 'DESK', at);
    },

    /**
     * Agrees to whoever brings the code, within 15 minutes: the person's own act.
     * @throws {DomainError} NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION
     */
    async offer(id: string, by: Identity): Promise<OfferedGuardianship> {
      const region = requireResident(by, id);
      const at = now();
      refuseIf(againstAgreeing(await known(id), by, at));
      const code = codes.make();
      const expiresAt = new Date(at.getTime() + AGREEMENT_MS);
      const codeHash = codes.hashOf(code);
      if (!codeHash) throw new Error('A new code is one.');
      await store.offer({ region, residentId: id, codeHash, offeredAt: at, expiresAt });
      audit.note({ region, action: 'GUARDIANSHIP_OFFERED', residentId: id });
      return { id, code, expiresAt };
    },

    /**
     * Becomes the guardian of whoever gave the code; a code is used once. One that is over, was
     * used or never was is not found: one answer to all.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, CONFLICT, ILLEGAL_TRANSITION
     */
    async accept(code: string, guardianId: string, by: Identity): Promise<Resident> {
      const region = requireResident(by, guardianId);
      const at = now();
      const codeHash = codes.hashOf(code);
      if (!codeHash) {
        throw new DomainError('BAD_USER_INPUT', 'This is no code.', { fields: ['input.code'] });
      }
      const wardId = await store.takeOffer(region, codeHash, at);
      const ward = wardId === null ? null : await inNameOf(region, wardId, () => known(wardId));
      if (!ward) {
        throw new DomainError('NOT_FOUND', 'Nobody gave this code.', { fields: ['input.code'] });
      }
      const guardian = await guardianFor(ward, guardianId, at, by);
      if (guardian.account !== by.subject) {
        throw new DomainError('NOT_FOUND', 'No such guardian.', { fields: ['input.guardianId'] });
      }
      return inNameOf(region, ward.id, () => begin(ward, guardian, 'CODE', at));
    },
  };
}
