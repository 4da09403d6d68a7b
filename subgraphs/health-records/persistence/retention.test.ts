import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { createLog } from '../../kit/log.ts';
import { newId } from '../../kit/new-id.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { clearing } from '../clearing.ts';
import { isOfAge } from '../domain/checks.ts';
import { FIRST_SAID } from '../domain/test-results.ts';
import { addTestResults } from './test-result.load.ts';
import { storage } from './storage.ts';

const REGION = '330100';
const DAY_MS = 86_400_000;
const NOW = new Date();
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const TABLES = [
  ...['declaration', 'check_in', 'test_result', 'isolation_order', 'contact_notice'],
  ...['vaccination', 'opened_record', 'attempt'],
];

let database: EmptyDatabase;
let orm: MikroORM;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_health, 4);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await orm.close();
  await database.drop();
});

beforeEach(() =>
  superuser.query(`truncate ${TABLES.map((one) => `health_records.${one}`).join(', ')}`),
);

const clear = (at = NOW) =>
  clearing({ orm, log: createLog('test', 'silent'), now: () => at }).run();

/** Puts a record of somebody in a table; gives its id. */
async function put(
  table: string,
  columns: Readonly<Record<string, unknown>>,
  residentId = newId(REGION),
): Promise<string> {
  const id = newId(REGION);
  const row = {
    ...{ region: REGION, id, resident_id: residentId, recorded_by: 'x' },
    ...columns,
  };
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map((_, at) => `$${at + 1}`);
  await superuser.query(
    `insert into health_records.${table} (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
  return id;
}

const declaration = (days: number, state = 'APPROVED') =>
  put('declaration', {
    ...{ symptoms: [], contact_with_case: false, declared_at: ago(days), at_desk: false },
    ...{ due_at: ago(days), state },
  });
const checkIn = (days: number) =>
  put('check_in', { symptoms: [], at: ago(days), day: String(days) });
const result = (days: number, of?: string) =>
  put(
    'test_result',
    {
      ...{ sample_collected_at: ago(days), result: 'DETECTED', method: 'NUCLEIC_ACID' },
      ...{ laboratory: 'LAB', revision: 0 },
    },
    of,
  );
const notice = (days: number, of?: string) =>
  put(
    'contact_notice',
    {
      ...{ case_result_id: 'x', overlap_from: ago(days), last_contact_at: ago(days) },
      noticed_at: ago(days),
    },
    of,
  );
const order = (ended: number, of?: string, cites = 'x') =>
  put(
    'isolation_order',
    {
      ...{ place: 'HOME', from: ago(ended + 10), until: ago(ended) },
      citation: { kind: 'TEST_RESULT', id: cites },
    },
    of,
  );
const dose = (days: number) =>
  put('vaccination', {
    ...{ vaccine: 'v', product: 'p', manufacturer: 'm', dose_number: 1, series_doses: 2 },
    ...{ vaccinated_on: '2021-05-01', center: 'c', recorded_at: ago(days) },
  });

async function left(table: string): Promise<string[]> {
  const sql = `select id from health_records.${table} order by id`;
  return (await superuser.query<{ id: string }>(sql)).rows.map(({ id }) => id);
}

describe('what people said of how they are', () => {
  it('goes after 60 days, and no sooner', async () => {
    await declaration(60.1);
    await checkIn(60.1);
    const [said, checked] = [await declaration(59.9), await checkIn(59.9)];
    await Promise.all([clear(), clear()]);
    expect(await left('declaration')).toEqual([said]);
    expect(await left('check_in')).toEqual([checked]);
  });

  it('waits while nobody has reviewed it, and goes then', async () => {
    const waiting = await declaration(300, 'PENDING');
    await declaration(300, 'REJECTED');
    await clear();
    expect(await left('declaration')).toEqual([waiting]);
    await superuser.query(`update health_records.declaration set state = 'APPROVED'`);
    await clear();
    expect(await left('declaration')).toEqual([]);
  });

  it('goes by pages, and the audit log says how many of which', async () => {
    await superuser.query(
      `insert into health_records.check_in (region, id, resident_id, recorded_by, symptoms, at, day)
       select '440000', '440000-' || lpad(n::text, 26, '0'), n::text, 'x', '{}', $1, '2022-01-01'
       from generate_series(1, 12345) n`,
      [ago(61)],
    );
    await superuser.query('analyze health_records.check_in');
    await clear();
    expect(await left('check_in')).toEqual([]);
    const { rows } = await superuser.query(
      `select sum((b.body::jsonb -> 'detail' ->> 'check_in')::int)::int as n, count(*)::int as entries
       from audit.body b join audit.entry e using (region, sequence)
       where e.kind = 'ROWS_EXPIRED' and region = '440000'`,
    );
    expect(rows).toEqual([{ n: 12_345, entries: 3 }]);
  });
});

describe('what laboratories and officials said', () => {
  it('goes 90 days after it counts no more, and no sooner', async () => {
    for (const put of [result, notice]) await put(91.1);
    for (const put of [order, dose]) await put(90.1);
    const kept = [await result(90.9), await notice(90.9), await order(89.9), await dose(89.9)];
    await clear();
    const tables = ['test_result', 'contact_notice', 'isolation_order', 'vaccination'];
    expect((await Promise.all(tables.map(left))).flat()).toEqual(kept);
  });

  it('stays as long as an order that cites it', async () => {
    const [of, another] = [newId(REGION), newId(REGION)];
    const [cited, told] = [await result(200, of), await notice(200, of)];
    await result(201, of);
    await result(200, another);
    const orders = [await order(-5, of, cited), await order(80, of, told)];
    await clear();
    expect(await left('test_result')).toEqual([cited]);
    expect(await left('contact_notice')).toEqual([told]);
    expect(await left('isolation_order')).toEqual(orders.sort());
    await clear(new Date(NOW.getTime() + 96 * DAY_MS));
    for (const table of ['test_result', 'contact_notice', 'isolation_order']) {
      expect(await left(table)).toEqual([]);
    }
  });

  it('is taken once: what went is of a day of which no sample is taken any more', async () => {
    const said = (days: number) => ({
      ...{ ...FIRST_SAID, region: REGION, id: newId(REGION), residentId: 'r', recordedBy: 'x' },
      ...({ sampleCollectedAt: ago(days), result: 'DETECTED', method: 'NUCLEIC_ACID' } as const),
      laboratory: 'LAB',
    });
    // What was taken on its last day may wait 14 days more for its person.
    const last = said(59.9 + 14);
    const keep = () =>
      inScope(orm, systemIdentity('test', REGION), async (tx) =>
        addTestResults(await tx(), [{ ...last, id: newId(REGION) }]),
      );
    await keep();
    await clear();
    await keep();
    expect(await left('test_result')).toHaveLength(1);
    expect(isOfAge(ago(59.9), NOW)).toBe(true);
    expect(isOfAge(ago(60.1), NOW)).toBe(false);
  });
});

describe('what accounts alone see', () => {
  it('goes when it is over: opened records, and mutations that were sent a day ago', async () => {
    const opened = `insert into health_records.opened_record (region, subject, resident_id, opened_at, until)
      values ($1, $2, 'r', $3, $3)`;
    const sent = `insert into health_records.attempt (region, subject, key, asked, created_at)
      values ($1, $2, '\\x00', '\\x00', $3)`;
    await superuser.query(opened, [REGION, 'over', ago(0.1)]);
    await superuser.query(opened, [REGION, 'open', ago(-0.1)]);
    await superuser.query(sent, [REGION, 'gone', ago(1.1)]);
    await superuser.query(sent, ['000000', 'gone', ago(1.1)]);
    await superuser.query(sent, [REGION, 'here', ago(0.9)]);
    await clear();
    const subjects = async (table: string) =>
      (await superuser.query<object>(`select subject from health_records.${table}`)).rows;
    expect(await subjects('opened_record')).toEqual([{ subject: 'open' }]);
    expect(await subjects('attempt')).toEqual([{ subject: 'here' }]);
  });
});
