import type { MikroORM } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import { every } from '../kit/every.ts';
import { sendingUnfinished } from '../kit/events/left-over.ts';
import { REGISTRATION_QUEUE, type RegistrationJob } from '../kit/events/queue.ts';
import { oneByOne, workOn } from '../kit/events/work.ts';
import { systemIdentity } from '../kit/identity.ts';
import type { KeyWrapper } from '../kit/keys/key-wrapper.ts';
import type { Log } from '../kit/log.ts';
import { inScope, type Transaction } from '../kit/scope/unit-of-work.ts';
import type { RecordStore } from './domain/record-store.ts';
import { deliveryUseCases, type Delivery } from './domain/submission/delivery.ts';
import { deliveryStore } from './persistence/delivery.store.ts';
import { deliveryScope, type DocumentIndex } from './persistence/index-keys.ts';
import { DELIVERY_QUEUE, type DeliveryJob } from './persistence/names.ts';
import { UNDELIVERED, waitingStore, type WaitingStore } from './persistence/waiting.store.ts';

/** What the worker is made of. */
export interface WorkerParts {
  readonly orm: MikroORM;
  readonly queue: PgBoss;
  readonly wrapper: KeyWrapper;
  readonly index: DocumentIndex;
  readonly records: (tx: Transaction) => RecordStore;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly log: Log;
}

/** Brings evidence to registrations. A job that comes back finds what is there and adds nothing. */
export interface Deliveries {
  /** To every registration that the rows of a batch concern. */
  batch(job: DeliveryJob): Promise<void>;
  /** What waits for a person, to the new registration. */
  registration(job: RegistrationJob): Promise<void>;
  /** Drops what has waited long enough. */
  dropExpired(): Promise<void>;
}

const SUBJECT = 'health-records-worker';
/** How often expired evidence is dropped. */
const DROP_MS = 60_000;
const WORK = { workers: 2, batchSize: 20 };

/** The work of the worker, without its queue. One transaction a region. */
export function deliveries(parts: Omit<WorkerParts, 'queue' | 'log'>): Deliveries {
  const { orm, wrapper, index, records, now, newId } = parts;

  function waiting<T>(work: (store: WaitingStore) => Promise<T>): Promise<T> {
    return inScope(orm, deliveryScope, (tx) => work(waitingStore(tx, wrapper, index)));
  }

  async function deliver(region: string, evidence: readonly Delivery[]): Promise<void> {
    if (evidence.length === 0) return;
    await inScope(orm, systemIdentity(SUBJECT, region), (tx, audit) =>
      deliveryUseCases({ store: deliveryStore(tx, records(tx)), audit, newId }).deliver(
        region,
        evidence,
      ),
    );
  }

  return {
    async batch(job) {
      const byRegion = await waiting((store) => store.ofBatch(job));
      for (const [region, evidence] of byRegion) await deliver(region, evidence);
      await waiting((store) => store.markDelivered(job, now()));
    },
    async registration(job) {
      // What was submitted under an index key that was replaced is found by the present one.
      while (await waiting((store) => store.indexAnew()));
      await deliver(job.region, await waiting((store) => store.forRegistration(job, now())));
    },
    dropExpired: () => waiting((store) => store.dropExpired(now())),
  };
}

/** Starts delivering. */
export async function startWorker({ queue, log, ...parts }: WorkerParts) {
  const work = deliveries(parts);
  const working = { queue, log };
  await workOn<DeliveryJob>(working, DELIVERY_QUEUE, WORK, oneByOne(work.batch));
  await workOn<RegistrationJob>(working, REGISTRATION_QUEUE, WORK, oneByOne(work.registration));
  const undelivered = sendingUnfinished({
    ...{ ...working, orm: parts.orm, scope: deliveryScope },
    ...{ name: DELIVERY_QUEUE, jobs: UNDELIVERED },
  }).start();
  const failed = 'expired evidence not dropped';
  const dropping = every({ ms: DROP_MS, log, failed }, () => work.dropExpired());
  return {
    /** Ends when what is under way has ended. */
    async stop(): Promise<void> {
      await dropping.stop();
      await undelivered.stop();
    },
  };
}
