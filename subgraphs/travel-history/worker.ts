import type { MikroORM } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import { sendingUnfinished } from '../kit/events/left-over.ts';
import type { AppendEvents } from '../kit/events/outbox.ts';
import { sendInTransaction } from '../kit/events/queue.ts';
import { oneByOne, workOn } from '../kit/events/work.ts';
import { systemIdentity } from '../kit/identity.ts';
import type { Log } from '../kit/log.ts';
import { hourly, retention } from '../kit/retention.ts';
import { UNFINISHED } from '../kit/scope/row-policies.ts';
import { inScope, type Transaction } from '../kit/scope/unit-of-work.ts';
import { exposureUseCases } from './domain/exposure/find-exposures.ts';
import { exposureStore, RUNNING } from './persistence/exposure.store.ts';
import { DECLARED, lockWrites } from './persistence/retained.ts';

/** Queue of runs that hold a region's stays against what a bulletin changed. */
export const EXPOSURE_QUEUE = 'travel-history.exposures';

/** What such a job holds. */
export interface ExposureJob {
  readonly region: string;
  readonly runId: string;
}

/** What the worker is made of. */
export interface WorkerParts {
  readonly orm: MikroORM;
  readonly queue: PgBoss;
  readonly appendEvents: AppendEvents;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly log: Log;
}

const SUBJECT = 'travel-history-worker';
/** A job goes on with a run so long, and then leaves the rest to another: jobs stay short. */
const JOB_MS = 5_000;

/** Sends a run on its way, in the transaction that makes it or goes on with it. */
export function runSender(queue: PgBoss) {
  return async (tx: Transaction, job: ExposureJob): Promise<void> =>
    sendInTransaction(queue, await tx(), EXPOSURE_QUEUE, job);
}

/**
 * Starts finding exposures. A transaction is a chunk, and moves the run's cursor with what it
 * tells: one that is ended at any point goes on after the last chunk that was committed. A run that
 * is under way and has no job gets one.
 */
export async function startWorker(parts: WorkerParts) {
  const { orm, queue, appendEvents, now, newId, log } = parts;
  const send = runSender(queue);

  /** One chunk; `last` = what remains is left to another job. */
  function chunk(job: ExposureJob, last: boolean): Promise<boolean> {
    return inScope(orm, systemIdentity(SUBJECT, job.region), async (tx, audit) => {
      const store = exposureStore(tx, { appendEvents, newId });
      const more = await exposureUseCases({ store, audit, now }).goOn(job.region, job.runId);
      if (more && last) await send(tx, job);
      return more;
    });
  }

  async function goOn(job: ExposureJob): Promise<void> {
    const begun = Date.now();
    let more = true;
    let last = false;
    while (more && !last) {
      last = Date.now() - begun > JOB_MS;
      more = await chunk(job, last);
    }
  }

  await workOn<ExposureJob>({ queue, log }, EXPOSURE_QUEUE, { workers: 2 }, oneByOne(goOn));
  return sendingUnfinished({
    ...{ orm, queue, log, name: EXPOSURE_QUEUE, jobs: RUNNING },
    scope: { regions: [], residents: '*', subject: UNFINISHED },
  }).start();
}

const TABLES = hourly(DECLARED);

/** Deletes stays, trips and visits that are kept no longer, and events that codes has. */
export function clearing({ orm, now, log }: Pick<WorkerParts, 'orm' | 'now' | 'log'>) {
  return retention({
    ...{ orm, now, log, subgraph: 'travel-history' },
    ...{ tables: () => TABLES, lock: lockWrites },
  });
}

/** Starts to clear, now and every hour. */
export function startRetention(parts: Pick<WorkerParts, 'orm' | 'now' | 'log'>) {
  return clearing(parts).start();
}
