import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { inScope, type RowScope } from '../scope/unit-of-work.ts';
import { BATCH_PRIORITY, QUEUE_SCHEMA, queueTransaction } from './queue.ts';

/** Most jobs that one statement is about. */
const PAGE = 1_000;
/** After how long it is tried again to look for what is unfinished, in milliseconds. */
const REST_MS = 30_000;

const JOBS = `${QUEUE_SCHEMA}.job`;
const ids = z.array(z.object({ id: z.string() }));
const found = z.array(z.object({ job: z.record(z.string(), z.unknown()) }));

/** Has each job of a queue that was given up tried once more, under its own id. */
export async function retryGivenUp(queue: PgBoss, name: string): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await queue.getDb().executeSql(
      `select id from ${JOBS} where name = $1 and state = 'failed' and id > $2::uuid
         order by id limit ${PAGE}`,
      [name, last],
    );
    const failed = ids.parse(rows).map(({ id }) => id);
    const end = failed.at(-1);
    if (end === undefined) return;
    await queue.retry(name, failed);
    // One that fails again meanwhile lies behind: it is not tried over and over.
    last = end;
  }
}

/** Work of which rows say that it is unfinished. */
export interface Unfinished {
  readonly orm: MikroORM;
  readonly queue: PgBoss;
  readonly log: Log;
  /** Name of the queue of its jobs. */
  readonly name: string;
  /** In which those rows are seen. */
  readonly scope: RowScope;
  /** SQL of one column `job`: what the job of each holds, as jsonb. */
  readonly jobs: string;
}

/**
 * Sends jobs for what is unfinished and has none: it was given up more than a week ago, or was
 * restored without its job. Processes that start at once do so one after another, each in a
 * transaction that sees what the one before has sent.
 */
export function sendingUnfinished({ orm, queue, log, name, scope, jobs }: Unfinished) {
  /** How many were sent; there may be more when it is a page. */
  function page(): Promise<number> {
    return inScope(orm, scope, async (tx) => {
      const em = await tx();
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`unfinished ${name}`]);
      const rows: unknown = await em.execute(
        `select u.job from (${jobs}) u where not exists (select from ${JOBS} j
           where j.name = ? and j.state in ('created', 'retry', 'active') and j.data = u.job)
         limit ${PAGE}`,
        [name],
      );
      // What is done now comes first: nobody waits for work that has been left for days.
      const sent = found.parse(rows).map(({ job }) => ({ data: job, priority: BATCH_PRIORITY }));
      if (sent.length > 0) await queue.insert(name, sent, { db: queueTransaction(em) });
      return sent.length;
    });
  }

  /** Sends all of them; how many. */
  async function run(signal?: AbortSignal): Promise<number> {
    let sent = 0;
    for (let more = true; more && signal?.aborted !== true;) {
      const count = await page();
      sent += count;
      more = count === PAGE;
    }
    if (sent > 0) log.warn({ queue: name, sent }, 'unfinished work had no jobs');
    return sent;
  }

  return {
    run,
    /** Begins now and, as long as it fails, again every half minute; nobody waits for it. */
    start() {
      const stopping = new AbortController();
      const { signal } = stopping;
      async function untilDone(): Promise<void> {
        while (!signal.aborted) {
          try {
            await run(signal);
            return;
          } catch (err) {
            log.error({ err, queue: name }, 'unfinished work was not looked for');
          }
          await sleep(REST_MS, undefined, { signal }).catch(() => undefined);
        }
      }
      const running = untilDone();
      return {
        /** Ends when what is under way has ended. */
        async stop(): Promise<void> {
          stopping.abort();
          await running;
        },
      };
    },
  };
}
