import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, PgBoss, type SendOptions } from 'pg-boss';
import type { Log } from '../log.ts';

/** Schema of the job queue; its tables hold ids of events and nothing else. */
export const QUEUE_SCHEMA = 'queue';

/** All that a job holds: where to find one event, or those of a batch. Source: DESIGN.md §5. */
export type EventJob = { readonly region: string } & (
  { readonly eventId: string } | { readonly batch: string }
);

/** Priority of a batch's job: whoever waits for one event is not kept waiting by thousands. */
export const BATCH_PRIORITY = -1;

/** How often a job is tried again, at most a minute apart: for about a quarter of an hour. */
export const RETRIES = 20;

/** Queue of a producer's events. */
export function eventQueue(producer: string): string {
  return `${producer}.events`;
}

/** Queue of people who were registered; for whoever has something waiting for them. */
export const REGISTRATION_QUEUE = 'residents.registrations';

/** What a registration job holds; the resident id names a row, not a person. */
export interface RegistrationJob {
  readonly region: string;
  readonly residentId: string;
}

/** Creates or updates the queue schema and its queues, as the owner; grants them to `roles`. */
export async function migrateQueue(
  ownerUrl: string,
  queues: readonly string[],
  roles: readonly string[],
): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  try {
    for (const name of queues) {
      await boss.createQueue(name, {
        retryLimit: RETRIES,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
        heartbeatSeconds: 10,
        notify: true,
      });
    }
    const to = roles.join(', ');
    const db = boss.getDb();
    await db.executeSql(`grant usage on schema ${QUEUE_SCHEMA} to ${to}`);
    await db.executeSql(
      `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${to}`,
    );
    await db.executeSql(`grant execute on all functions in schema ${QUEUE_SCHEMA} to ${to}`);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Opens the queue for an application role. Only a consumer supervises (takes back lost jobs). */
export async function openQueue(url: string, log: Log, supervise: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: QUEUE_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise,
    schedule: false,
    // Both, or a killed worker's job returns a minute later, not in about twelve seconds.
    ...{ monitorIntervalSeconds: 5, superviseIntervalSeconds: 5 },
    max: 4,
    useListenNotify: supervise,
  });
  boss.on('error', (err) => {
    log.error({ err }, 'queue');
  });
  await boss.start();
  return boss;
}

/** The caller's transaction, as the queue takes it. @throws outside of one */
export function queueTransaction(em: EntityManager): ReturnType<typeof fromKysely> {
  const transaction = em.getTransactionContext<Parameters<typeof fromKysely>[0]>();
  if (!transaction) throw new Error('A job is sent outside a transaction.');
  return fromKysely(transaction);
}

/** Sends a job in the caller's transaction, so that it exists exactly when what it is about does. */
export async function sendInTransaction(
  boss: PgBoss,
  em: EntityManager,
  queue: string,
  job: object,
  options: SendOptions = {},
): Promise<void> {
  await boss.send(queue, job, { ...options, db: queueTransaction(em) });
}
