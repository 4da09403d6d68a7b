import type { EntityManager } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import { bulkLoad } from '../bulk-load.ts';
import type { defineEventRow, EventRow } from './event-row.ts';
import { BATCH_PRIORITY, sendInTransaction, type EventJob } from './queue.ts';

/** Something that happened to a resident, as the producer's domain says it. */
export type NewEvent = Omit<EventRow, 'recordedAt' | 'batch' | 'occurredAt'> & {
  /** Absent where nobody needs to know when it happened: then it is when it is written. */
  readonly occurredAt?: Date;
};

/** Most events that are written, and taken in, together. */
export const BATCH_EVENTS = 1_000;

/**
 * Writes events of one region in the business transaction, at most {@link BATCH_EVENTS} at once.
 * Several are one batch and one job: whoever moves thousands of codes at once says so by it.
 */
export type AppendEvents = (em: EntityManager, events: readonly NewEvent[]) => Promise<void>;

function batchOf(events: readonly NewEvent[]): string | null {
  const [first, ...others] = events;
  return first && others.length > 0 ? first.id : null;
}

const COLUMNS = [
  ...['region', 'id', 'resident_id', 'kind', 'body', 'occurred_at', 'recorded_at', 'batch'],
];

/**
 * Makes a producer's outbox: the event rows and their job are written in the caller's transaction,
 * so that both exist exactly when the facts do.
 */
export function createOutbox(
  boss: PgBoss,
  queue: string,
  row: ReturnType<typeof defineEventRow>,
  now: () => Date,
): AppendEvents {
  const { schema = '', tableName } = row.meta;
  const table = `${schema}.${tableName}`;
  return async (em, events) => {
    const [first] = events;
    if (!first) return;
    const { region, id: eventId } = first;
    if (events.length > BATCH_EVENTS || events.some((event) => event.region !== region)) {
      throw new Error(`A batch is of one region and of at most ${BATCH_EVENTS} events.`);
    }
    const batch = batchOf(events);
    const recordedAt = now();
    const rows = events.map((event) => [
      ...[event.region, event.id, event.residentId, event.kind, event.body],
      ...[event.occurredAt ?? recordedAt, recordedAt, batch],
    ]);
    await bulkLoad(em, table, COLUMNS, rows);
    const job: EventJob = batch === null ? { region, eventId } : { region, batch };
    const priority = batch === null ? 0 : BATCH_PRIORITY;
    await sendInTransaction(boss, em, queue, job, { priority });
  };
}
