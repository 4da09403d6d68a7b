import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATIONAL_EDITIONS, nationalPolicy } from '../policy/national/editions.ts';
import { policy as base } from './color-fakes.ts';
import { COLORS } from './color.ts';
import { decideColor, type Decision } from './decide-color.ts';
import type { Evidence } from './evidence.ts';
import { instants, RUNS } from './evidence-fakes.ts';
import { lives, moments, shuffled, windows, worse } from './life-fakes.ts';
import { factsOf } from './events-to-facts.ts';
import { lintedPolicies } from '../policy/policy-fakes.ts';
import type { Condition, Exit, Policy } from './policy.ts';

const START = new Date('2022-06-28T00:00:00Z');
const FROM_CHECK_INS: Exit = {
  kind: 'ANY',
  of: [
    {
      kind: 'ALL',
      of: [
        { kind: 'AFTER', n: 2, unit: 'DAY' },
        { kind: 'NORMAL_CHECK_INS', count: 2 },
      ],
    },
    { kind: 'NOT_DETECTED_RESULTS', count: 1, hoursApart: 1, fromDay: 1 },
  ],
};
const editions = NATIONAL_EDITIONS.map((edition) => nationalPolicy(edition, '330000', 1, START));
/** The editions, and one whose every exit can be reached in three ways. */
const policies: readonly Policy[] = [
  ...[base, ...editions],
  ...editions.slice(1, 2).map((one) => ({
    ...one,
    rules: one.rules.map((rule) => ({ ...rule, exit: FROM_CHECK_INS })),
  })),
];
/** One of them, or whatever else may be published. */
const anyPolicy = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...policies) },
  { weight: 1, arbitrary: lintedPolicies.map((rules): Policy => ({ ...base, rules })) },
);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Midnight in Shanghai, `days` days after the day of an instant; reckoned apart from the code. */
function midnightAfter(at: Date, days: number): number {
  const shanghai = at.getTime() + 8 * HOUR_MS;
  return shanghai - (shanghai % DAY_MS) + (days + 1) * DAY_MS - 8 * HOUR_MS;
}

/** A policy of one rule. */
function policyOf(condition: Condition, exit: Exit): Policy {
  const text = { ZH_HANS: '', ZH_HANT: '', EN: '' };
  return { ...base, rules: [{ id: 'RULE', version: 1, text, condition, color: 'RED', exit }] };
}

function decide(pieces: readonly Evidence[], policy: Policy, now: Date): Decision {
  return decideColor(factsOf(pieces), policy, now);
}

/** What may not change before `until`. */
function standing(decision: Decision) {
  return decision.state === 'ACTIVE' ? decision.color : decision.missing.join();
}

/** Silence that a piece breaks may end a suspension; no rule ends and no color gets better by it. */
function expectNoBetter(before: Decision, after: Decision): void {
  const held = new Set(after.reasons.map(({ ruleId }) => ruleId));
  for (const { ruleId, reasonClass } of before.reasons) {
    if (reasonClass !== 'OVERRIDE' && reasonClass !== 'CHECK_IN_LAPSED')
      expect(held).toContain(ruleId);
  }
  if (before.state !== 'ACTIVE' || after.state !== 'ACTIVE') return;
  expect(COLORS.indexOf(after.color)).toBeGreaterThanOrEqual(COLORS.indexOf(before.color));
}

describe('decideColor, whatever the facts', () => {
  it('is deterministic: the same facts, policy and instant, the same answer; it changes none', () => {
    fc.assert(
      fc.property(lives, anyPolicy, instants, (life, policy, now) => {
        const before = structuredClone({ life, policy, now });
        const answer = decide(life, policy, now);
        expect({ life, policy, now }).toEqual(before);
        expect(decide(before.life, before.policy, before.now)).toEqual(answer);
        expect(decide(life, policy, now)).toEqual(answer);
      }),
      RUNS,
    );
  });

  it('is free of order: the same answer in any, and evidence counts once', () => {
    fc.assert(
      fc.property(moments, anyPolicy, fc.integer(), ({ life, now }, policy, seed) => {
        // An event has one body: of two with one id the first is the one that is kept.
        const pieces = [...new Map(life.map((piece) => [piece.id, piece])).values()];
        const mixed = shuffled(pieces, seed);
        const before = decide(pieces, policy, now);
        expect(decide(mixed, policy, now)).toEqual(before);
        expect(decide([...pieces, ...mixed], policy, now)).toEqual(before);
      }),
      RUNS,
    );
  });

  it('does not change before `until`', () => {
    const part = fc.float({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(lives, anyPolicy, instants, part, (pieces, policy, now, share) => {
        const decision = decide(pieces, policy, now);
        const end = decision.until?.getTime() ?? now.getTime() + 60 * 86_400_000;
        expect(end).toBeGreaterThan(now.getTime());
        const between = Math.floor(now.getTime() + share * (end - 1 - now.getTime()));
        for (const at of [between, end - 1]) {
          expect(standing(decide(pieces, policy, new Date(at)))).toBe(standing(decision));
        }
      }),
      RUNS,
    );
  });

  it('is monotone: what was said, said worse, never makes a color better', () => {
    fc.assert(
      fc.property(moments, anyPolicy, fc.nat(), ({ life: pieces, now }, policy, nth) => {
        fc.pre(pieces.length > 0);
        const kind = pieces[nth % pieces.length]?.kind;
        const worsened = pieces.map((one) => (one.kind === kind ? worse(one, now) : one));
        expectNoBetter(decide(pieces, policy, now), decide(worsened, policy, now));
      }),
      RUNS,
    );
  });

  it('is monotone: worse evidence of today never makes a color better', () => {
    const now = new Date('2022-07-20T00:00:00Z');
    const made = { id: 'worse', occurredAt: now };
    const bad: Evidence[] = [
      {
        ...{ ...made, source: 'ACCREDITED', kind: 'TEST_RESULT' },
        body: { sampleCollectedAt: now, result: 'DETECTED' },
      },
      {
        ...{ ...made, source: 'SELF', kind: 'DECLARATION' },
        body: { declaredAt: now, symptoms: ['FEVER'], temperature: 39 },
      },
      {
        ...{ ...made, source: 'SELF', kind: 'CHECK_IN' },
        body: { at: now, symptoms: ['COUGH'], temperature: 38 },
      },
      {
        ...{ ...made, source: 'OFFICIAL', kind: 'ISOLATION_ORDER' },
        body: { orderId: 'new', from: now, until: null, place: 'HOME' },
      },
      {
        ...{ ...made, source: 'OFFICIAL', kind: 'CONTACT_NOTICE' },
        body: { noticeId: 'new', lastContactAt: now },
      },
      {
        ...{ ...made, source: 'SELF', kind: 'RISK_AREA_STAY' },
        body: { stayId: 'new', level: 'HIGH', from: now, until: null },
      },
      {
        ...{ ...made, source: 'SELF', kind: 'ENTRY' },
        body: { tripId: 'new', enteredAt: now },
      },
      {
        ...{ ...made, source: 'OFFICIAL', kind: 'OVERRIDE' },
        body: {
          ...{ overrideId: 'new', direction: 'STRICTER', color: 'RED', from: now },
          until: new Date('2022-07-21T00:00:00Z'),
        },
      },
    ];
    const past = lives.map((life) => life.filter(({ occurredAt }) => occurredAt < now));
    fc.assert(
      fc.property(past, anyPolicy, fc.constantFrom(...bad), (pieces, policy, piece) => {
        expectNoBetter(decide(pieces, policy, now), decide([...pieces, piece], policy, now));
      }),
      RUNS,
    );
  });

  it('gives a reason with evidence for everything but green', () => {
    fc.assert(
      fc.property(lives, anyPolicy, instants, (pieces, policy, now) => {
        const decision = decide(pieces, policy, now);
        const about = decision.state === 'ACTIVE' ? decision.color : decision.missing.length;
        if (about !== 'GREEN' && decision.state === 'ACTIVE') {
          expect(decision.reasons.length).toBeGreaterThan(0);
        }
        expect(about).not.toBe(0);
        for (const { evidence } of decision.reasons) {
          expect(evidence.length).toBeGreaterThan(0);
          expect(new Set(evidence.map(({ id }) => id)).size).toBe(evidence.length);
        }
      }),
      RUNS,
    );
  });

  it('keeps boundaries: a window ends at midnight in Shanghai, an exit then or to the second', () => {
    const days = fc.integer({ min: 1, max: 30 });
    const kinds = fc.constantFrom(...windows);
    fc.assert(
      fc.property(kinds, instants, days, days, fc.boolean(), (kind, at, n, m, hours) => {
        const unit = hours ? 'HOUR' : 'DAY';
        const { condition, piece, from } = kind(at, n);
        const window = midnightAfter(at, n);
        const exit = hours ? at.getTime() + m * HOUR_MS : midnightAfter(at, m);
        for (const [policy, end] of [
          [policyOf(condition, { kind: 'ORDER_RELEASED' }), window],
          [policyOf(condition, { kind: 'AFTER', n: m, unit }), Math.min(window, exit)],
        ] as const) {
          const colorAt = (instant: number) => standing(decide([piece], policy, new Date(instant)));
          expect(colorAt(end - 1)).toBe('RED');
          expect(colorAt(end)).toBe('GREEN');
          expect(colorAt(from.getTime())).toBe('RED');
          expect(colorAt(from.getTime() - 1)).toBe('GREEN');
        }
      }),
      RUNS,
    );
  });

  it('tells no step to who is green, and none that makes things worse', () => {
    fc.assert(
      fc.property(lives, anyPolicy, instants, (pieces, policy, now) => {
        const decision = decide(pieces, policy, now);
        if (decision.state !== 'ACTIVE') return;
        if (decision.color === 'GREEN') expect(decision.nextSteps).toEqual([]);
        else expect(decision.nextSteps.length).toBeGreaterThan(0);
        for (const { then } of decision.nextSteps) {
          if (!then) continue;
          expect(then.at.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(COLORS.indexOf(then.color)).toBeLessThan(COLORS.indexOf(decision.color));
        }
      }),
      RUNS,
    );
  });
});
