import type { EntityManager } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import type { defineEventRow, EventRow } from './event-row.ts';
import { BATCH_PRIORITY, sendInTransaction, type EventJob } from './queue.ts';

/** Something that happened to a resident, as the producer's domain says it. */
export type NewEvent = Omit<EventRow, 'recordedAt' | 'batch'>;

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
  return async (em, events) => {
    const [first] = events;
    if (!first) return;
    const { region, id: eventId } = first;
    if (events.length > BATCH_EVENTS || events.some((event) => event.region !== region)) {
      throw new Error(`A batch is of one region and of at most ${BATCH_EVENTS} events.`);
    }
    const batch = batchOf(events);
    const recordedAt = now();
    await em.insertMany(
      row,
      events.map((event) => ({ ...event, recordedAt, batch })),
    );
    const job: EventJob = batch === null ? { region, eventId } : { region, batch };
    const priority = batch === null ? 0 : BATCH_PRIORITY;
    await sendInTransaction(boss, em, queue, job, { priority });
  };
}
