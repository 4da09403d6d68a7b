import type { InferEntity } from '@mikro-orm/core';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Page, Rows } from '../../kit/page.ts';
import { bulkLoadNew } from '../../kit/bulk-load.ts';
import { run } from '../../kit/query.ts';
import { rowSet } from '../../kit/row-set.ts';
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

const COLUMNS = [
  ...['region', 'id', 'producer', 'kind', 'fault', 'state', 'times', 'set_aside_at'],
];
const AGAIN = { region: 'text', id: 'text', fault: 'text' };

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
  const em = await tx();
  const fresh = await bulkLoadNew(em, 'codes.set_aside', COLUMNS, rows);
  const again = events.filter(({ id }) => !fresh.has(id));
  if (again.length === 0) return;
  const faults = again.map(({ region, id, fault }) => [region, id, fault]);
  const { sql, params } = rowSet(AGAIN, faults, { first: 2 });
  await run(
    em,
    `update codes.set_aside s
     set fault = r.fault, state = 'WAITING', times = s.times + 1, set_aside_at = $1
     from ${sql} where s.region = r.region and s.id = r.id`,
    [at, ...params],
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
      return rowsOf(rows.map(toEvent), () => em.count(SetAsideRow, where));
    },
  };
}
