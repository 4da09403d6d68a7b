import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOrm } from '../../subgraphs/kit/orm.ts';
import { rowsOfQuery } from '../../subgraphs/kit/query.ts';
import { unitOfWork } from '../../subgraphs/kit/scope/unit-of-work.ts';
import { storage } from '../../subgraphs/travel-history/persistence/storage.ts';
import { emptyDatabase, type EmptyDatabase } from '../system/support/empty-database.ts';

const SCOPE = { regions: ['330000'], residents: '*', subject: 'somebody', region: null } as const;

let database: EmptyDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

it('a connection that is always busy ends at its age, between two transactions', async () => {
  const orm = await openOrm(storage, database.urls.tongma_travel, 1, { lifeSeconds: 1 });
  const pids = new Set<number>();
  for (const until = Date.now() + 3_000; Date.now() < until;) {
    const work = unitOfWork(orm, SCOPE);
    const ask = async () => {
      const sql = 'select pg_backend_pid() as pid';
      const [row] = await rowsOfQuery<{ pid: number }>(await work.transaction(), sql);
      return row?.pid ?? NaN;
    };
    const pid = await ask();
    await setTimeout(5);
    expect(await ask()).toBe(pid);
    await work.commit();
    pids.add(pid);
  }
  await orm.close();
  expect(pids.size).toBeGreaterThan(1);
  expect(pids.size).toBeLessThan(6);
});
