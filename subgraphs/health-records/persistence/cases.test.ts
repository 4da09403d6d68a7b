import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { newId as newOpaqueId } from '../../kit/new-id.ts';
import { openOrm } from '../../kit/orm.ts';
import { connectionOf, pageOf } from '../../kit/page.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { caseUseCases, type CaseFilter } from '../domain/cases.ts';
import { caseStore } from './case.store.ts';
import { storage } from './storage.ts';

const REGION = '330100';
const NOW = new Date('2022-07-10T04:00:00.000Z'); // noon in Shanghai
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ALL: CaseFilter = { region: null, kind: null, due: null };

const newId = (region = REGION) => newOpaqueId(region);
const at = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

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

beforeEach(async () => {
  const tables = ['isolation_order', 'test_result', 'contact_notice', 'check_in'];
  await superuser.query(`truncate ${tables.map((one) => `health_records.${one}`).join(', ')}`);
});

interface Given {
  readonly region?: string;
  readonly residentId?: string;
}

async function order(
  from: number,
  until: number,
  { place = 'HOME', released = false, ...who }: Given & { place?: string; released?: boolean } = {},
): Promise<string> {
  const { region = REGION, residentId = newId(region) } = who;
  const id = newId(region);
  await superuser.query(
    `insert into health_records.isolation_order
       (region, id, resident_id, recorded_by, place, "from", until, citation, released_at)
     values ($1, $2, $3, 'x', $4, $5, $6, '{"kind": "STAY", "id": "x"}', $7)`,
    [region, id, residentId, place, at(from), at(until), released ? NOW : null],
  );
  return id;
}

async function result(sampled: number, outcome = 'DETECTED', correctedBy: string | null = null) {
  const id = newId();
  await superuser.query(
    `insert into health_records.test_result (region, id, resident_id, recorded_by,
       sample_collected_at, result, method, laboratory, revision, corrected_by_id)
     values ($1, $2, $3, 'x', $4, $5, 'NUCLEIC_ACID', 'LAB', 0, $6)`,
    [REGION, id, newId(), at(sampled), outcome, correctedBy],
  );
  return id;
}

async function notice(last: number, { withdrawn = false, noticed = 0, residentId = newId() } = {}) {
  const id = newId();
  await superuser.query(
    `insert into health_records.contact_notice (region, id, resident_id, recorded_by,
       case_result_id, overlap_from, last_contact_at, noticed_at, withdrawn_at)
     values ($1, $2, $3, 'x', 'x', $4, $4, $5, $6)`,
    [REGION, id, residentId, at(last), at(noticed), withdrawn ? NOW : null],
  );
  return id;
}

async function checkIn(residentId: string, day: string): Promise<void> {
  await superuser.query(
    `insert into health_records.check_in (region, id, resident_id, recorded_by, symptoms, at, day)
     values ($1, $2, $3, 'x', '{}', now(), $4)`,
    [REGION, newId(), residentId, day],
  );
}

function list(filter: Partial<CaseFilter> = {}, first = 50, after: string | null = null) {
  const page = pageOf(first, after);
  return inScope(orm, systemIdentity('test', REGION), async (tx) => {
    const audit = { note: () => undefined };
    const cases = caseUseCases({ store: caseStore(tx), audit, now: () => NOW });
    const rows = await cases.list({ ...ALL, ...filter }, page);
    const { nodes, pageInfo, totalCount } = connectionOf(rows, page, (row) => [
      ...[row.until.toISOString(), row.id],
    ]);
    return { nodes, pageInfo, totalCount: await totalCount };
  });
}

async function idsOf(filter: Partial<CaseFilter> = {}): Promise<string[]> {
  return (await list(filter)).nodes.map(({ id }) => id);
}

describe('the list of cases', () => {
  it('§9.1 holds what stands now, the one that ends first leads', async () => {
    const home = await order(-1, 3);
    const detected = await result(-6);
    const contact = await notice(-20);
    await order(-5, 0);
    await order(1, 5);
    await order(-1, 5, { released: true });
    await result(-7);
    await result(-1, 'NOT_DETECTED');
    await result(-1, 'DETECTED', 'x');
    await notice(-21);
    await notice(-1, { withdrawn: true });
    expect(await list()).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: false },
      nodes: [
        { id: contact, kind: 'CONTACT', since: at(-20), until: at(1) },
        { id: detected, kind: 'DETECTED', since: at(-6), until: at(1) },
        { id: home, kind: 'HOME', since: at(-1), until: at(3), lastCheckInOn: null },
      ].toSorted((a, b) => +a.until - +b.until || (a.id < b.id ? -1 : 1)),
    });
  });

  it('is of one kind, or of one region, and of none that is not granted', async () => {
    await order(-1, 3);
    const central = await order(-1, 3, { place: 'CENTRAL' });
    await order(-1, 3, { region: '510100' });
    await result(-1);
    expect(await idsOf({ kind: 'CENTRAL' })).toEqual([central]);
    expect(await idsOf({ region: REGION })).toHaveLength(3);
    expect(await idsOf({ region: '510100' })).toEqual([]);
    expect(await idsOf()).toHaveLength(3);
  });

  it('§9.3 says who ends today, by the day of Shanghai', async () => {
    const midnight = await order(-1, 0.5);
    await order(-1, 0.5 + 1 / 86_400);
    expect(await idsOf({ due: 'ENDS_TODAY' })).toEqual([midnight]);
  });

  it('§9.3 says who missed a check-in', async () => {
    const [silent, late, today, yesterday] = [newId(), newId(), newId(), newId()];
    const never = await order(-5, 3, { residentId: silent });
    const lapsed = await order(-5, 3, { residentId: late });
    await checkIn(late, '2022-07-08');
    await order(-5, 3, { residentId: today });
    await checkIn(today, '2022-07-10');
    await order(-5, 3, { residentId: yesterday });
    await checkIn(yesterday, '2022-07-09');
    await order(-1, 3); // nobody had a whole day yet
    await notice(-5, { noticed: -1 });
    const told = await notice(-5, { noticed: -2 });
    expect(new Set(await idsOf({ due: 'CHECK_IN_MISSED' }))).toEqual(
      new Set([never, lapsed, told]),
    );
    const { nodes } = await list({ due: 'CHECK_IN_MISSED' });
    expect(nodes.find(({ id }) => id === lapsed)).toMatchObject({ lastCheckInOn: '2022-07-08' });
  });

  it('goes on after a page, also where two end together', async () => {
    for (let n = 0; n < 5; n += 1) await order(-1, 3);
    const ids: string[] = [];
    let after: string | null = null;
    let more = true;
    while (more) {
      const { nodes, pageInfo } = await list({}, 2, after);
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(ids).toEqual(await idsOf());
    expect(new Set(ids).size).toBe(5);
  });

  it('takes no cursor of another list', async () => {
    const cursor = Buffer.from('["x"]').toString('base64url');
    await expect(list({}, 2, cursor)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('counts all there are, whatever the page', async () => {
    await superuser.query(
      `insert into health_records.contact_notice (region, id, resident_id, recorded_by,
         case_result_id, overlap_from, last_contact_at, noticed_at)
       select $1::varchar, $1 || '-' || lpad(n::text, 26, '0'), $1 || '-1' || lpad(n::text, 25, '0'),
         'x', 'x', at, at, at
       from generate_series(1, 600) n, lateral (select $2::timestamptz - n * interval '1 hour') t(at)`,
      [REGION, NOW],
    );
    const { nodes, totalCount } = await list({ kind: 'CONTACT' }, 1);
    expect([nodes.length, totalCount]).toEqual([1, 503]);
  });
});
