import fc from 'fast-check';
import type { Evidence } from './evidence.ts';
import { anyEvidence, FROM, instants } from './evidence-fakes.ts';
import type { Condition } from './policy.ts';
import { DAY_MS, HOUR_MS } from './spans.ts';

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
      ...{ id: 'abcdef', source: 'ACCREDITED', occurredAt: at, kind: 'TEST_RESULT' },
      body: { sampleCollectedAt: at, result: 'DETECTED' },
    },
    from: at,
  }),
  (at, days) => ({
    condition: { kind: 'SYMPTOM', terms: ['FEVER'], days },
    piece: {
      ...{ id: 'abcdef', source: 'SELF', occurredAt: at, kind: 'DECLARATION' },
      body: { declaredAt: at, symptoms: ['FEVER'], temperature: null },
    },
    from: at,
  }),
  (at, days) => ({
    condition: { kind: 'CONTACT_NOTICE', days },
    piece: {
      ...{ id: 'abcdef', source: 'OFFICIAL', occurredAt: at, kind: 'CONTACT_NOTICE' },
      body: { noticeId: 'notice', lastContactAt: at },
    },
    from: at,
  }),
  (at, days) => ({
    condition: { kind: 'ENTRY_FROM_ABROAD', days },
    piece: {
      ...{ id: 'abcdef', source: 'SELF', occurredAt: at, kind: 'ENTRY' },
      body: { tripId: 'trip', enteredAt: at },
    },
    from: at,
  }),
  (at, days) => {
    const from = new Date(at.getTime() - 3 * DAY_MS);
    return {
      condition: { kind: 'RISK_AREA_STAY', level: 'HIGH', days },
      piece: {
        ...{ id: 'abcdef', source: 'SELF', occurredAt: from, kind: 'RISK_AREA_STAY' },
        body: { stayId: 'stay', level: 'HIGH', from, until: at },
      },
      from,
    };
  },
];

/** Days after a ground on which somebody was tested or checked in, and whether it was good. */
const signs = fc.array(
  fc.record({
    isTest: fc.boolean(),
    isGood: fc.constantFrom(true, true, true, true, false),
    hours: fc.constantFrom(0, 0, 0, 0, 6),
  }),
  { maxLength: 8 },
);

/** Somebody of whom everything is known, with a ground for a color and what each day after it brought. */
const course = fc
  .tuple(fc.constantFrom(...windows), instants, signs)
  .map(([ground, from, days]): readonly Evidence[] => [
    {
      ...{ id: 'aaaaaa', source: 'SELF', occurredAt: from, kind: 'DECLARATION' },
      body: { declaredAt: new Date(FROM), symptoms: [], temperature: 36.5 },
    },
    {
      ...{ id: 'bbbbbb', source: 'SELF', occurredAt: from, kind: 'STAY' },
      body: { stayId: 'stay' },
    },
    ground(from, 1).piece,
    ...days.map(({ isTest, isGood, hours }, day): Evidence => {
      const at = new Date(from.getTime() + (day + 1) * DAY_MS + hours * HOUR_MS);
      const common = {
        id: `fedcb${'abcdef'.charAt(day % 6)}${day > 5 ? 'a' : ''}`,
        occurredAt: at,
      };
      if (isTest) {
        const result = isGood ? 'NOT_DETECTED' : 'DETECTED';
        const body = { sampleCollectedAt: at, result } as const;
        return { ...common, source: 'ACCREDITED', kind: 'TEST_RESULT', body };
      }
      const body = { at, symptoms: [], temperature: isGood ? 36.5 : 38 };
      return { ...common, source: 'SELF', kind: 'CHECK_IN', body };
    }),
  ]);

/** Another piece of the very same instant: a result or a check-in that says the contrary. */
function twinOf(piece: Evidence): readonly Evidence[] {
  const id = [...piece.id].reverse().join('');
  if (piece.kind === 'TEST_RESULT') {
    const result = piece.body.result === 'DETECTED' ? 'NOT_DETECTED' : 'DETECTED';
    return [{ ...piece, id, body: { ...piece.body, result } }];
  }
  if (piece.kind !== 'CHECK_IN') return [];
  const { symptoms, temperature } = piece.body;
  const isSick = symptoms.length > 0 || (temperature ?? 0) > 37;
  const told = { symptoms: isSick ? [] : ['FEVER'], temperature: null };
  return [{ ...piece, id, body: { ...piece.body, ...told } }];
}

/** What is known of one person: any evidence, some of which supersedes some other, some in twins. */
export const lives = fc
  .tuple(
    fc.oneof(fc.array(anyEvidence, { maxLength: 14 }), course),
    fc.array(fc.nat(13), { maxLength: 3 }),
    fc.nat(12),
  )
  .map(([pieces, corrections, twin]): readonly Evidence[] => {
    const corrected = pieces.map((piece, index) => {
      const target = corrections[index];
      const supersedes = target === undefined ? undefined : pieces[target % pieces.length]?.id;
      return supersedes === undefined ? piece : { ...piece, supersedes };
    });
    return [...corrected, ...corrected.flatMap(twinOf).slice(twin, twin + 1)];
  });

/** A life, and an instant to look at it: any, or within a day of something that happened. */
export const moments = fc
  .tuple(lives, instants, fc.nat(13), fc.nat(24))
  .map(([life, any, nth, hours]): { readonly life: readonly Evidence[]; readonly now: Date } => {
    const at = life[nth]?.occurredAt;
    return { life, now: at ? new Date(at.getTime() + hours * HOUR_MS) : any };
  });

/** The same evidence in another order. */
export function shuffled<T>(pieces: readonly T[], seed: number): readonly T[] {
  const all = fc.shuffledSubarray([...pieces], { minLength: pieces.length });
  return fc.sample(all, { numRuns: 1, seed })[0] ?? [];
}

const later = (at: Date) => new Date(at.getTime() + 7 * DAY_MS);

/**
 * A piece that says worse of the same: sicker, longer, later, never so late that it is of the future
 * at `now`. What can be no worse stays as it is.
 */
export function worse(piece: Evidence, now: Date): Evidence {
  const sick = <T extends { readonly temperature: number | null }>(body: T) =>
    body.temperature === null
      ? { ...body, symptoms: ['FEVER', 'COUGH', 'HEADACHE', 'ANOSMIA'] }
      : { ...body, temperature: 40 };
  const nearer = (at: Date) => new Date(Math.max(at.getTime(), Math.min(+later(at), +now)));
  switch (piece.kind) {
    case 'DECLARATION':
      return { ...piece, body: sick(piece.body) };
    case 'CHECK_IN':
      return { ...piece, body: sick(piece.body) };
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
