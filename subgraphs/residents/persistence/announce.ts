import type { PgBoss } from 'pg-boss';
import type { AppendEvents, NewEvent } from '../../kit/events/outbox.ts';
import {
  REGISTRATION_QUEUE,
  sendInTransaction,
  type RegistrationJob,
} from '../../kit/events/queue.ts';
import type { Resident } from '../domain/resident.ts';

/** What codes hears of a registration that counts: who it is of, and whether a guardian acts. */
export function registered(resident: Resident, at: Date, eventId: string): NewEvent {
  const { region, id, maskedName, birthDate, guardianship } = resident;
  const birthMonthDay = birthDate.slice(5).replace('-', '');
  return {
    ...{ region, id: eventId, residentId: id, kind: 'RESIDENT_REGISTERED', occurredAt: at },
    body: { maskedName, birthMonthDay, heldByProxy: guardianship !== null },
  };
}

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
