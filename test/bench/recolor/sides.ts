import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { basePolicy, codesPublisher } from '../../../subgraphs/codes/publish.ts';
import { storage } from '../../../subgraphs/codes/storage.ts';
import { startWorker } from '../../../subgraphs/codes/worker.ts';
import {
  BATCH_PRIORITY,
  eventQueue,
  openQueue,
  type EventJob,
} from '../../../subgraphs/kit/events/queue.ts';
import { createLog } from '../../../subgraphs/kit/log.ts';
import { openOrm } from '../../../subgraphs/kit/orm.ts';
import { opaqueId } from '../../../subgraphs/kit/standards/opaque-id.ts';
import { CHANGED, REGION, sqlId } from './world.ts';

const QUEUE = eventQueue('travel-history');

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
           'ruleId', 'DETECTED-7D', 'ruleVersion', 1, 'reasonClass', 'TEST', 'color', 'RED',
           'until', now(), 'evidence', jsonb_build_array(jsonb_build_object(
             'id', ${sqlId('event')}, 'kind', 'TEST_RESULT', 'source', 'ACCREDITED', 'at', now())))),
           'nextSteps', jsonb_build_array(jsonb_build_object('kind', 'NOT_DETECTED_RESULTS',
             'ruleId', 'DETECTED-7D', 'remaining', 2, 'notBefore', now())),
           'missing', '[]'::jsonb),
         1, now(), now() + interval '7 days' from ${some}`,
    );
    await client.query('select count(*) from travel_history.stay where left_at < arrived_at');
    await client.query('commit');
  });
  await client.end();
  return seconds;
}

/** Takes batches of events in, as the service does; gives the seconds until all is decided. */
export type TakeIn = (batches: readonly string[]) => Promise<number>;

/** Makes {@link TakeIn}: the worker of codes with its queue. */
export async function worker(url: string): Promise<{ takeIn: TakeIn; close(): Promise<void> }> {
  const publisher = await codesPublisher(url);
  await publisher.policy(basePolicy(REGION, 1, new Date('2022-01-01T00:00:00Z')));
  await publisher.close();
  const log = createLog('bench', 'error');
  const orm = await openOrm(storage, url, 8);
  const queue = await openQueue(url, log, true);
  const running = await startWorker({
    ...{ orm, queue, log, now: () => new Date(), regions: () => [REGION] },
    newId: (region) => opaqueId(region, randomBytes(16)),
  });
  const client = new Client({ connectionString: url });
  await client.connect();
  const LEFT = `select count(*)::int as left from queue.job_common
    where name = '${QUEUE}' and state <> 'completed'`;

  return {
    takeIn: (batches) =>
      timed(async () => {
        const jobs = batches.map((batch) => {
          const data: EventJob = { region: REGION, batch };
          return { data, priority: BATCH_PRIORITY };
        });
        await queue.insert(QUEUE, jobs);
        for (let left = 1; left > 0;) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          ({ left } = (await client.query<{ left: number }>(LEFT)).rows[0] ?? { left: 0 });
        }
      }),
    async close() {
      await running.stop();
      await queue.stop({ graceful: false });
      await client.end();
      await orm.close();
    },
  };
}
