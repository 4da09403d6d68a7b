import fc from 'fast-check';
import { cases } from '../../../../test/system/support/cases.ts';
import { COLORS } from './color.ts';
import type { Evidence, EvidenceKind, EvidenceOf } from './evidence.ts';
import { PLACES, RISK_LEVELS, type Condition } from './policy.ts';

/** How often properties are tried: 10,000 times with all tests. */
export const RUNS = cases(10_000);

/** An instant of July 2022. */
export const instants = fc
  .integer({ min: Date.parse('2022-07-01T00:00:00Z'), max: Date.parse('2022-07-25T00:00:00Z') })
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

/** Any evidence at all; what supersedes comes by {@link lives}. */
const anyEvidence: fc.Arbitrary<Evidence> = fc.oneof(
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

/** What is known of one person: any evidence, some of which supersedes some other. */
export const lives = fc
  .tuple(fc.array(anyEvidence, { maxLength: 14 }), fc.array(fc.nat(13), { maxLength: 3 }))
  .map(([pieces, corrections]): readonly Evidence[] =>
    pieces.map((piece, index) => {
      const target = corrections[index];
      const supersedes = target === undefined ? undefined : pieces[target % pieces.length]?.id;
      return supersedes === undefined ? piece : { ...piece, supersedes };
    }),
  );

/** The same evidence in another order. */
export function shuffled<T>(pieces: readonly T[], seed: number): readonly T[] {
  const all = fc.shuffledSubarray([...pieces], { minLength: pieces.length });
  return fc.sample(all, { numRuns: 1, seed })[0] ?? [];
}

const WEEK_MS = 7 * 86_400_000;
const later = (at: Date) => new Date(at.getTime() + WEEK_MS);

/**
 * A piece that says worse of the same: sicker, longer, later, never so late that it is of the future
 * at `now`. What can be no worse stays as it is.
 */
export function worse(piece: Evidence, now: Date): Evidence {
  const sick = { symptoms: ['FEVER', 'COUGH', 'HEADACHE', 'ANOSMIA'], temperature: 40 };
  const nearer = (at: Date) => new Date(Math.max(at.getTime(), Math.min(+later(at), +now)));
  switch (piece.kind) {
    case 'DECLARATION':
      return { ...piece, body: { ...piece.body, ...sick } };
    case 'CHECK_IN':
      return { ...piece, body: { ...piece.body, ...sick } };
    case 'TEST_RESULT':
      return { ...piece, body: { ...piece.body, result: 'DETECTED' } };
    case 'ISOLATION_ORDER':
      return { ...piece, body: { ...piece.body, until: null } };
    case 'ISOLATION_EXTENSION':
      return { ...piece, body: { ...piece.body, until: later(piece.body.until) } };
    case 'ISOLATION_RELEASE':
      return { ...piece, body: { ...piece.body, releasedAt: later(piece.body.releasedAt) } };
    case 'CONTACT_NOTICE':
      return { ...piece, body: { ...piece.body, lastContactAt: nearer(piece.body.lastContactAt) } };
    case 'CONTACT_WITHDRAWAL':
      return { ...piece, body: { ...piece.body, withdrawnAt: later(piece.body.withdrawnAt) } };
    case 'RISK_AREA_STAY':
      return { ...piece, body: { ...piece.body, until: null } };
    case 'ENTRY':
      return { ...piece, body: { ...piece.body, enteredAt: nearer(piece.body.enteredAt) } };
    case 'OVERRIDE':
      return { ...piece, body: { ...piece.body, color: 'RED' } };
    case 'STAY':
      return piece;
  }
}

/** A condition with what sets it off, so that its window begins to run out at an instant. */
type Window = (
  at: Date,
  days: number,
) => { readonly condition: Condition; readonly piece: Evidence; readonly from: Date };

/** Every kind of condition that holds for days after an event. */
export const windows: readonly Window[] = [
  (at, days) => ({
    condition: { kind: 'DETECTED_RESULT', days },
    piece: {
      ...{ id: 'a', source: 'ACCREDITED', occurredAt: at, kind: 'TEST_RESULT' },
      body: { sampleCollectedAt: at, result: 'DETECTED' },
    },
    from: at,
  }),
  (at, days) => ({
    condition: { kind: 'SYMPTOM', terms: ['FEVER'], days },
    piece: {
      ...{ id: 'a', source: 'SELF', occurredAt: at, kind: 'DECLARATION' },
      body: { declaredAt: at, symptoms: ['FEVER'], temperature: null },
    },
    from: at,
  }),
  (at, days) => ({
    condition: { kind: 'CONTACT_NOTICE', days },
    piece: {
      ...{ id: 'a', source: 'OFFICIAL', occurredAt: at, kind: 'CONTACT_NOTICE' },
      body: { noticeId: 'notice', lastContactAt: at },
    },
    from: at,
  }),
  (at, days) => ({
    condition: { kind: 'ENTRY_FROM_ABROAD', days },
    piece: {
      ...{ id: 'a', source: 'SELF', occurredAt: at, kind: 'ENTRY' },
      body: { tripId: 'trip', enteredAt: at },
    },
    from: at,
  }),
  (at, days) => {
    const from = new Date(at.getTime() - 3 * 86_400_000);
    return {
      condition: { kind: 'RISK_AREA_STAY', level: 'HIGH', days },
      piece: {
        ...{ id: 'a', source: 'SELF', occurredAt: from, kind: 'RISK_AREA_STAY' },
        body: { stayId: 'stay', level: 'HIGH', from, until: at },
      },
      from,
    };
  },
];
