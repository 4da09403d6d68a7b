import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import type { Identity } from '../../kit/identity.ts';
import { createLog } from '../../kit/log.ts';
import { openOrm } from '../../kit/orm.ts';
import { newId as newOpaqueId } from '../../kit/new-id.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { aResident, ask } from '../bulletin-fakes.ts';
import { travelHistoryConfig } from '../config.ts';
import { codeAt } from '../domain/venue/venue-code.ts';
import { createTravelHistory } from '../subgraph.ts';
import { venueMac } from '../venue-mac.ts';
import { clearing } from '../worker.ts';
import { storage } from './storage.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ADD = 'mutation A($input: AddVenueInput!) { addVenue(input: $input) { id } }';
const CODE = 'query C($id: ID!) { venueCode(venueId: $id) { text rotatesAt } }';
const VISIT = 'mutation V($input: VisitVenueInput!) { visitVenue(input: $input) { id leftAt } }';
const LEAVE = 'mutation L($id: ID!) { leaveVenue(visitId: $id) { id leftAt } }';
const DECLARE =
  'mutation D($input: DeclareOutbreakInput!) { declareOutbreak(input: $input) { id } }';

const newId = (region = '330100') => newOpaqueId(region);
const ago = (ms: number) => new Date(Date.now() - ms);
const officer: Identity = {
  ...{ kind: 'OFFICIAL', subject: 'officer', scopes: ['case:manage'], grants: ['330100'] },
  ...{ regions: ['330100'], residents: '*', purposes: ['CASE_WORK'], agency: 'commission' },
  purpose: 'CASE_WORK',
};

let database: EmptyDatabase;
let travel: Subgraph;
let superuser: Client;
let orm: MikroORM;
let venueId: string;

beforeAll(async () => {
  database = await emptyDatabase();
  const url = database.urls.tongma_travel;
  const config = travelHistoryConfig.parse({ TRAVEL_HISTORY_DATABASE_URL: url });
  travel = await createTravelHistory(config, { works: false });
  orm = await openOrm(storage, url, 4);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await orm.close();
  await travel.close();
  await database.drop();
});

async function idOf(answer: Promise<Record<string, unknown>>): Promise<string> {
  const [one] = Object.values(await answer);
  return (one as { readonly id: string }).id;
}

beforeEach(async () => {
  const own = ['venue', 'venue_visit', 'outbreak', 'outbreak_contact', 'event', 'stay', 'trip'];
  const tables = [...own, 'exposure'].map((name) => `travel_history.${name}`);
  await superuser.query(`truncate ${tables.join(', ')}, health_records.test_result`);
  const input = { region: '330100', name: '样例市场', division: '330106' };
  venueId = await idOf(ask(travel, officer, ADD, { input }));
});

async function shown(): Promise<string> {
  const { venueCode } = await ask(travel, officer, CODE, { id: venueId });
  return (venueCode as { readonly text: string }).text;
}

async function visit(residentId = newId()): Promise<string> {
  const input = { residentId, code: await shown() };
  return idOf(ask(travel, aResident(residentId), VISIT, { input }));
}

/** Visits of as many people, so long ago. */
async function visits(many: number, ms: number, region = '330100'): Promise<void> {
  await superuser.query(
    `insert into travel_history.venue_visit (region, id, resident_id, venue_id, arrived_at, recorded_by)
     select $1::varchar, $1 || '-' || lpad(n::text, 26, '0'), $1 || '-1' || lpad(n::text, 25, '0'), $2, $3, 'x'
     from generate_series(1, $4::int) n`,
    [region, venueId, ago(ms), many],
  );
}

async function aResult(result: string, region = '330100', correctedBy: string | null = null) {
  const id = newId(region);
  await superuser.query(
    `insert into health_records.test_result (region, id, resident_id, recorded_by, sample_collected_at,
       result, method, laboratory, revision, corrected_by_id)
     values ($1, $2, $3, 'lab', now(), $4, 'NUCLEIC_ACID', 'LAB', 0, $5)`,
    [region, id, newId(region), result, correctedBy],
  );
  return id;
}

async function declare(from: number, until: number, testResultId: string): Promise<string> {
  const span = { from: ago(from).toISOString(), until: ago(until).toISOString() };
  const input = { venueId, ...span, testResultId, reason: 'a case was there' };
  return idOf(ask(travel, officer, DECLARE, { input }));
}

async function events() {
  const { rows } = await superuser.query<{
    resident_id: string;
    kind: string;
    batch: string | null;
    body: Record<string, unknown>;
  }>('select resident_id, kind, batch, body from travel_history.event');
  return rows;
}

describe('a scan', () => {
  it('is kept and is no event; leaving ends it once', async () => {
    const residentId = newId();
    const id = await visit(residentId);
    await ask(travel, aResident(residentId), LEAVE, { id });
    await expect(ask(travel, aResident(residentId), LEAVE, { id })).rejects.toThrow(
      'ILLEGAL_TRANSITION',
    );
    expect(await events()).toEqual([]);
  });

  it('of a code of an hour ago, of another region or of nothing is refused', async () => {
    const code = await shown();
    const elsewhere = newId('510100');
    const { rows } = await superuser.query<{ secret: Buffer }>(
      'select secret from travel_history.venue',
    );
    const secret = Uint8Array.from(rows[0]?.secret ?? []);
    const old = codeAt(venueId, secret, ago(HOUR_MS), venueMac).text;
    for (const [residentId, text] of [
      [elsewhere, code],
      [newId(), old],
      [newId(), `${venueId}.AAAAAAAAAAAAAAAAAAAAAA`],
      [newId(), 'x'],
    ] as const) {
      const input = { residentId, code: text };
      await expect(ask(travel, aResident(residentId), VISIT, { input })).rejects.toThrow(
        'BAD_USER_INPUT',
      );
    }
  });

  it("is nobody else's to see", async () => {
    const id = await visit();
    await expect(ask(travel, aResident(newId()), LEAVE, { id })).rejects.toThrow('NOT_FOUND');
  });
});

describe('an outbreak', () => {
  it('is told to whoever was there, each once, in batches', async () => {
    await visits(2_345, 5 * HOUR_MS);
    const citation = await aResult('DETECTED');
    await declare(4 * HOUR_MS, 3.5 * HOUR_MS, citation);
    const told = await events();
    expect(told).toHaveLength(2_345);
    expect(new Set(told.map((one) => one.resident_id)).size).toBe(2_345);
    expect(told.every(({ kind }) => kind === 'CONTACT_NOTICE')).toBe(true);
    expect(told[0]?.body).toMatchObject({ source: 'OFFICIAL', citation });
    const sizes = [...Map.groupBy(told, ({ batch }) => batch).values()].map((all) => all.length);
    expect(sizes.sort()).toEqual([1_000, 1_000, 345]);
  });

  it('lists who was told, page after page, and logs that somebody looked', async () => {
    await visits(3, 5 * HOUR_MS);
    const id = await declare(4 * HOUR_MS, 3.5 * HOUR_MS, await aResult('DETECTED'));
    const query = `query C($id: ID!, $after: String) { outbreakContacts(outbreakId: $id, first: 2, after: $after) {
      totalCount pageInfo { endCursor hasNextPage } nodes { id lastContactAt resident { id } } } }`;
    const people: string[] = [];
    for (let after: string | null | undefined = null; after !== undefined;) {
      const { outbreakContacts } = (await ask(travel, officer, query, { id, after })) as {
        outbreakContacts: {
          totalCount: number;
          pageInfo: { endCursor: string; hasNextPage: boolean };
          nodes: readonly { resident: { id: string } }[];
        };
      };
      expect(outbreakContacts.totalCount).toBe(3);
      people.push(...outbreakContacts.nodes.map(({ resident }) => resident.id));
      const { endCursor, hasNextPage } = outbreakContacts.pageInfo;
      after = hasNextPage ? endCursor : undefined;
    }
    expect(people.sort()).toEqual((await events()).map((one) => one.resident_id).sort());
    const { rows } = await superuser.query<{ detail: object }>(
      `select b.body::jsonb -> 'detail' as detail from audit.body b
       join audit.entry e using (region, sequence) where e.kind = 'CASES_LISTED' order by sequence`,
    );
    expect(rows.map(({ detail }) => detail)).toEqual([{ cases: 2 }, { cases: 1 }]);
    const other = { ...officer, regions: ['510100'], grants: ['510100'] };
    await expect(ask(travel, other, query, { id })).rejects.toThrow('NOT_FOUND');
  });

  it('is told to nobody who was there before or after', async () => {
    await visits(3, 9 * HOUR_MS);
    await declare(7 * HOUR_MS, 3 * HOUR_MS, await aResult('DETECTED'));
    await visit();
    expect(await events()).toEqual([]);
  });

  it('that lasts is told to whoever comes', async () => {
    await declare(HOUR_MS, -HOUR_MS, await aResult('DETECTED'));
    expect(await events()).toEqual([]);
    const residentId = newId();
    await visit(residentId);
    expect(await events()).toMatchObject([{ resident_id: residentId, kind: 'CONTACT_NOTICE' }]);
  });

  it.each([
    ['found nothing', () => aResult('NOT_DETECTED')],
    ['was corrected', () => aResult('DETECTED', '330100', 'x')],
    ['is of another region', () => aResult('DETECTED', '510100')],
    ['does not exist', () => Promise.resolve(newId())],
    ['is no id', () => Promise.resolve('x')],
  ])('is refused when the cited result %s', async (_title, cited) => {
    await visits(1, HOUR_MS);
    await expect(declare(2 * HOUR_MS, HOUR_MS / 2, await cited())).rejects.toThrow(
      'BAD_USER_INPUT',
    );
    expect(await events()).toEqual([]);
  });
});

describe('an outbreak that was declared by mistake', () => {
  const WITHDRAW = `mutation W($input: WithdrawOutbreakInput!) { withdrawOutbreak(input: $input) {
    id withdrawnAt withdrawReason contacts allowedActions { allowed reasonCode } } }`;
  const LIST = `query O($id: ID!) { outbreaks(venueId: $id) {
    totalCount nodes { id withdrawnAt contacts } } }`;
  const withdraw = (outbreakId: string, by = officer) =>
    ask(travel, by, WITHDRAW, { input: { outbreakId, reason: 'another market was meant' } });

  it('takes its notices back, each once, and leaves those of another', async () => {
    await visits(1_234, 5 * HOUR_MS);
    const citation = await aResult('DETECTED');
    const mistaken = await declare(4 * HOUR_MS, 3.5 * HOUR_MS, citation);
    const right = await declare(4.5 * HOUR_MS, 3.2 * HOUR_MS, citation);
    const answer = await withdraw(mistaken);
    expect(answer).toMatchObject({
      withdrawOutbreak: {
        ...{ id: mistaken, withdrawReason: 'another market was meant', contacts: 1_234 },
        allowedActions: [{ allowed: false, reasonCode: 'ILLEGAL_TRANSITION' }],
      },
    });
    const { rows } = await superuser.query<{ event_id: string }>(
      'select event_id from travel_history.outbreak_contact where outbreak_id = $1',
      [mistaken],
    );
    const back = (await events()).filter(({ kind }) => kind === 'CONTACT_WITHDRAWAL');
    const noticed = (all: readonly unknown[]) => all.map(String).sort();
    expect(noticed(back.map(({ body }) => body['noticeId']))).toEqual(
      noticed(rows.map((row) => row.event_id)),
    );
    expect(back.every(({ body }) => body['source'] === 'OFFICIAL')).toBe(true);

    expect(await withdraw(mistaken)).toEqual(answer);
    expect(await events()).toHaveLength(3 * 1_234);
    const { outbreaks } = await ask(travel, officer, LIST, { id: venueId });
    expect(outbreaks).toMatchObject({
      totalCount: 2,
      nodes: [{ id: right, withdrawnAt: null, contacts: 1_234 }, { id: mistaken }],
    });
  });

  it('is told to nobody who comes', async () => {
    const outbreak = await declare(HOUR_MS, -HOUR_MS, await aResult('DETECTED'));
    await withdraw(outbreak);
    await visit();
    expect(await events()).toEqual([]);
  });

  it('withdrawn by two at once is withdrawn once', async () => {
    await visits(2, 5 * HOUR_MS);
    const outbreak = await declare(4 * HOUR_MS, 3.5 * HOUR_MS, await aResult('DETECTED'));
    await Promise.all([withdraw(outbreak), withdraw(outbreak)]);
    const kinds = (await events()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'CONTACT_WITHDRAWAL')).toHaveLength(2);
  });

  it('is nothing for officials of other regions', async () => {
    const outbreak = await declare(HOUR_MS, -HOUR_MS, await aResult('DETECTED'));
    const other = { ...officer, regions: ['510100'], grants: ['510100'] };
    await expect(withdraw(outbreak, other)).rejects.toThrow('NOT_FOUND');
    expect(await ask(travel, other, LIST, { id: venueId })).toMatchObject({
      outbreaks: { totalCount: 0 },
    });
  });
});

describe('the lists of venues and visits', () => {
  const VENUES = `query V($first: Int!, $after: String) { venues(first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id name division } } }`;
  const VISITS = `query R($rep: [_Any!]!) { _entities(representations: $rep) {
    ... on Resident { venueVisits { totalCount nodes { venueName leftAt } } } } }`;

  it('have the venue added last first, page after page', async () => {
    const input = { region: '330100', name: '样例车站', division: '330106' };
    const newer = await idOf(ask(travel, officer, ADD, { input }));
    const { venues } = await ask(travel, officer, VENUES, { first: 1 });
    expect(venues).toMatchObject({ totalCount: 2, nodes: [{ id: newer, name: '样例车站' }] });
    const after = (venues as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
    expect(await ask(travel, officer, VENUES, { first: 1, after })).toMatchObject({
      venues: { pageInfo: { hasNextPage: false }, nodes: [{ id: venueId }] },
    });
  });

  it('have the visits of a person for that person, with where; for no official', async () => {
    const residentId = newId();
    await visit(residentId);
    await visit();
    const rep = [{ __typename: 'Resident', id: residentId }];
    expect(await ask(travel, aResident(residentId), VISITS, { rep })).toMatchObject({
      _entities: [{ venueVisits: { totalCount: 1, nodes: [{ venueName: '样例市场' }] } }],
    });
    const all = { ...officer, scopes: ['case:manage', 'travel:read', 'health:read'] };
    await expect(ask(travel, all, VISITS, { rep })).rejects.toThrow('SCOPE_MISSING');
    expect(await ask(travel, aResident(newId()), VISITS, { rep })).toMatchObject({
      _entities: [{ venueVisits: { totalCount: 0 } }],
    });
  });
});

describe('retention', () => {
  const log = createLog('test', 'silent');
  const run = () => clearing({ orm, log, now: () => new Date() }).run();
  const count = async (table: string) =>
    (await superuser.query(`select 1 from travel_history.${table}`)).rowCount;

  async function stay(left: number | null): Promise<void> {
    await superuser.query(
      `insert into travel_history.stay (region, id, resident_id, division, arrived_at, left_at, declared_at, recorded_by)
       values ('330100', $1, $2, '330106', $3, $4, now(), 'x')`,
      [newId(), newId(), ago(60 * DAY_MS), left === null ? null : ago(left)],
    );
  }

  it('deletes what is older than 28 days, wherever, and says so once a region', async () => {
    await visits(3, 28 * DAY_MS + 1_000);
    await visits(2, 28 * DAY_MS + 1_000, '510100');
    await visit();
    await stay(28 * DAY_MS + 1_000);
    await stay(28 * DAY_MS - 60_000);
    await stay(null);
    await Promise.all([run(), run()]);
    expect([await count('venue_visit'), await count('stay')]).toEqual([1, 2]);
    const { rows } = await superuser.query<{ region: string; detail: object }>(
      `select b.region, b.body::jsonb -> 'detail' as detail from audit.body b
       join audit.entry e using (region, sequence) where e.kind = 'ROWS_EXPIRED' order by 1`,
    );
    expect(rows).toEqual([
      { region: '330100', detail: { stay: 1, venue_visit: 3 } },
      { region: '510100', detail: { venue_visit: 2 } },
    ]);
  });

  it('takes overlaps and notices with what they are about', async () => {
    const values = `'330100', $1, 'area', 'x', 'x', 'HIGH', $2, $2`;
    const exposure = `insert into travel_history.exposure (region, stay_id, area_id, resident_id, event_id, level, begun_at, ended_at) values (${values})`;
    await stay(null);
    const { rows } = await superuser.query<{ id: string }>('select id from travel_history.stay');
    await superuser.query(exposure, [rows[0]?.id, ago(40 * DAY_MS)]);
    await superuser.query(exposure, ['gone', ago(40 * DAY_MS)]);
    await superuser.query(
      `insert into travel_history.outbreak_contact values ('330100', 'a', 'b', 'c', 'd', $1)`,
      [ago(29 * DAY_MS)],
    );
    await run();
    expect([await count('exposure'), await count('outbreak_contact')]).toEqual([1, 0]);
  });
});

it('the tables are what the entities say', async () => {
  const owner = await openOrm(storage, database.urls.tongma_owner, 2);
  const sql = await owner.schema.getUpdateSchemaSQL({ wrap: false });
  await owner.close();
  expect(sql.replaceAll(/drop function[^;]*;/g, '').trim()).toBe('');
});
