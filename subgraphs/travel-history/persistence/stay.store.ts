import { LockMode, type InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AppendEvents } from '../../kit/events/outbox.ts';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Stay, StayStore } from '../domain/stay.ts';
import { lockStay } from './exposure-lock.ts';
import { stayBody } from './stay-event.ts';
import { StayRow } from './stay.entity.ts';

/** What the store needs of the process. */
export interface StayStoreParts {
  readonly appendEvents: AppendEvents;
  readonly newId: (region: string) => string;
}

function toStay(row: InferEntity<typeof StayRow>): Stay {
  const { region, id, residentId, division, arrivedAt, leftAt, declaredAt, recordedBy } = row;
  const when = { arrivedAt, leftAt: leftAt ?? null, declaredAt };
  return {
    region,
    id,
    residentId,
    division,
    community: row.community ?? null,
    ...when,
    recordedBy,
  };
}

/** Stays in PostgreSQL, within one request's transaction. */
export function stayStore(tx: Transaction, { appendEvents, newId }: StayStoreParts): StayStore {
  function append(em: EntityManager, stay: Stay): Promise<void> {
    const { region, residentId, arrivedAt: occurredAt } = stay;
    const id = newId(region);
    return appendEvents(em, [
      { region, id, residentId, kind: 'STAY', body: stayBody(stay), occurredAt },
    ]);
  }
  return {
    async add(stay) {
      const em = await tx();
      await lockStay(em, stay.region);
      await em.insert(StayRow, stay);
      await append(em, stay);
    },
    async lock(id) {
      const em = await tx();
      const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
      const row = await em.findOne(StayRow, { id }, options);
      if (!row) return null;
      await lockStay(em, row.region);
      return toStay(row);
    },
    async end(stay) {
      const em = await tx();
      const { region, id, leftAt } = stay;
      await em.nativeUpdate(StayRow, { region, id }, { leftAt });
      await append(em, stay);
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
      return rowsOf(rows.map(toStay), () => em.count(StayRow, { residentId }));
    },
  };
}
