import { z } from 'zod';
import type { EventRow } from '../../kit/events/event-row.ts';
import type { Incoming } from '../domain/code/take-in.ts';
import { COLORS } from '../domain/color/color.ts';
import type { Evidence, EvidenceKind } from '../domain/color/evidence.ts';
import { PLACES, RISK_LEVELS } from '../domain/color/policy.ts';

const instant = z.iso.datetime().transform((text) => new Date(text));
const symptoms = z.array(z.string());
const temperature = z.number().nullable();

/** What every event says. */
const common = {
  source: z.enum(['SELF', 'OFFICIAL', 'ACCREDITED']),
  supersedes: z.string().optional(),
};

/** Shape of one kind of event. */
function event<const K extends EvidenceKind, S extends z.core.$ZodShape>(kind: K, body: S) {
  return z.object({ kind: z.literal(kind), body: z.object({ ...common, ...body }) });
}

// What each kind of event says; the producers' RULES.md name these shapes.
const bodies = z.discriminatedUnion('kind', [
  event('DECLARATION', { declaredAt: instant, symptoms, temperature }),
  event('CHECK_IN', { at: instant, symptoms, temperature }),
  event('TEST_RESULT', {
    sampleCollectedAt: instant,
    result: z.enum(['DETECTED', 'NOT_DETECTED']),
  }),
  event('ISOLATION_ORDER', {
    ...{ orderId: z.string(), from: instant, until: instant.nullable(), place: z.enum(PLACES) },
  }),
  event('ISOLATION_EXTENSION', { orderId: z.string(), until: instant }),
  event('ISOLATION_RELEASE', { orderId: z.string(), releasedAt: instant }),
  event('CONTACT_NOTICE', { noticeId: z.string(), lastContactAt: instant }),
  event('CONTACT_WITHDRAWAL', { noticeId: z.string(), withdrawnAt: instant }),
  event('STAY', { stayId: z.string() }),
  event('RISK_AREA_STAY', {
    ...{ stayId: z.string(), level: z.enum(RISK_LEVELS), from: instant, until: instant.nullable() },
  }),
  event('ENTRY', { tripId: z.string(), enteredAt: instant }),
  event('OVERRIDE', {
    overrideId: z.string(),
    direction: z.enum(['RELAX', 'STRICTER']),
    color: z.enum(COLORS),
    ...{ from: instant, until: instant },
  }),
]);

const registration = z.object({
  maskedName: z.string(),
  birthMonthDay: z.string(),
  heldByProxy: z.boolean(),
});

/** An event with the body it had when it was read; kept evidence says when it was taken in. */
type Stored = Pick<EventRow, 'id' | 'kind' | 'body' | 'occurredAt'> & {
  readonly takenInAt?: Date | undefined;
};

/** The evidence in an event; null for events that are none. Throws when the body is broken. */
export function toEvidence({ id, kind, body, occurredAt, takenInAt }: Stored): Evidence | null {
  if (kind === 'RESIDENT_REGISTERED') return null;
  const parsed = bodies.parse({ kind, body });
  const { source, supersedes } = parsed.body;
  return { id, occurredAt, takenInAt, source, supersedes, ...parsed };
}

/** Reads what an event means for a code. Throws when the body is broken. */
export function toIncoming(event: Stored): Incoming {
  if (event.kind === 'RESIDENT_REGISTERED') {
    const said = registration.parse(event.body);
    return { kind: 'REGISTRATION', registration: { ...said, asOf: event.occurredAt } };
  }
  const evidence = toEvidence(event);
  return evidence ? { kind: 'EVIDENCE', evidence } : { kind: 'OTHER' };
}
