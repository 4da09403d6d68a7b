import type { MikroORM } from '@mikro-orm/postgresql';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import type { AuditTrail } from '../kit/audit/trail.ts';
import type { EventRow } from '../kit/events/event-row.ts';
import { eventQueue, sendInTransaction, type EventJob } from '../kit/events/queue.ts';
import { systemIdentity } from '../kit/identity.ts';
import { describeFault, type Log } from '../kit/log.ts';
import { inScope, type Transaction } from '../kit/scope/unit-of-work.ts';
import { intakeUseCases } from './domain/code/take-in.ts';
import { PRODUCERS, readEvents, toIncoming, type Producer } from './persistence/event-reader.ts';
import { intakeStore, type ScheduleLook } from './persistence/intake.store.ts';

/** Queue of codes whose decision may change because time has passed. */
export const LOOK_QUEUE = 'codes.looks';

/** What a look job holds; the resident id names a row, not a person. */
interface LookJob {
  readonly region: string;
  readonly residentId: string;
}

/** What the worker is made of. */
export interface WorkerParts {
  readonly orm: MikroORM;
  readonly queue: PgBoss;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly log: Log;
}

const SUBJECT = 'codes-worker';
const WORK = {
  batchSize: 20,
  // A code stands five seconds after its review: a notification that is missed is made up for.
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
  localConcurrency: 2,
  perJobResults: true,
} as const;

/**
 * Starts taking events in. One transaction an event; the decision commits with the evidence. A
 * job that comes back after a kill finds the evidence there and does nothing.
 */
export async function startWorker({ orm, queue, now, newId, log }: WorkerParts): Promise<void> {
  const scheduleLook: ScheduleLook = async (tx, { region, residentId }, at) => {
    const job: LookJob = { region, residentId };
    await sendInTransaction(queue, await tx(), LOOK_QUEUE, job, { startAfter: at });
  };

  function useCases(tx: Transaction, audit: AuditTrail, event: EventRow | null) {
    return intakeUseCases({
      store: intakeStore(tx, { newId, now, event, scheduleLook }),
      ...{ audit, now, newId },
    });
  }

  async function takeIn(producer: Producer, job: EventJob): Promise<void> {
    await inScope(orm, systemIdentity(SUBJECT, job.region), async (tx, audit) => {
      const events = await readEvents(tx, producer, job);
      if (events.length === 0) throw new Error('A job names an event that is not there.');
      for (const event of events) await useCases(tx, audit, event).takeIn(event, toIncoming(event));
    });
  }

  async function lookAgain({ region, residentId }: LookJob): Promise<void> {
    await inScope(orm, systemIdentity(SUBJECT, region), (tx, audit) =>
      useCases(tx, audit, null).lookAgain(region, residentId),
    );
  }

  /** Settles each job by itself: a fact that cannot be taken in holds up no other. */
  async function settled<T extends object>(
    jobs: readonly Job<T>[],
    work: (data: T) => Promise<void>,
  ): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const { id, data } of jobs) {
      try {
        await work(data);
        results.push({ id, status: 'completed' });
      } catch (error) {
        log.error({ err: error, job: id }, 'event not taken in');
        results.push({ id, status: 'failed', output: describeFault(error) });
      }
    }
    return results;
  }

  for (const producer of PRODUCERS) {
    await queue.work<EventJob, unknown, typeof WORK>(eventQueue(producer), WORK, (jobs) =>
      settled(jobs, (job) => takeIn(producer, job)),
    );
  }
  await queue.work<LookJob, unknown, typeof WORK>(LOOK_QUEUE, WORK, (jobs) =>
    settled(jobs, lookAgain),
  );
}
