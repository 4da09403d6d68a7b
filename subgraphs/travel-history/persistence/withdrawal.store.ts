import { BATCH_EVENTS } from '../../kit/events/outbox.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { WithdrawalStore } from '../domain/venue/outbreak-withdrawal.ts';
import { toOutbreak } from './outbreak.store.ts';
import type { StayStoreParts } from './stay.store.ts';
import { OutbreakContactRow, OutbreakRow } from './venue.entity.ts';
import { lockVenue } from './venue-lock.ts';

/** Withdrawals of outbreaks in PostgreSQL, within one request's transaction. */
export function withdrawalStore(
  tx: Transaction,
  { appendEvents, newId }: StayStoreParts,
): WithdrawalStore {
  return {
    async find(id) {
      // As it is now: another request may have withdrawn it since this one read it.
      const row = await (await tx()).findOne(OutbreakRow, { id }, { refresh: true });
      return row && toOutbreak(row);
    },
    async withdraw({ region, id, venueId }, withdrawal) {
      const em = await tx();
      await lockVenue(em, venueId, 'OUTBREAK');
      return (
        (await em.nativeUpdate(OutbreakRow, { region, id, withdrawnAt: null }, withdrawal)) > 0
      );
    },
    async toldOf({ region, id: outbreakId }, after) {
      const em = await tx();
      const rows = await em.find(
        OutbreakContactRow,
        { region, outbreakId, ...(after && { visitId: { $gt: after.visitId } }) },
        { orderBy: { visitId: 'asc' }, limit: BATCH_EVENTS },
      );
      return rows.map(({ visitId, residentId, eventId: noticeId, lastContactAt }) => ({
        ...{ visitId, residentId, noticeId, lastContactAt },
      }));
    },
    async takeBack({ region }, told, at) {
      const withdrawnAt = at.toISOString();
      await appendEvents(
        await tx(),
        told.map(({ residentId, noticeId }) => ({
          ...{ region, id: newId(region), residentId, kind: 'CONTACT_WITHDRAWAL', occurredAt: at },
          body: { source: 'OFFICIAL', noticeId, withdrawnAt },
        })),
      );
    },
  };
}
