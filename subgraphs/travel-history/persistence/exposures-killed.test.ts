import type { ChildProcess } from 'node:child_process';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL, SEED } from '../../../test/sample.ts';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { gateAt, JOBS_ARE_LOST, JOBS_LEFT, type Gate } from '../../../test/system/support/gate.ts';
import { startPart } from '../../../test/system/support/parts.ts';
import { build, exitCode } from '../../../test/system/support/process.ts';
import { until } from '../../../test/system/support/until.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import {
  aBulletin,
  ask,
  inXihu,
  nationalOfficial,
  shanghaiHour,
  upload,
} from '../bulletin-fakes.ts';
import { travelHistoryConfig } from '../config.ts';
import { createTravelHistory } from '../subgraph.ts';

const IMPORT = `mutation Import($input: ImportBulletinInput!) { importBulletin(input: $input) { id } }`;
const REGION = '330100';
const STAYS = 2_345;
const HOUR_MS = 3_600_000;
const NOW = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
const hour = (ago: number) => new Date(NOW - ago * HOUR_MS);

const REGION_LOCK = `select pg_advisory_xact_lock(hashtext('travel_history.exposure ${REGION}'))`;
/** Where a run is held in its second chunk, and by which lock. */
const POINTS = {
  'a further chunk has begun': REGION_LOCK,
  'the stays are read': 'lock table travel_history.stay in access exclusive mode',
  'the exposures are kept': 'lock table travel_history.exposure in exclusive mode',
  'the events are written': 'lock table travel_history.event in exclusive mode',
  'the run is moved on': 'lock table travel_history.exposure_run in share mode',
  'the log is written': 'lock table audit.entry in exclusive mode',
  'it is committed, its job is not done': `select 1 from queue.job
    where state = 'active' and name = 'travel-history.exposures' for update`,
} as const;
type Point = keyof typeof POINTS;
const NAMES = Object.keys(POINTS) as Point[];
// A service takes seconds to start: in other runs than those of all tests every second does without.
const SAMPLE = SEED % 2 === 1 ? NAMES.filter((_, at) => at === (SEED >> 1) % NAMES.length) : [];
const CASES = ALL ? NAMES : SAMPLE;

let database: EmptyDatabase;
let travel: Subgraph;
let superuser: Client;
let service: ChildProcess;
/** Last entry of the log before a run. */
let before = 0;
let undisturbed: Awaited<ReturnType<typeof toldOf>>;
const gates: Gate[] = [];

function started(): ChildProcess {
  const { checkpointKey, urls } = database;
  return startPart('travel-history', {
    ...{ TRAVEL_HISTORY_PORT: '0', TRAVEL_HISTORY_DATABASE_URL: urls.tongma_travel },
    IDENTITY_PUBLIC_KEY: String(checkpointKey.export({ type: 'spki', format: 'pem' })),
  }).child;
}

async function killed(): Promise<void> {
  service.kill('SIGKILL');
  await exitCode(service);
}

async function rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await superuser.query<T>(sql, values)).rows;
}

async function held(lock: string): Promise<Gate> {
  const gate = await gateAt(database.superuserUrl, lock);
  gates.push(gate);
  return gate;
}

async function importOne(ago: number, ...names: string[]): Promise<void> {
  const author = nationalOfficial('author', 'bulletin:import');
  const content = upload(aBulletin(shanghaiHour(hour(ago)), { high: [inXihu(...names)] }));
  await ask(travel, author, IMPORT, { input: { content } });
}

async function settled(): Promise<void> {
  await until(
    () => rows("select 1 from travel_history.exposure_run where state <> 'DONE'"),
    (left) => left.length === 0,
    90_000,
  );
}

/** Many stays, of which one bulletin told of half: the next lifts their area and raises another. */
async function prepare(): Promise<void> {
  const log = 'select coalesce(max(sequence), 0)::int as last from audit.entry where region = $1';
  [{ last: before } = { last: 0 }] = await rows<{ last: number }>(log, [REGION]);
  const tables = ['bulletin', 'risk_area', 'exposure', 'exposure_run', 'stay', 'event'];
  await rows(`truncate ${tables.map((name) => `travel_history.${name}`).join(', ')}`);
  await rows("delete from queue.job where name like 'travel-history.%'");
  await rows(
    `insert into travel_history.stay (region, id, resident_id, division, community, arrived_at,
       left_at, declared_at, recorded_by)
     select '${REGION}', '${REGION}-' || lpad(n::text, 26, '0'), '${REGION}-' || lpad(n::text, 26, '1'),
       '330106', case when n % 2 = 0 then '甲社区' else '乙社区' end, $1,
       case when n % 5 = 0 then $2::timestamptz end, $1, 'test'
     from generate_series(1, ${STAYS}) n`,
    [hour(30), hour(3)],
  );
  await importOne(9, '甲社区', '丙社区');
  await settled();
}

/** What is known and what was told in the end, area ids aside. */
async function toldOf() {
  const exposures = await rows(
    `select e.stay_id, e.level, a.community, e.begun_at, e.ended_at
     from travel_history.exposure e join travel_history.risk_area a on a.id = e.area_id
     order by e.stay_id, a.community`,
  );
  const events = await rows(
    `select e.body - 'supersedes' as body, s.body ->> 'from' as superseded
     from travel_history.event e
     left join travel_history.event s on s.id = e.body ->> 'supersedes'
     order by e.body ->> 'stayId', e.body ->> 'from', e.body ->> 'until' nulls first`,
  );
  const [counts] = await rows(
    `select (select sum(exposures)::int from travel_history.exposure_run) as found,
       (select count(*)::int from travel_history.exposure_run) as runs,
       (select count(distinct batch)::int from travel_history.event) as batches,
       (select count(*)::int from queue.job where name = 'travel-history.events') as jobs,
       (select sum((body::jsonb -> 'detail' ->> 'exposures')::int)::int from audit.body
        where region = $1 and sequence > $2 and body like '%EXPOSURES_COMPUTED%') as noted,
       (select max(sequence) = count(*) from audit.entry where region = $1) as whole`,
    [REGION, before],
  );
  return { exposures, events, counts };
}

/** Goes on to the second chunk of the run that the next bulletin starts, and holds it at a point. */
async function heldAt(point: Point): Promise<Gate> {
  const first = await held(REGION_LOCK);
  await importOne(5, '乙社区', '丙社区');
  await first.reached();
  // Asked for while the first chunk waits too: it is given when that chunk is committed.
  const coming = held(REGION_LOCK);
  await until(
    () => rows("select 1 from pg_locks where locktype = 'advisory' and not granted"),
    (waiting) => waiting.length === 2,
  );
  await first.open();
  const second = await coming;
  await second.reached();
  if (POINTS[point] === REGION_LOCK) return second;
  const gate = await held(POINTS[point]);
  await second.open();
  if (point === 'it is committed, its job is not done') await settled();
  else await gate.reached();
  return gate;
}

describe.runIf(CASES.length > 0)(`exposures when their service is killed (seed ${SEED})`, () => {
  beforeAll(async () => {
    build();
    database = await emptyDatabase();
    travel = await createTravelHistory(
      travelHistoryConfig.parse({ TRAVEL_HISTORY_DATABASE_URL: database.urls.tongma_travel }),
      { works: false },
    );
    superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    service = started();
    await prepare();
    await importOne(5, '乙社区', '丙社区');
    await settled();
    undisturbed = await toldOf();
  }, 300_000);

  afterAll(async () => {
    await Promise.all(gates.map((gate) => gate.open().catch(() => undefined)));
    await killed();
    await superuser.end();
    await travel.close();
    await database.drop();
  });

  it('are told in several chunks when nobody disturbs it', () => {
    expect(undisturbed.exposures).toHaveLength(STAYS);
    expect(undisturbed.counts).toEqual({
      ...{ found: 1_172 + STAYS, noted: 1_172 + STAYS, runs: 4, batches: 5, jobs: 5 },
      whole: true,
    });
  });

  it.each(CASES)(
    'are those of an undisturbed run, none twice: at "%s"',
    async (point) => {
      await prepare();
      const gate = await heldAt(point);
      await killed();
      await gate.cutOff();
      await rows(JOBS_ARE_LOST);
      service = started();
      await settled();
      await until(
        () => rows(JOBS_LEFT, ['travel-history.exposures']),
        (left) => left.length === 0,
        45_000,
      );
      expect(await toldOf()).toEqual(undisturbed);
    },
    180_000,
  );
});
