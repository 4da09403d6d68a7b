import { z } from 'zod';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { EventRow } from '../../kit/events/event-row.ts';
import type { EventJob } from '../../kit/events/queue.ts';
import type { Incoming } from '../domain/code/take-in.ts';
import type { Evidence } from '../domain/color/events-to-facts.ts';

/** Producers whose events codes takes in. */
export const PRODUCERS = ['residents', 'health-records', 'travel-history'] as const;

/** Name of a producer, as its queue names it. */
export type Producer = (typeof PRODUCERS)[number];

const SCHEMAS: Readonly<Record<Producer, string>> = {
  residents: 'residents',
  'health-records': 'health_records',
  'travel-history': 'travel_history',
};

const instant = z.iso.datetime().transform((text) => new Date(text));
const symptoms = z.array(z.string());
const temperature = z.number().nullable();

// What each kind of event says; the producers' RULES.md name these shapes.
const bodies = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('DECLARATION'),
    body: z.object({ declaredAt: instant, symptoms, temperature }),
  }),
  z.object({ kind: z.literal('CHECK_IN'), body: z.object({ at: instant, symptoms, temperature }) }),
  z.object({
    kind: z.literal('TEST_RESULT'),
    body: z.object({
      sampleCollectedAt: instant,
      result: z.enum(['DETECTED', 'NOT_DETECTED']),
    }),
  }),
  z.object({
    kind: z.literal('ISOLATION_ORDER'),
    body: z.object({
      orderId: z.string(),
      from: instant,
      until: instant.nullable(),
      place: z.enum(['HOME', 'CENTRAL']),
    }),
  }),
  z.object({
    kind: z.literal('ISOLATION_RELEASE'),
    body: z.object({ orderId: z.string(), releasedAt: instant }),
  }),
]);

const registration = z.object({
  maskedName: z.string(),
  birthMonthDay: z.string(),
  heldByProxy: z.boolean(),
});

const source = z.object({ source: z.enum(['SELF', 'OFFICIAL', 'ACCREDITED']) });

/** An event with the body it had when it was read. */
type Stored = Pick<EventRow, 'id' | 'kind' | 'body' | 'occurredAt'>;

/** The evidence in an event; null for events that are none. Throws when the body is broken. */
export function toEvidence({ id, kind, body, occurredAt }: Stored): Evidence | null {
  if (kind === 'RESIDENT_REGISTERED' || kind === 'STAY') return null;
  const parsed = bodies.parse({ kind, body });
  return { id, occurredAt, ...source.parse(body), ...parsed };
}

/** Reads what an event means for a code. Throws when the body is broken. */
export function toIncoming(event: Stored): Incoming {
  if (event.kind === 'RESIDENT_REGISTERED') {
    return { kind: 'REGISTRATION', registration: registration.parse(event.body) };
  }
  const evidence = toEvidence(event);
  return evidence ? { kind: 'EVIDENCE', evidence } : { kind: 'OTHER' };
}

/** Reads the events of a producer that a job names, within the scope of its region; by id. */
export async function readEvents(
  tx: Transaction,
  producer: Producer,
  job: EventJob,
): Promise<readonly EventRow[]> {
  const em = await tx();
  const ofRegion = em
    .getKysely<Record<string, EventColumns>>()
    .withSchema(SCHEMAS[producer])
    .selectFrom('event')
    .selectAll()
    .where('region', '=', job.region);
  const named =
    'batch' in job
      ? ofRegion.where('batch', '=', job.batch)
      : ofRegion.where('id', '=', job.eventId);
  const rows = await named.orderBy('id').execute();
  return rows.map((row) => ({
    ...{ region: row.region, id: row.id, residentId: row.resident_id, kind: row.kind },
    ...{ body: row.body, occurredAt: row.occurred_at, recordedAt: row.recorded_at },
    batch: row.batch,
  }));
}

interface EventColumns {
  readonly region: string;
  readonly id: string;
  readonly resident_id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly batch: string | null;
}
