import type { EntityManager } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import type { defineEventRow, EventRow } from './event-row.ts';
import { sendInTransaction, type EventJob } from './queue.ts';

/** Something that happened to a resident, as the producer's domain says it. */
export type NewEvent = Omit<EventRow, 'recordedAt'>;

/** Writes events in the business transaction. */
export type AppendEvent = (em: EntityManager, event: NewEvent) => Promise<void>;

/**
 * Makes a producer's outbox: the event row and its job are written in the caller's transaction, so
 * that both exist exactly when the fact does.
 */
export function createOutbox(
  boss: PgBoss,
  queue: string,
  row: ReturnType<typeof defineEventRow>,
  now: () => Date,
): AppendEvent {
  return async (em, event) => {
    await em.insert(row, { ...event, recordedAt: now() });
    const job: EventJob = { eventId: event.id, region: event.region };
    await sendInTransaction(boss, em, queue, job);
  };
}
