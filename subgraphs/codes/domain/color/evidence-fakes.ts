import fc from 'fast-check';
import { cases } from '../../../../test/sample.ts';
import { COLORS } from './color.ts';
import type { Evidence, EvidenceKind, EvidenceOf } from './evidence.ts';
import { PLACES, RISK_LEVELS } from './policy.ts';

/** How often properties are tried: 10,000 times with all tests. */
export const RUNS = cases(10_000);

/** First instant of {@link instants}, in milliseconds. */
export const FROM = Date.parse('2022-07-01T00:00:00Z');
const TO = Date.parse('2022-07-25T00:00:00Z');
const EIGHT_HOURS_MS = 8 * 3_600_000;

/** An instant of July 2022; half of them on the hour, midnight in Shanghai too, so that some meet. */
export const instants = fc
  .oneof(
    fc.integer({ min: FROM, max: TO }),
    fc.nat(Math.floor((TO - FROM) / EIGHT_HOURS_MS)).map((nth) => FROM + nth * EIGHT_HOURS_MS),
  )
  .map((time) => new Date(time));

const ids = fc.stringMatching(/^[a-f]{6}$/);
const symptoms = fc.subarray(['FEVER', 'COUGH', 'HEADACHE', 'ANOSMIA']);
const temperature = fc.option(fc.float({ min: 35, max: 40, noNaN: true }));
const orderId = fc.constantFrom('order-a', 'order-b', 'order-c');
const noticeId = fc.constantFrom('notice-a', 'notice-b');

function evidence<K extends EvidenceKind>(
  kind: K,
  source: Evidence['source'],
  body: fc.Arbitrary<EvidenceOf<K>['body']>,
) {
  return fc.record({
    ...{
      id: ids,
      occurredAt: instants,
      source: fc.constant(source),
      kind: fc.constant(kind),
      body,
    },
    takenInAt: fc.option(instants, { nil: undefined }),
  });
}

/** Any evidence at all; what supersedes comes by lives. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc.oneof(
  evidence('DECLARATION', 'SELF', fc.record({ declaredAt: instants, symptoms, temperature })),
  evidence('CHECK_IN', 'SELF', fc.record({ at: instants, symptoms, temperature })),
  evidence('CHECK_IN', 'SELF', fc.record({ at: instants, symptoms: fc.constant([]), temperature })),
  evidence(
    'TEST_RESULT',
    'ACCREDITED',
    fc.record({
      sampleCollectedAt: instants,
      result: fc.constantFrom('DETECTED' as const, 'NOT_DETECTED' as const),
    }),
  ),
  evidence(
    'ISOLATION_ORDER',
    'OFFICIAL',
    fc.record({
      ...{ orderId, from: instants, until: fc.option(instants), place: fc.constantFrom(...PLACES) },
    }),
  ),
  evidence('ISOLATION_EXTENSION', 'OFFICIAL', fc.record({ orderId, until: instants })),
  evidence('ISOLATION_RELEASE', 'OFFICIAL', fc.record({ orderId, releasedAt: instants })),
  evidence('CONTACT_NOTICE', 'OFFICIAL', fc.record({ noticeId, lastContactAt: instants })),
  evidence('CONTACT_WITHDRAWAL', 'OFFICIAL', fc.record({ noticeId, withdrawnAt: instants })),
  evidence('STAY', 'SELF', fc.record({ stayId: ids })),
  evidence(
    'RISK_AREA_STAY',
    'SELF',
    fc.record({
      ...{ stayId: ids, level: fc.constantFrom(...RISK_LEVELS), from: instants },
      until: fc.option(instants),
    }),
  ),
  evidence('ENTRY', 'SELF', fc.record({ tripId: ids, enteredAt: instants })),
  evidence(
    'OVERRIDE',
    'OFFICIAL',
    fc.record({
      ...{ overrideId: ids, color: fc.constantFrom(...COLORS), from: instants, until: instants },
      direction: fc.constantFrom('RELAX' as const, 'STRICTER' as const),
    }),
  ),
);
