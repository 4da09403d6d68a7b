import type { InferEntity } from '@mikro-orm/core';
import { insertNew } from '../../kit/insert-new.ts';
import { rowsOfQuery, run } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import {
  REPORTS_KEPT,
  type Rehearsal,
  type RehearsalStore,
} from '../domain/rehearsal/rehearsal.ts';
import { RehearsalRow } from './rehearsal.entity.ts';

function toRehearsal(row: InferEntity<typeof RehearsalRow>): Rehearsal {
  const { region, id, begunAt, endedAt, listVersion, steps, joinedAfter } = row;
  return {
    ...{ region, id, begunAt, endedAt: endedAt ?? null, listVersion, steps },
    joinedAfter: joinedAfter ?? null,
  };
}

/** Rehearsals in PostgreSQL, within one transaction. */
export function rehearsalStore(tx: Transaction): RehearsalStore {
  /** The first that another stack took part in stays: how long joining took is told by it. */
  async function drop(region: string): Promise<void> {
    await run(
      await tx(),
      `delete from codes.rehearsal r
       where r.region = $1 and r.ended_at is not null
         and r.id not in (
           select k.id from codes.rehearsal k where k.region = $1
           order by k.begun_at desc, k.id desc limit ${REPORTS_KEPT})
         and r.id not in (
           select j.id from codes.rehearsal j where j.region = $1 and j.joined_after is not null
           order by j.joined_after limit 1)`,
      [region],
    );
  }

  return {
    async find(region, id) {
      const row = await (await tx()).findOne(RehearsalRow, { region, id });
      return row && toRehearsal(row);
    },
    async newest(region) {
      const orderBy = { begunAt: 'desc', id: 'desc' } as const;
      const [row] = await (await tx()).find(RehearsalRow, { region }, { orderBy, limit: 1 });
      return row ? toRehearsal(row) : null;
    },
    async joinedAfter(region) {
      const [found] = await rowsOfQuery<{ first: string | null }>(
        await tx(),
        'select min(joined_after) as first from codes.rehearsal where region = $1',
        [region],
      );
      return found?.first == null ? null : Number(found.first);
    },
    async add(rehearsal) {
      const { steps } = rehearsal;
      const isNew = await insertNew(await tx(), RehearsalRow, { ...rehearsal, steps: [...steps] });
      if (isNew) await drop(rehearsal.region);
      return isNew;
    },
    async note({ region, id, steps }) {
      const em = await tx();
      const open = { region, id, endedAt: null };
      return (await em.nativeUpdate(RehearsalRow, open, { steps: [...steps] })) === 1;
    },
    async end({ region, id, endedAt, steps, joinedAfter }) {
      const em = await tx();
      const open = { region, id, endedAt: null };
      const ended = { endedAt, steps: [...steps], joinedAfter };
      return (await em.nativeUpdate(RehearsalRow, open, ended)) === 1;
    },
  };
}
