import type { InferEntity } from '@mikro-orm/core';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Page, Rows } from '../../kit/page.ts';
import { valuesOf } from '../../kit/rows-sql.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { SetAsideEvent } from '../domain/set-aside/set-aside.ts';
import type { SetAsideStore } from '../domain/set-aside/set-aside-use-cases.ts';
import { SetAsideRow } from './set-aside.entity.ts';

function toEvent(row: InferEntity<typeof SetAsideRow>): SetAsideEvent {
  const { region, id, producer, fault, state, times, setAsideAt } = row;
  return { region, id, producer, kind: row.kind ?? null, fault, state, times, setAsideAt };
}

/** What is set aside by the consumer. */
export type NewSetAside = Pick<SetAsideEvent, 'region' | 'id' | 'producer' | 'kind' | 'fault'>;

/** Sets events of a region aside; again, when they were before. */
export async function setAside(
  tx: Transaction,
  events: readonly NewSetAside[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ region, id, producer, kind, fault }) => [
    ...[region, id, producer, kind, fault, 'WAITING', 1, at],
  ]);
  await (
    await tx()
  ).execute(
    `insert into codes.set_aside as s
       (region, id, producer, kind, fault, state, times, set_aside_at)
     values ${valuesOf(rows)}
     on conflict (region, id) do update
       set fault = excluded.fault, state = 'WAITING', times = s.times + 1,
           set_aside_at = excluded.set_aside_at`,
  );
}

/** Forgets that events were set aside: they have been taken in. */
export async function noLongerAside(
  tx: Transaction,
  region: string,
  ids: readonly string[],
): Promise<void> {
  await (await tx()).nativeDelete(SetAsideRow, { region, id: { $in: [...ids] } });
}

/** Events that were set aside in PostgreSQL, within one request's transaction. */
export function setAsideStore(tx: Transaction): SetAsideStore {
  return {
    async find(region, id) {
      const row = await (await tx()).findOne(SetAsideRow, { region, id });
      return row && toEvent(row);
    },
    async move({ region, id }, from, to) {
      const em = await tx();
      return (await em.nativeUpdate(SetAsideRow, { region, id, state: from }, { state: to })) === 1;
    },
    async list(region: string, page: Page): Promise<Rows<SetAsideEvent>> {
      const em = await tx();
      const where = { region, state: { $ne: 'DROPPED' as const } };
      const rows = await em.find(
        SetAsideRow,
        { ...where, ...afterInstant('setAsideAt', page, 'desc') },
        { orderBy: { setAsideAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toEvent), await em.count(SetAsideRow, where));
    },
  };
}
