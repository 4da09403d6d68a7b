import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { newId } from '../../kit/new-id.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { travelHistoryConfig } from '../config.ts';
import { exposureUseCases } from '../domain/exposure/find-exposures.ts';
import { createTravelHistory } from '../subgraph.ts';
import {
  aBulletin,
  aResident,
  ask,
  inXihu,
  nationalOfficial,
  shanghaiHour,
  upload,
} from '../bulletin-fakes.ts';
import { exposureStore } from './exposure.store.ts';
import { storage } from './storage.ts';

const HOUR_MS = 3_600_000;
const IMPORT = `mutation Import($input: ImportBulletinInput!) {
  importBulletin(input: $input) { id state holds proposalId }
}`;
const APPROVE = `mutation Approve($id: ID!) { approveTravelProposal(id: $id) { state } }`;
const PROGRESS = `query Progress($id: ID!) { bulletin(id: $id) { progress { done total exposures ended } } }`;
const DECLARE = `mutation Declare($input: DeclareStayInput!) { declareStay(input: $input) { id } }`;
const END = `mutation End($input: EndStayInput!) { endStay(input: $input) { id leftAt } }`;

const author = nationalOfficial('author', 'bulletin:import');
const approver = nationalOfficial('approver', 'bulletin:approve');
const hour = (ago: number) => new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - ago * HOUR_MS);

let database: EmptyDatabase;
let travel: Subgraph;
let superuser: Client;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  const url = database.urls.tongma_travel;
  travel = await createTravelHistory(
    travelHistoryConfig.parse({ TRAVEL_HISTORY_DATABASE_URL: url }),
  );
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

beforeEach(async () => {
  const tables = ['bulletin', 'risk_area', 'exposure', 'exposure_run', 'stay', 'event'];
  await superuser.query(`truncate ${tables.map((name) => `travel_history.${name}`).join(', ')}`);
});

interface Imported {
  readonly id: string;
  readonly state: string;
  readonly proposalId: string | null;
}

async function importOne(bulletin: object): Promise<Imported> {
  const input = { content: upload(bulletin) };
  return (await ask(travel, author, IMPORT, { input }))['importBulletin'] as Imported;
}

async function found(id: string) {
  for (let turn = 0; turn < 300; turn += 1) {
    const { bulletin } = await ask(travel, author, PROGRESS, { id });
    const { progress } = bulletin as { readonly progress: { readonly ended: boolean } | null };
    if (progress?.ended) return progress;
    await sleep(100);
  }
  throw new Error('The exposures were not found.');
}

interface EventRow {
  readonly id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly batch: string | null;
}

async function events(): Promise<EventRow[]> {
  const { rows } = await superuser.query<EventRow>(
    'select id, kind, body, batch from travel_history.event order by recorded_at, kind desc',
  );
  return rows;
}

async function declare(
  more: Readonly<Record<string, unknown>> = {},
  residentId = newId('330100'),
): Promise<string> {
  const stay = { residentId, division: '330106', arrivedAt: hour(30).toISOString(), ...more };
  const { declareStay } = await ask(travel, aResident(residentId), DECLARE, { input: stay });
  return (declareStay as { readonly id: string }).id;
}

const high = (ago: number, ...names: string[]) =>
  aBulletin(shanghaiHour(hour(ago)), { high: names.length > 0 ? [inXihu(...names)] : [] });
const exposures = async () => (await events()).filter(({ kind }) => kind === 'RISK_AREA_STAY');

describe('a stay in an area', () => {
  it('is told when a later bulletin raises the area, and again when it is lifted', async () => {
    const stayId = await declare({ community: '甲社区' });
    await declare({ community: '乙社区' });
    await declare({});
    await declare({ community: '甲社区', leftAt: hour(20).toISOString() });
    await declare({ community: '甲社区', division: '330108' });
    await found((await importOne(high(9, '甲社区'))).id);
    const [raised, ...others] = await exposures();
    expect(others).toEqual([]);
    expect(raised?.body).toMatchObject({
      ...{ source: 'SELF', stayId, level: 'HIGH', from: hour(9).toISOString(), until: null },
    });
    await found((await importOne(high(5))).id);
    const [, lifted] = await exposures();
    expect(lifted?.body).toMatchObject({
      ...{ stayId, from: hour(9).toISOString(), until: hour(5).toISOString() },
      supersedes: raised?.id,
    });
  });

  it('is told at once when it is declared later, and again when it ends', async () => {
    const low = [inXihu('除高风险区以外的其他地区')];
    const lists = { high: [inXihu('甲社区')], low };
    await importOne(aBulletin(shanghaiHour(hour(9)), lists));
    const residentId = newId('330100');
    const id = await declare({ community: '甲社区' }, residentId);
    expect((await exposures()).map(({ body }) => body['level']).sort()).toEqual(['HIGH', 'LOW']);
    const input = { id, leftAt: hour(3).toISOString() };
    await ask(travel, aResident(residentId), END, { input });
    const told = (await exposures()).filter(({ body }) => body['supersedes'] !== undefined);
    expect(told.map(({ body }) => body['until'])).toEqual([input.leftAt, input.leftAt]);
    await expect(ask(travel, aResident(residentId), END, { input })).rejects.toThrow(
      'ILLEGAL_TRANSITION',
    );
    await expect(ask(travel, aResident(newId('330100')), END, { input })).rejects.toThrow(
      'NOT_FOUND',
    );
  });

  it('lies only in areas that are the whole of its division when it names no community', async () => {
    await declare({});
    await found((await importOne(high(9, '甲社区', '全域'))).id);
    expect(await exposures()).toHaveLength(1);
  });

  it('is told once more without an area that a correction takes back', async () => {
    const stayId = await declare({ community: '甲社区' });
    await found((await importOne(high(9, '甲社区', '乙社区'))).id);
    const [wrong] = await exposures();
    await found((await importOne(high(9, '乙社区'))).id);
    const last = (await events()).at(-1);
    expect(last).toMatchObject({ kind: 'STAY', body: { stayId, supersedes: wrong?.id } });
    const kept = await superuser.query('select 1 from travel_history.exposure');
    expect(kept.rowCount).toBe(0);
  });
});

it('nothing is told while a bulletin is held, and everything once two people agree', async () => {
  await declare({ community: '甲社区' });
  const many = Array.from({ length: 150 }, (_, at) => `${at}号楼`);
  await importOne(high(9, '甲社区', ...many));
  const raised = (await exposures()).length;
  const held = await importOne(high(8, '乙社区'));
  expect(held.state).toBe('HELD');
  await sleep(1_500);
  expect(await exposures()).toHaveLength(Math.max(1, raised));
  const own = { ...author, scopes: ['bulletin:approve'] };
  await expect(ask(travel, own, APPROVE, { id: held.proposalId })).rejects.toThrow('SELF_APPROVAL');
  await ask(travel, approver, APPROVE, { id: held.proposalId });
  await found(held.id);
  expect((await exposures()).at(-1)?.body['until']).toBe(hour(8).toISOString());
});

it('a newer accepted bulletin passes held ones by; they cannot be approved afterwards', async () => {
  const many = Array.from({ length: 150 }, (_, at) => `${at}号楼`);
  await importOne(high(9, ...many));
  const held = await importOne(high(8, '乙社区'));
  await importOne(high(7, ...many));
  await expect(ask(travel, approver, APPROVE, { id: held.proposalId })).rejects.toThrow(
    'ILLEGAL_TRANSITION',
  );
});

describe('a stay that an isolation order cites', () => {
  const ASKED = 'select travel_history.was_exposed($1, $2, $3) as exposed';
  const SHOWN = `query Shown($ids: [_Any!]!) { _entities(representations: $ids) {
    ... on Resident { stays(first: 10) { nodes { id exposures { level from until } } } } } }`;

  it('was in a risk area of the last 28 days, or is a ground no longer; one reads when', async () => {
    const residentId = newId('330100');
    const left = hour(10).toISOString();
    const stayId = await declare({ community: '甲社区', leftAt: left }, residentId);
    const safe = await declare({ community: '乙社区' }, residentId);
    await found((await importOne(high(12, '甲社区'))).id);
    const health = new Client({ connectionString: database.urls.tongma_health });
    await health.connect();
    await health.query("set app.regions = '330100'");
    const exposed = async (id: string, of = residentId) =>
      (await health.query<{ exposed: boolean }>(ASKED, ['330100', of, id])).rows[0]?.exposed;
    expect([await exposed(stayId), await exposed(safe)]).toEqual([true, false]);
    expect(await exposed(stayId, newId('330100'))).toBe(false);

    const ids = [{ __typename: 'Resident', id: residentId }];
    const { _entities } = await ask(travel, aResident(residentId), SHOWN, { ids });
    const when = { level: 'HIGH', from: hour(12).toISOString(), until: left };
    expect(_entities).toEqual([
      {
        stays: {
          nodes: expect.arrayContaining([
            { id: stayId, exposures: [when] },
            { id: safe, exposures: [] },
          ]),
        },
      },
    ]);

    const endedFor = (span: string) =>
      superuser.query(
        `update travel_history.exposure set ended_at = now() - $1::interval where stay_id = $2`,
        [span, stayId],
      );
    await endedFor('27 days 23:59');
    expect(await exposed(stayId)).toBe(true);
    await endedFor('28 days');
    expect(await exposed(stayId)).toBe(false);
    await health.end();
  });
});

describe('many stays', () => {
  const STAYS = 2_345;

  async function fill(): Promise<void> {
    await superuser.query(
      `insert into travel_history.stay (region, id, resident_id, division, community, arrived_at,
        left_at, declared_at, recorded_by)
       select '330100', '330100-' || lpad(n::text, 26, '0'), '330100-' || lpad(n::text, 26, '1'),
        '330106', case when n % 2 = 0 then '甲社区' else '乙社区' end, $1, null, $1, 'test'
       from generate_series(1, ${STAYS}) n`,
      [hour(30)],
    );
  }

  it('are told in batches, each once, though the run is ended after every chunk', async () => {
    await fill();
    // Nobody works on it meanwhile: the chunks are done here, one by one, as after kills.
    await superuser.query('begin');
    await superuser.query(
      `select pg_advisory_xact_lock(hashtext('travel_history.exposure 330100'))`,
    );
    const { id } = await importOne(high(9, '甲社区', '乙社区', '全域'));
    await superuser.query('commit');
    const run = await superuser.query<{ id: string }>(
      `select id from travel_history.exposure_run where region = '330100'`,
    );
    const runId = run.rows[0]?.id ?? '';
    const parts = { appendEvents: () => Promise.resolve(), newId };
    for (let turn = 0; turn < 3; turn += 1) {
      // Begun and rolled back: nothing of it remains.
      const ended = inScope(orm, systemIdentity('test', '330100'), async (tx, audit) => {
        const ports = { store: exposureStore(tx, parts), audit, now: () => new Date() };
        await exposureUseCases(ports).goOn('330100', runId);
        throw new Error('killed');
      });
      await expect(ended).rejects.toThrow('killed');
    }
    expect(await found(id)).toMatchObject({ exposures: 2 * STAYS, done: 6, total: 6 });
    const told = await exposures();
    expect(told).toHaveLength(2 * STAYS);
    const kept = await superuser.query<{ event_id: string }>(
      'select event_id from travel_history.exposure', // one of each stay and area
    );
    expect(kept.rows.map((row) => row.event_id).sort()).toEqual(told.map((one) => one.id).sort());
    const batches = Map.groupBy(told, ({ batch }) => batch);
    expect([...batches.values()].map((all) => all.length).every((size) => size <= 1_000)).toBe(
      true,
    );
    expect(batches.has(null)).toBe(false);
  });
});
