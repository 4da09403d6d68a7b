import type { InferEntity } from '@mikro-orm/core';
import { LockMode } from '@mikro-orm/core';
import type { AppendEvents } from '../../kit/events/outbox.ts';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Guardianship } from '../domain/guardianship.ts';
import type { GuardianshipStore } from '../domain/guardianship-store.ts';
import type { Resident } from '../domain/resident.ts';
import { registered } from './announce.ts';
import { ConsentRow } from './consent.entity.ts';
import { GuardianOfferRow } from './guardian-offer.entity.ts';
import { ResidentRow } from './resident.entity.ts';
import { toResident } from './resident.store.ts';

/** What the store needs of the process. */
export interface GuardianshipStoreParts {
  readonly appendEvents: AppendEvents;
  readonly newId: (region: string) => string;
}

/** A ward whose guardianship is over. */
const ENDED = {
  ...{ guardianId: null, guardianAccount: null, guardianName: null },
  ...{ guardedUntil: null, renewalAskedAt: null, renewalRefusal: null },
};

type Change = Partial<InferEntity<typeof ResidentRow>>;

/** Guardianships in PostgreSQL, within one transaction. */
export function guardianshipStore(
  tx: Transaction,
  { appendEvents, newId }: GuardianshipStoreParts,
): GuardianshipStore & { lapsed(at: Date, limit: number): Promise<readonly Resident[]> } {
  /** Writes unless the ward's guardianship is another by now than whoever writes has seen. */
  async function change({ region, id, guardianship: seen }: Resident, to: Change) {
    const em = await tx();
    const stands = {
      ...{ guardianId: seen?.guardianId ?? null, guardedUntil: seen?.until ?? null },
      renewalAskedAt: seen?.renewalAskedAt ?? null,
    };
    const where = { region, id, state: 'REGISTERED' as const, ...stands };
    return (await em.nativeUpdate(ResidentRow, where, to)) === 1;
  }

  async function announce(ward: Resident, at: Date): Promise<void> {
    await appendEvents(await tx(), [registered(ward, at, newId(ward.region))]);
  }

  return {
    async find(id) {
      const row = await (await tx()).findOne(ResidentRow, { id });
      return row && toResident(row);
    },
    async addConsent(consent) {
      await (await tx()).insert(ConsentRow, consent);
    },
    async lockGuardian(id) {
      const row = await (
        await tx()
      ).findOne(
        ResidentRow,
        { id, state: 'REGISTERED' },
        { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
      );
      return row && { id, maskedName: row.maskedName, account: row.account ?? null };
    },
    async countWards(guardianId, at) {
      const em = await tx();
      const acts = { $or: [{ guardedUntil: null }, { guardedUntil: { $gt: at } }] };
      return em.count(ResidentRow, { guardianId, state: { $ne: 'REJECTED' }, ...acts });
    },
    async begin(ward, { id: guardianId, maskedName: guardianName, account }, until, at) {
      const to = { ...ENDED, guardianId, guardianName, guardianAccount: account };
      if (!(await change(ward, { ...to, guardedUntil: until }))) return false;
      const none = { renewalAskedAt: null, renewalRefusal: null };
      const guardianship: Guardianship = { guardianId, guardianName, until, ...none };
      await announce({ ...ward, guardianship }, at);
      return true;
    },
    async end(ward, at) {
      if (!(await change(ward, ENDED))) return false;
      await announce({ ...ward, guardianship: null }, at);
      return true;
    },
    saveRenewal: (ward, { renewalAskedAt, renewalRefusal }) =>
      change(ward, { renewalAskedAt, renewalRefusal }),
    async renewals(region, page) {
      const em = await tx();
      const where = {
        ...{ renewalAskedAt: { $ne: null }, state: 'REGISTERED' as const },
        ...(region !== null && { region }),
      };
      const rows = await em.find(
        ResidentRow,
        { $and: [where, afterInstant('renewalAskedAt', page, 'asc')] },
        { orderBy: { renewalAskedAt: 'asc', id: 'asc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toResident), () => em.count(ResidentRow, where));
    },
    async offer({ codeHash, ...offer }) {
      await (await tx()).upsert(GuardianOfferRow, { ...offer, codeHash: Buffer.from(codeHash) });
    },
    async takeOffer(region, codeHash, at) {
      const em = await tx();
      const where = { region, codeHash: Buffer.from(codeHash), expiresAt: { $gt: at } };
      const row = await em.findOne(GuardianOfferRow, where, { disableIdentityMap: true });
      if (!row) return null;
      const { residentId } = row;
      const taken = await em.nativeDelete(GuardianOfferRow, { ...where, residentId });
      return taken === 1 ? residentId : null;
    },
    async lapsed(at, limit) {
      const em = await tx();
      const where = { state: 'REGISTERED' as const, guardedUntil: { $lte: at } };
      const rows = await em.find(ResidentRow, where, { orderBy: { guardedUntil: 'asc' }, limit });
      return rows.map(toResident);
    },
  };
}
