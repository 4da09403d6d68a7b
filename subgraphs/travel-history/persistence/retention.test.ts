import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { createLog } from '../../kit/log.ts';
import { migrate } from '../../kit/migrate.ts';
import { newId } from '../../kit/new-id.ts';
import { openOrm } from '../../kit/orm.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { aResident, ask } from '../bulletin-fakes.ts';
import { travelHistoryConfig } from '../config.ts';
import { createTravelHistory } from '../subgraph.ts';
import { clearing } from '../worker.ts';
import { storage } from './storage.ts';

const REGION = '330100';
const DAY_MS = 86_400_000;
const DECLARE = 'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
const END = 'mutation($input: EndStayInput!) { endStay(input: $input) { id } }';
const TRIP = 'mutation($input: DeclareTripInput!) { declareTrip(input: $input) { id } }';
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

let database: EmptyDatabase;
let travel: Subgraph;
let superuser: Client;
let orm: MikroORM;

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

beforeEach(() =>
  superuser.query(
    'truncate travel_history.event, travel_history.stay, codes.evidence, codes.set_aside',
  ),
);

async function rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await superuser.query<T>(sql, values)).rows;
}

const run = (at = new Date()) =>
  clearing({ orm, log: createLog('test', 'silent'), now: () => at }).run();
const left = async () =>
  (await rows<{ id: string }>('select id from travel_history.event')).map(({ id }) => id).sort();

/** An event that was written days ago. */
async function event(days: number, kind = 'STAY', region = REGION): Promise<string> {
  const id = newId(region);
  await superuser.query(
    `insert into travel_history.event (region, id, resident_id, kind, body, occurred_at, recorded_at)
     values ($1, $2, $2, $3, '{}', $4, $4)`,
    [region, id, kind, ago(days)],
  );
  return id;
}

/** Codes has taken an event in. */
const takenIn = (id: string, region = REGION) =>
  superuser.query(
    `insert into codes.evidence (region, id, resident_id, kind, body, occurred_at, taken_in_at)
     values ($1, $2, $2, 'STAY', '{}', now(), now())`,
    [region, id],
  );

/** Codes could not take an event in. */
const setAside = (id: string, state: string) =>
  superuser.query(
    `insert into codes.set_aside (region, id, producer, fault, state, times, set_aside_at)
     values ($1, $2, 'travel-history', 'NOT_TAKEN_IN', $3, 5, now())`,
    [REGION, id, state],
  );

describe('an event', () => {
  it('says neither where somebody was nor from when to when', async () => {
    const residentId = newId(REGION);
    const self = aResident(residentId);
    const stay = { residentId, division: '330106', community: '甲社区' };
    const arrived = { arrivedAt: ago(5).toISOString() };
    const declared = await ask(travel, self, DECLARE, { input: { ...stay, ...arrived } });
    const { id: stayId } = declared['declareStay'] as { readonly id: string };
    await ask(travel, self, END, { input: { id: stayId, leftAt: ago(4).toISOString() } });
    const trip = { residentId, mode: 'FLIGHT', number: 'XX1', from: { country: 'FR' } };
    const flown = { departedAt: ago(2).toISOString(), arrivedAt: ago(1).toISOString() };
    const to = { country: 'CN', division: '330100' };
    await ask(travel, self, TRIP, { input: { ...trip, ...flown, to } });
    const [first, second, entry] = await rows<{ body: object; occurred: boolean }>(
      `select body, occurred_at = recorded_at as occurred from travel_history.event
       order by recorded_at`,
    );
    expect([first, second]).toEqual(
      Array.from({ length: 2 }, () => ({ body: { source: 'SELF', stayId }, occurred: true })),
    );
    expect(Object.keys(entry?.body ?? {}).sort()).toEqual(['enteredAt', 'source', 'tripId']);
  });

  it('goes a day after it was written, once codes has it or an official gave it up', async () => {
    const [taken, dropped, young] = [await event(1.1), await event(1.1), await event(0.9)];
    const [waiting, retried, unknown] = [await event(1.1), await event(1.1), await event(1.1)];
    for (const id of [taken, young]) await takenIn(id);
    await setAside(dropped, 'DROPPED');
    await setAside(waiting, 'WAITING');
    await setAside(retried, 'RETRYING');
    await Promise.all([run(), run()]);
    expect(await left()).toEqual([young, waiting, retried, unknown].sort());
  });

  it('is not taken in because that of another region is', async () => {
    const id = await event(2);
    await takenIn(id, '510100');
    await run();
    expect(await left()).toEqual([id]);
  });

  it('goes by pages, all that codes has, and the audit log says how many', async () => {
    await superuser.query(
      `insert into travel_history.event (region, id, resident_id, kind, body, occurred_at, recorded_at)
       select '440000', '440000-' || lpad(n::text, 26, '0'), 'x', 'CONTACT_NOTICE', '{}', $1, $1
       from generate_series(1, 12345) n`,
      [ago(40)],
    );
    await superuser.query(
      `insert into codes.evidence (region, id, resident_id, kind, body, occurred_at, taken_in_at)
       select region, id, resident_id, kind, body, occurred_at, recorded_at
       from travel_history.event where right(id, 1) <> '7'`,
    );
    await superuser.query('analyze travel_history.event, codes.evidence');
    await run();
    expect(await left()).toHaveLength(1_234);
    const [noted] = await rows<{ n: number }>(
      `select sum((b.body::jsonb -> 'detail' ->> 'event')::int)::int as n from audit.body b
       join audit.entry e using (region, sequence)
       where e.kind = 'ROWS_EXPIRED' and region = '440000'`,
    );
    expect(noted).toEqual({ n: 12_345 - 1_234 });
  });

  it('of where somebody was goes after 28 days though nobody has taken it in', async () => {
    const kinds = ['STAY', 'RISK_AREA_STAY', 'ENTRY', 'CONTACT_NOTICE', 'CONTACT_WITHDRAWAL'];
    const [old, young]: [string[], string[]] = [[], []];
    for (const kind of kinds) {
      old.push(await event(28.1, kind));
      young.push(await event(27.9, kind));
    }
    await run();
    expect(await left()).toEqual([...old.slice(3), ...young].sort());
  });
});

it('28 days after a stay ended nothing here says that there was one', async () => {
  const residentId = newId(REGION);
  const times = { arrivedAt: ago(5).toISOString(), leftAt: ago(4).toISOString() };
  const input = { residentId, division: '330106', community: '甲社区', ...times };
  await ask(travel, aResident(residentId), DECLARE, { input });
  await run(new Date(Date.now() + 29 * DAY_MS));
  expect(await rows('select 1 from travel_history.stay')).toEqual([]);
  expect(await left()).toEqual([]);
});

it('the migration clears what events of before say of places and times', async () => {
  await superuser.query(
    `drop policy "retention" on travel_history.event; drop index travel_history.event_recorded;
     delete from travel_history.migration where name = '0009-event-retention'`,
  );
  const overlap = { source: 'SELF', stayId: 's', level: 'HIGH', from: 'f', until: null };
  const bodies: readonly (readonly [string, object])[] = [
    ['STAY', { source: 'SELF', stayId: 's', division: '330106', community: '甲社区' }],
    ['STAY', { source: 'SELF', stayId: 's', supersedes: 'o', arrivedAt: 'a', leftAt: null }],
    ['RISK_AREA_STAY', { ...overlap, areaId: 'a' }],
    ['ENTRY', { source: 'SELF', tripId: 't', enteredAt: 'e', fromCountry: 'FR' }],
    ['CONTACT_NOTICE', { source: 'OFFICIAL', noticeId: 'n', citation: 'c' }],
  ];
  for (const [at, [kind, body]] of bodies.entries()) {
    const id = await event(at, kind);
    await superuser.query(
      `update travel_history.event set body = $2, occurred_at = '2022-01-01' where id = $1`,
      [id, body],
    );
  }
  expect(await migrate(storage, database.urls.tongma_owner)).toEqual(['0009-event-retention']);
  const found = await rows<{ body: object; same: boolean }>(
    `select body, occurred_at = recorded_at as same from travel_history.event
     order by recorded_at desc`,
  );
  expect(found).toEqual([
    { body: { source: 'SELF', stayId: 's' }, same: true },
    { body: { source: 'SELF', stayId: 's', supersedes: 'o' }, same: true },
    { body: overlap, same: false },
    { body: { source: 'SELF', tripId: 't', enteredAt: 'e' }, same: false },
    { body: { source: 'OFFICIAL', noticeId: 'n', citation: 'c' }, same: false },
  ]);
  const [forced] = await rows(
    `select relforcerowsecurity as forced from pg_class where oid = 'travel_history.event'::regclass`,
  );
  expect(forced).toEqual({ forced: true });
});
