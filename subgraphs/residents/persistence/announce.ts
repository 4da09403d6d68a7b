import type { PgBoss } from 'pg-boss';
import type { AppendEvents } from '../../kit/events/outbox.ts';
import {
  REGISTRATION_QUEUE,
  sendInTransaction,
  type RegistrationJob,
} from '../../kit/events/queue.ts';

/**
 * Lets those who have something waiting for a person hear of each registration, in its transaction;
 * the events go on to `append`.
 */
export function announcing(queue: PgBoss, append: AppendEvents): AppendEvents {
  return async (em, events) => {
    await append(em, events);
    for (const { kind, region, residentId } of events) {
      if (kind !== 'RESIDENT_REGISTERED') continue;
      const job: RegistrationJob = { region, residentId };
      await sendInTransaction(queue, em, REGISTRATION_QUEUE, job);
    }
  };
}
