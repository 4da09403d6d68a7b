import { LockMode, type InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AppendEvents } from '../../kit/events/outbox.ts';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import { instantOf, rowsOfQuery, type Prepared } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Stay, StayStore } from '../domain/stay.ts';
import { lockStay } from './exposure-lock.ts';
import { ExposureRow } from './exposure.entity.ts';
import { stayEvent } from './stay-event.ts';
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

function toStayExposure({ level, begunAt, endedAt }: InferEntity<typeof ExposureRow>) {
  return { level, from: begunAt, until: endedAt ?? null };
}

/** A stay as SQL gives it. */
type StayColumns = Omit<Stay, 'arrivedAt' | 'leftAt' | 'declaredAt'> & {
  readonly arrivedAt: string;
  readonly leftAt: string | null;
  readonly declaredAt: string;
};

/** Of residents ($1), what did not end before an instant ($2); the newest first. */
const RECENT: Prepared = {
  name: 'recent_stays',
  text: `select region, id, resident_id as "residentId", division, community,
      arrived_at as "arrivedAt", left_at as "leftAt", declared_at as "declaredAt",
      recorded_by as "recordedBy"
    from travel_history.stay
    where resident_id = any($1) and (left_at is null or left_at > $2)
    order by arrived_at desc, id desc`,
};

function stayOf(row: StayColumns): Stay {
  const { arrivedAt, leftAt, declaredAt } = row;
  return {
    ...row,
    ...{ arrivedAt: instantOf(arrivedAt), leftAt: instantOf(leftAt) },
    declaredAt: instantOf(declaredAt),
  };
}

/** Stays in PostgreSQL, within one request's transaction. */
export function stayStore(tx: Transaction, { appendEvents, newId }: StayStoreParts): StayStore {
  function append(em: EntityManager, stay: Stay): Promise<void> {
    return appendEvents(em, [stayEvent(stay, newId(stay.region))]);
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
      const rows = await rowsOfQuery<StayColumns>(await tx(), RECENT, [residentIds, since]);
      const byResident = Map.groupBy(rows.map(stayOf), ({ residentId }) => residentId);
      return residentIds.map((id) => byResident.get(id) ?? []);
    },
    async exposures(stays) {
      const em = await tx();
      const rows = await em.find(
        ExposureRow,
        {
          region: { $in: [...new Set(stays.map(({ region }) => region))] },
          stayId: { $in: stays.map(({ id }) => id) },
        },
        { orderBy: { begunAt: 'asc', areaId: 'asc' } },
      );
      const byStay = Map.groupBy(rows, ({ stayId }) => stayId);
      return stays.map(({ id }) => (byStay.get(id) ?? []).map(toStayExposure));
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
