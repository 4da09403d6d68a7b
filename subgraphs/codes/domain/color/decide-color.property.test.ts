import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policy } from './color-fakes.ts';
import { COLORS } from './color.ts';
import { decideColor, type Decision } from './decide-color.ts';
import { factsOf, type Evidence } from './events-to-facts.ts';

const RUNS = { numRuns: process.env['TONGMA_TEST_ALL'] ? 10_000 : 1_000 };

const instant = fc
  .integer({ min: Date.parse('2022-07-01T00:00:00Z'), max: Date.parse('2022-07-25T00:00:00Z') })
  .map((time) => new Date(time));
const symptoms = fc.subarray(['FEVER', 'COUGH', 'HEADACHE', 'ANOSMIA']);
const temperature = fc.option(fc.float({ min: 35, max: 40, noNaN: true }));
const orderId = fc.constantFrom('order-a', 'order-b', 'order-c');
const common = { id: fc.uuid(), occurredAt: instant };

const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({
    ...common,
    source: fc.constant('SELF' as const),
    kind: fc.constant('DECLARATION' as const),
    body: fc.record({ declaredAt: instant, symptoms, temperature }),
  }),
  fc.record({
    ...common,
    source: fc.constant('SELF' as const),
    kind: fc.constant('CHECK_IN' as const),
    body: fc.record({ at: instant, symptoms, temperature }),
  }),
  fc.record({
    ...common,
    source: fc.constant('ACCREDITED' as const),
    kind: fc.constant('TEST_RESULT' as const),
    body: fc.record({
      sampleCollectedAt: instant,
      result: fc.constantFrom('DETECTED' as const, 'NOT_DETECTED' as const),
    }),
  }),
  fc.record({
    ...common,
    source: fc.constant('OFFICIAL' as const),
    kind: fc.constant('ISOLATION_ORDER' as const),
    body: fc.record({
      orderId,
      from: instant,
      until: fc.option(instant),
      place: fc.constantFrom('HOME' as const, 'CENTRAL' as const),
    }),
  }),
  fc.record({
    ...common,
    source: fc.constant('OFFICIAL' as const),
    kind: fc.constant('ISOLATION_RELEASE' as const),
    body: fc.record({ orderId, releasedAt: instant }),
  }),
);
const life = fc.array(evidence, { maxLength: 12 });

function decide(pieces: readonly Evidence[], now: Date): Decision {
  return decideColor(factsOf(pieces), policy, now);
}

/** What may not change before `until`. */
function standing(decision: Decision) {
  return decision.state === 'ACTIVE' ? decision.color : decision.missing.join();
}

/** How bad a decision is: suspended is set apart, since it is no color. */
function darkness(decision: Decision): number {
  const colors = decision.reasons.map(({ color }) => COLORS.indexOf(color ?? 'GREEN'));
  return Math.max(0, ...colors);
}

describe('decideColor, whatever the facts', () => {
  it('gives the same answer in any order, and counts evidence once', () => {
    fc.assert(
      fc.property(life, instant, fc.integer(), (pieces, now, seed) => {
        const shuffled =
          fc.sample(fc.shuffledSubarray(pieces, { minLength: pieces.length }), {
            numRuns: 1,
            seed,
          })[0] ?? [];
        const before = decide(pieces, now);
        expect(decide(shuffled, now)).toEqual(before);
        expect(decide([...pieces, ...shuffled], now)).toEqual(before);
      }),
      RUNS,
    );
  });

  it('does not change before `until`', () => {
    fc.assert(
      fc.property(life, instant, fc.float({ min: 0, max: 1, noNaN: true }), (pieces, now, part) => {
        const decision = decide(pieces, now);
        const end = decision.until?.getTime() ?? now.getTime() + 60 * 86_400_000;
        expect(end).toBeGreaterThan(now.getTime());
        const between = Math.floor(now.getTime() + part * (end - 1 - now.getTime()));
        for (const at of [between, end - 1]) {
          expect(standing(decide(pieces, new Date(at)))).toBe(standing(decision));
        }
      }),
      RUNS,
    );
  });

  it('never gets better by a DETECTED result of today, a fever or an order', () => {
    const now = new Date('2022-07-20T00:00:00Z');
    const worse: Evidence[] = [
      {
        id: 'x',
        source: 'ACCREDITED',
        kind: 'TEST_RESULT',
        occurredAt: now,
        body: { sampleCollectedAt: now, result: 'DETECTED' },
      },
      {
        id: 'x',
        source: 'SELF',
        kind: 'DECLARATION',
        occurredAt: now,
        body: { declaredAt: now, symptoms: ['FEVER'], temperature: 39 },
      },
      {
        id: 'x',
        source: 'OFFICIAL',
        kind: 'ISOLATION_ORDER',
        occurredAt: now,
        body: { orderId: 'new', from: now, until: null, place: 'HOME' },
      },
    ];
    const past = life.map((pieces) => pieces.filter(({ occurredAt }) => occurredAt < now));
    fc.assert(
      fc.property(past, fc.constantFrom(...worse), (pieces, piece) => {
        expect(darkness(decide([...pieces, piece], now))).toBeGreaterThanOrEqual(
          darkness(decide(pieces, now)),
        );
      }),
      RUNS,
    );
  });

  it('gives a reason with evidence for everything but green', () => {
    fc.assert(
      fc.property(life, instant, (pieces, now) => {
        const decision = decide(pieces, now);
        if (decision.state === 'SUSPENDED') {
          expect(decision.missing.length).toBeGreaterThan(0);
        } else {
          expect(decision.reasons.length > 0).toBe(decision.color !== 'GREEN');
        }
        for (const { evidence: cited } of decision.reasons) expect(cited.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});
