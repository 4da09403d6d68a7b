import type { FilterQuery, InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { inScope } from '../../../kit/scope/unit-of-work.ts';
import { keyScope } from '../key-ring.store.ts';
import { ResidentRow } from '../resident.entity.ts';
import type { Rotation } from './session.ts';

/** Rows looked at in one transaction. */
const PAGE = 500;
const TRIES = 20;

/** One registration as it is kept. */
export type KeptResident = InferEntity<typeof ResidentRow>;

/** Changes one row unless it has changed meanwhile; whether it did. */
export type ChangeRow = (em: EntityManager, row: KeptResident) => Promise<boolean>;

async function page(
  { orm }: Rotation,
  region: string,
  after: string,
  stale: (row: KeptResident) => boolean,
  change: ChangeRow,
): Promise<{ last: string | null; changed: number; missed: number }> {
  return inScope(orm, keyScope([region]), async (tx) => {
    const em = await tx();
    const where: FilterQuery<KeptResident> = { region, id: { $gt: after } };
    const rows = await em.find(ResidentRow, where, { orderBy: { id: 'asc' }, limit: PAGE });
    const counts = { changed: 0, missed: 0 };
    for (const row of rows.filter(stale)) {
      if (await change(em, row)) counts.changed += 1;
      else counts.missed += 1;
    }
    return { last: rows.at(-1)?.id ?? null, ...counts };
  });
}

/** A row lock that is held for long, a deadlock: nothing of the page was kept, so it is done again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (attempt === TRIES || !['55P03', '40P01', '40001'].includes(code)) throw error;
    }
  }
}

/**
 * Changes every row of a region that is stale, page by page, each page a transaction; goes over the
 * region again until a whole pass misses none. Can be ended and begun again at any point.
 * @returns how many were changed
 */
export async function changeResidents(
  rotation: Rotation,
  region: string,
  stale: (row: KeptResident) => boolean,
  change: ChangeRow,
  onPage: (changed: number) => void,
): Promise<number> {
  let all = 0;
  for (;;) {
    let missed = 0;
    let after = '';
    for (;;) {
      const from = after;
      const done = await patiently(() => page(rotation, region, from, stale, change));
      all += done.changed;
      missed += done.missed;
      if (done.changed > 0) onPage(all);
      if (done.last === null) break;
      after = done.last;
    }
    if (missed === 0) return all;
  }
}
