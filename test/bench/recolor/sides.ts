import { Client } from 'pg';
import { basePolicy, codesPublisher } from '../../../subgraphs/codes/publish.ts';
import { storage } from '../../../subgraphs/codes/storage.ts';
import { startWorker } from '../../../subgraphs/codes/worker.ts';
import { createOutbox } from '../../../subgraphs/kit/events/outbox.ts';
import { eventQueue, openQueue } from '../../../subgraphs/kit/events/queue.ts';
import { createLog } from '../../../subgraphs/kit/log.ts';
import { openOrm } from '../../../subgraphs/kit/orm.ts';
import { newId } from '../../../subgraphs/kit/new-id.ts';
import { TravelEventRow } from '../../../subgraphs/travel-history/persistence/event.entity.ts';
import {
  EXPOSURE_QUEUE,
  storage as travelStorage,
} from '../../../subgraphs/travel-history/storage.ts';
import { startWorker as startTravel } from '../../../subgraphs/travel-history/worker.ts';
import { CHANGED, REGION, sqlId } from './world.ts';

const EVENTS = eventQueue('travel-history');

/** Seconds that something took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/**
 * What the same change costs in plain SQL: one UPDATE, one INSERT and a scan of the rest, by
 * somebody whom row security does not bind, in one transaction.
 */
export async function plainSql(url: string, from: number): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const some = `generate_series(${from + 1}, ${from + CHANGED}) n`;
  const seconds = await timed(async () => {
    await client.query('begin');
    await client.query(
      `update codes.health_code c
       set color = 'RED', policy_version = 1, decided_at = now(),
           look_again_at = now() + interval '7 days'
       from (select ${sqlId('resident')} as resident_id from ${some}) v
       where c.region = '${REGION}' and c.resident_id = v.resident_id`,
    );
    await client.query(
      `insert into codes.color_decision
         (region, id, code_id, resident_id, from_state, from_color, to_state, to_color, detail,
          policy_version, decided_at, look_again_at)
       select '${REGION}', ${sqlId('plain')}, ${sqlId('code')}, ${sqlId('resident')}, 'ACTIVE',
         'GREEN', 'ACTIVE', 'RED',
         jsonb_build_object('reasons', jsonb_build_array(jsonb_build_object(
           'ruleId', 'HIGH-14D', 'ruleVersion', 1, 'reasonClass', 'RISK_AREA', 'color', 'RED',
           'until', now(), 'evidence', jsonb_build_array(jsonb_build_object(
             'id', ${sqlId('event')}, 'kind', 'RISK_AREA_STAY', 'source', 'SELF', 'at', now())))),
           'nextSteps', jsonb_build_array(jsonb_build_object('kind', 'WAIT',
             'ruleId', 'HIGH-14D', 'until', now())),
           'missing', '[]'::jsonb),
         1, now(), now() + interval '7 days' from ${some}`,
    );
    await client.query('select count(*) from travel_history.stay where left_at < arrived_at');
    await client.query('commit');
  });
  await client.end();
  return seconds;
}

/** Does a run as the services do; gives the seconds until every code is decided. */
export type Recolor = (runId: string) => Promise<number>;

/** A rule that turns red whoever stayed in an area of high risk. */
function policy() {
  const base = basePolicy(REGION, 1, new Date('2022-01-01T00:00:00Z'));
  const rule = {
    ...{ id: 'HIGH-14D', version: 1, color: 'RED' as const },
    condition: { kind: 'RISK_AREA_STAY' as const, level: 'HIGH' as const, days: 14 },
    exit: { kind: 'AFTER' as const, n: 14, unit: 'DAY' as const },
    text: { ZH_HANS: '高风险区', ZH_HANT: '高風險區', EN: 'An area of high risk.' },
  };
  return { ...base, rules: [...base.rules, rule] };
}

/** Makes {@link Recolor}: the workers of travel history and of codes, with their queues. */
export async function workers(urls: {
  readonly tongma_codes: string;
  readonly tongma_travel: string;
}): Promise<{ recolor: Recolor; close(): Promise<void> }> {
  const publisher = await codesPublisher(urls.tongma_codes);
  await publisher.policy(policy());
  await publisher.close();
  const common = {
    log: createLog('bench', 'error'),
    now: () => new Date(),
    newId,
  };
  const travelOrm = await openOrm(travelStorage, urls.tongma_travel, 8);
  const travelQueue = await openQueue(urls.tongma_travel, common.log, true);
  const appendEvents = createOutbox(travelQueue, EVENTS, TravelEventRow, common.now);
  const travel = await startTravel({ ...common, orm: travelOrm, queue: travelQueue, appendEvents });
  const orm = await openOrm(storage, urls.tongma_codes, 8);
  const queue = await openQueue(urls.tongma_codes, common.log, true);
  const running = await startWorker({ ...common, orm, queue, regions: () => [REGION] });
  const client = new Client({ connectionString: urls.tongma_codes });
  await client.connect();
  const left = `select count(*)::int as left from queue.job_common
    where name in ('${EVENTS}', '${EXPOSURE_QUEUE}') and state <> 'completed'`;

  return {
    recolor: (runId) =>
      timed(async () => {
        await travelQueue.send(EXPOSURE_QUEUE, { region: REGION, runId });
        for (let open = 1; open > 0;) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          open = (await client.query<{ left: number }>(left)).rows[0]?.left ?? 0;
        }
      }),
    async close() {
      await Promise.all([running.stop(), travel.stop()]);
      await Promise.all([queue, travelQueue].map((one) => one.stop({ graceful: false })));
      await client.end();
      await Promise.all([orm.close(), travelOrm.close()]);
    },
  };
}
