import type { InferEntity } from '@mikro-orm/core';
import type { AppendEvents } from '../../kit/events/outbox.ts';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Stay, StayStore } from '../domain/stay.ts';
import { StayRow } from './stay.entity.ts';

/** What the store needs of the process. */
export interface StayStoreParts {
  readonly appendEvents: AppendEvents;
  readonly newId: (region: string) => string;
}

function toStay(row: InferEntity<typeof StayRow>): Stay {
  const { region, id, residentId, division, arrivedAt, leftAt, declaredAt, recordedBy } = row;
  const when = { arrivedAt, leftAt: leftAt ?? null, declaredAt };
  return { region, id, residentId, division, ...when, recordedBy };
}

/** Stays in PostgreSQL, within one request's transaction. */
export function stayStore(tx: Transaction, { appendEvents, newId }: StayStoreParts): StayStore {
  return {
    async add(stay) {
      const em = await tx();
      await em.insert(StayRow, stay);
      const { region, residentId, id: stayId, division, arrivedAt, leftAt } = stay;
      const [arrived, left] = [arrivedAt.toISOString(), leftAt?.toISOString() ?? null];
      await appendEvents(em, [
        {
          ...{ region, id: newId(region), residentId, kind: 'STAY', occurredAt: arrivedAt },
          body: { source: 'SELF', stayId, division, arrivedAt: arrived, leftAt: left },
        },
      ]);
    },
    async recent(residentIds, since) {
      const em = await tx();
      const rows = await em.find(
        StayRow,
        {
          residentId: { $in: [...residentIds] },
          $or: [{ leftAt: null }, { leftAt: { $gt: since } }],
        },
        { orderBy: { arrivedAt: 'desc', id: 'desc' } },
      );
      const byResident = Map.groupBy(rows.map(toStay), ({ residentId }) => residentId);
      return residentIds.map((id) => byResident.get(id) ?? []);
    },
    async find(id) {
      const row = await (await tx()).findOne(StayRow, { id });
      return row && toStay(row);
    },
    async ofResident(residentId, page) {
      const em = await tx();
      const rows = await em.find(
        StayRow,
        { residentId, ...afterInstant('arrivedAt', page, 'desc') },
        { orderBy: { arrivedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toStay), await em.count(StayRow, { residentId }));
    },
  };
}
