import type { MikroORM } from '@mikro-orm/postgresql';
import type { Job, PgBoss } from 'pg-boss';
import { sha256 } from '../kit/audit/chain.ts';
import { BATCH_PRIORITY, eventQueue, type EventJob } from '../kit/events/queue.ts';
import { workOn } from '../kit/events/work.ts';
import { systemIdentity } from '../kit/identity.ts';
import type { Log } from '../kit/log.ts';
import { inScope, type Transaction } from '../kit/scope/unit-of-work.ts';
import type { IntakeStore } from './domain/code/intake-store.ts';
import { intakeUseCases } from './domain/code/take-in.ts';
import { eventConsumer } from './event-consumer.ts';
import { PRODUCERS } from './persistence/event-source.ts';
import { intakeStore, type IntakeStoreParts } from './persistence/intake.store.ts';
import { startScheduler } from './scheduler.ts';

/** Use cases of one transaction of one region, and the transaction. */
export type Work<T> = (intake: ReturnType<typeof intakeUseCases>, tx: Transaction) => Promise<T>;

/** Runs work in one transaction of a region. */
export type InRegion = <T>(region: string, work: Work<T>) => Promise<T>;

/** What the worker is made of. */
export interface WorkerParts {
  readonly orm: MikroORM;
  readonly queue: PgBoss;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly log: Log;
  /** Every region that may have codes. */
  readonly regions: () => readonly string[];
  /** Default: {@link intakeStore}. */
  readonly storeOf?: (tx: Transaction, parts: IntakeStoreParts) => IntakeStore;
}

/** A worker that runs. */
export interface Worker {
  /** Ends when what is under way has ended. */
  stop(): Promise<void>;
}

/** Under which name the worker acts. */
export const SUBJECT = 'codes-worker';

/** Single events are taken in together, as many as there are. */
const SINGLES = { workers: 2, batchSize: 50, minPriority: 0 };
/** Batches one by one, beside them: two, so that one is decided while the other is written. */
const BATCHES = { workers: 2, maxPriority: BATCH_PRIORITY };

/** Runs work in the scope of a region, with the use cases over its one transaction. */
export function inRegionOf({ orm, now, newId, storeOf = intakeStore }: WorkerParts): InRegion {
  return (region, work) =>
    inScope(orm, systemIdentity(SUBJECT, region), (tx, audit) => {
      const store = storeOf(tx, { region, newId });
      return work(intakeUseCases({ region, store, audit, now, newId, sha256 }), tx);
    });
}

/**
 * Starts taking events in, and looking again at codes when their time has come. The decision
 * commits with the evidence: a job that comes back after a kill finds the evidence there and does
 * nothing.
 */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const inRegion = inRegionOf(parts);
  const consume = eventConsumer(parts, inRegion);
  for (const producer of PRODUCERS) {
    const queue = eventQueue(producer);
    const handler = (jobs: readonly Job<EventJob>[]) => consume(producer, jobs);
    await workOn(parts, queue, SINGLES, handler);
    await workOn(parts, queue, BATCHES, handler);
  }
  return startScheduler(parts, inRegion);
}
