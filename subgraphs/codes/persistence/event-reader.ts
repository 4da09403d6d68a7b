import { z } from 'zod';
import type { EventRow } from '../../kit/events/event-row.ts';
import type { Incoming } from '../domain/code/take-in.ts';
import type { Evidence } from '../domain/color/events-to-facts.ts';

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
