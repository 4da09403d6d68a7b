import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { defineEventRow, EventRow } from './event-row.ts';

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
    const transaction = em.getTransactionContext();
    if (!transaction) throw new Error('An event is appended outside a transaction.');
    await em.insert(row, { ...event, recordedAt: now() });
    const job = { eventId: event.id, region: event.region };
    await boss.send(queue, job, { db: fromKysely(transaction as never) });
  };
}
