import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginAlong } from '../../subgraphs/kit/begin-along.ts';
import { openOrm } from '../../subgraphs/kit/orm.ts';
import { rowsOfQuery, type Prepared } from '../../subgraphs/kit/query.ts';
import { unitOfWork } from '../../subgraphs/kit/scope/unit-of-work.ts';
import { storage } from '../../subgraphs/travel-history/persistence/storage.ts';
import { emptyDatabase, type EmptyDatabase } from '../system/support/empty-database.ts';

const SCOPE = { residents: '*', subject: 'somebody', region: null } as const;
const REGIONS: Prepared = {
  name: 'regions_of_scope',
  text: `select current_setting('app.regions') as regions, $1::int as one`,
};

let database: EmptyDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_travel, 1); // each transaction has the same
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

async function regionsIn(em: EntityManager) {
  const [row] = await rowsOfQuery<{ regions: string }>(em, REGIONS, [1]);
  return row?.regions;
}

it('has the first statement of a transaction stand in its scope, whatever kind it is', async () => {
  const first = unitOfWork(orm, { ...SCOPE, regions: ['330000'] });
  expect(await regionsIn(await first.transaction())).toBe('330000');
  await first.commit();

  const second = unitOfWork(orm, { ...SCOPE, regions: ['510000'] });
  const em = await second.transaction();
  const rows: unknown = await em.execute(`select current_setting('app.regions') as regions`);
  expect(rows).toEqual([{ regions: '510000' }]);
  expect(await regionsIn(em)).toBe('510000');
  await second.rollback();
});

it('leaves nothing of a transaction in which nothing was asked to the next', async () => {
  for (const end of ['commit', 'rollback'] as const) {
    const idle = unitOfWork(orm, { ...SCOPE, regions: ['330000'] });
    await idle.transaction();
    await idle[end]();
    const em = orm.em.fork();
    await em.begin();
    expect(await em.execute(`select current_setting('app.regions', true) as regions`)).not.toEqual([
      { regions: '330000' },
    ]);
    await em.commit();
  }
});

it('refuses the first statement when the scope was refused, and goes on afterwards', async () => {
  const em = orm.em.fork();
  await em.begin();
  await em.execute(`set local statement_timeout = 'never'`);
  await expect(regionsIn(em)).rejects.toThrow('statement_timeout');
  await expect(em.execute('select 1')).rejects.toThrow('aborted');
  await em.rollback();

  const next = unitOfWork(orm, { ...SCOPE, regions: ['330000'] });
  expect(await regionsIn(await next.transaction())).toBe('330000');
  await next.commit();
});

it('lets a pool ask by itself', async () => {
  const pool = new Pool({ connectionString: database.urls.tongma_travel, pipeline: true });
  beginAlong(pool);
  try {
    expect((await pool.query('select $1::int as one', [1])).rows).toEqual([{ one: 1 }]);
    expect((await pool.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
  } finally {
    await pool.end();
  }
});

it('prepares a statement once for a connection', async () => {
  const work = unitOfWork(orm, { ...SCOPE, regions: ['330000'] });
  const em = await work.transaction();
  await regionsIn(em);
  await regionsIn(em);
  const kept = await rowsOfQuery(em, 'select name from pg_prepared_statements where name = $1', [
    REGIONS.name,
  ]);
  expect(kept).toEqual([{ name: REGIONS.name }]);
  await work.commit();
});
