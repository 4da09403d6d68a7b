import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { until } from '../../../test/system/support/until.ts';
import { newId } from '../../kit/new-id.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import {
  aBulletin,
  aResident,
  ask,
  inXihu,
  nationalOfficial,
  shanghaiHour,
  upload,
} from '../bulletin-fakes.ts';
import { travelHistoryConfig, type TravelHistoryConfig } from '../config.ts';
import { createTravelHistory } from '../subgraph.ts';

const HOUR_MS = 3_600_000;
const NOW = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
const hour = (ago: number) => new Date(NOW - ago * HOUR_MS);
const IMPORT = `mutation Import($input: ImportBulletinInput!) { importBulletin(input: $input) { id } }`;
const PROGRESS = `query Progress($id: ID!) { bulletin(id: $id) { progress { exposures ended } } }`;
const DECLARE = `mutation Declare($input: DeclareStayInput!) { declareStay(input: $input) { id } }`;
const RUNS = "name = 'travel-history.exposures'";

let database: EmptyDatabase;
let superuser: Client;
let config: TravelHistoryConfig;
/** Takes what is asked for, and works on nothing. */
let asked: Subgraph;
let author: ReturnType<typeof nationalOfficial>;
let bulletin = '';

beforeAll(async () => {
  database = await emptyDatabase();
  // Checkpoints come when a test says so.
  await database.checkpointer.close();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const url = database.urls.tongma_travel;
  config = travelHistoryConfig.parse({ TRAVEL_HISTORY_DATABASE_URL: url, LOG_LEVEL: 'silent' });
  asked = await createTravelHistory(config, { works: false });
});

afterAll(async () => {
  await asked.close();
  await superuser.end();
  await database.drop();
});

beforeEach(async () => {
  await checkpoint('now()');
  const tables = ['bulletin', 'risk_area', 'exposure', 'exposure_run', 'stay', 'event'];
  await rows(`truncate ${tables.map((name) => `travel_history.${name}`).join(', ')}`);
  await rows("delete from queue.job where name like 'travel-history.%'");
  author = nationalOfficial('author', 'bulletin:import');
  const residentId = newId('330100');
  await ask(asked, aResident(residentId), DECLARE, {
    input: {
      ...{ residentId, division: '330106', community: '甲社区' },
      arrivedAt: hour(30).toISOString(),
    },
  });
  const content = upload(aBulletin(shanghaiHour(hour(2)), { high: [inXihu('甲社区')] }));
  const { importBulletin } = await ask(asked, author, IMPORT, { input: { content } });
  bulletin = (importBulletin as { id: string }).id;
});

async function rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await superuser.query<T>(sql, values)).rows;
}

/** When the last checkpoint was signed, in SQL. */
const checkpoint = (at: string) => rows(`update audit.checkpoint set at = ${at}`);

/** How many jobs of runs are in a state. */
async function states(): Promise<Record<string, number>> {
  const found = await rows<{ state: string; n: number }>(
    `select state, count(*)::int as n from queue.job where ${RUNS} group by state`,
  );
  return Object.fromEntries(found.map(({ state, n }) => [state, n]));
}

async function toldEnds(): Promise<void> {
  await until(
    async () => (await ask(asked, author, PROGRESS, { id: bulletin }))['bulletin'],
    (shown) => (shown as { progress: { ended: boolean } }).progress.ended,
    30_000,
  );
  const told = await rows("select 1 from travel_history.event where kind = 'RISK_AREA_STAY'");
  expect(told).toHaveLength(1);
}

it('a bulletin reaches those who stayed there, however long no checkpoint was signed', async () => {
  await checkpoint("now() - interval '16 minutes'");
  // As many retries lie behind its jobs as an outage of minutes has.
  await rows(`update queue.job set retry_count = 11, started_on = now() where ${RUNS}`);
  const working = await createTravelHistory(config);
  await until(states, ({ completed, created }) => completed === 2 && created === 2, 30_000);
  await checkpoint('now()');
  await rows(`update queue.job set start_after = now() where ${RUNS}`);
  await toldEnds();
  await working.close();
});

it('a run whose job was given up is gone on with when a worker starts', async () => {
  await rows(
    `update queue.job set state = 'failed', retry_count = retry_limit, started_on = now(),
       completed_on = now() where ${RUNS}`,
  );
  const working = await createTravelHistory(config);
  await toldEnds();
  await working.close();
  expect(await states()).toEqual({ completed: 2 });
});

it('a run that has no job gets one when workers start, and no second', async () => {
  await rows(`delete from queue.job where ${RUNS}`);
  const working = await Promise.all([1, 2, 3].map(() => createTravelHistory(config)));
  await toldEnds();
  await until(states, ({ completed }) => completed === 2);
  await Promise.all(working.map((one) => one.close()));
  expect(await states()).toEqual({ completed: 2 });
});

it('a run that has a job gets no other', async () => {
  await rows(`update queue.job set start_after = now() + interval '1 hour' where ${RUNS}`);
  const working = await createTravelHistory(config);
  await working.close();
  expect(await states()).toEqual({ created: 2 });
});
