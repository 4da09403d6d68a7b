import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATIONAL_EDITIONS, nationalPolicy } from '../policy/national/editions.ts';
import { policy as base } from './color-fakes.ts';
import { COLORS } from './color.ts';
import { decideColor, type Decision } from './decide-color.ts';
import type { Evidence } from './evidence.ts';
import { instants, lives, RUNS, shuffled } from './evidence-fakes.ts';
import { factsOf } from './events-to-facts.ts';
import type { Exit, Policy, Rule } from './policy.ts';
import { dayOf, startOf } from '../../../kit/standards/shanghai-day.ts';

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
const anyPolicy = fc.constantFrom(...policies);

function decide(pieces: readonly Evidence[], policy: Policy, now: Date): Decision {
  return decideColor(factsOf(pieces), policy, now);
}

/** What may not change before `until`. */
function standing(decision: Decision) {
  return decision.state === 'ACTIVE' ? decision.color : decision.missing.join();
}

/** How bad what holds is: suspension is set apart, since it is no color. */
function darkness({ reasons }: Decision): number {
  const colors = reasons
    .filter(({ reasonClass }) => reasonClass !== 'OVERRIDE')
    .map(({ color }) => COLORS.indexOf(color ?? 'GREEN'));
  return Math.max(0, ...colors);
}

describe('decideColor, whatever the facts', () => {
  it('gives the same answer in any order, and counts evidence once', () => {
    fc.assert(
      fc.property(lives, anyPolicy, instants, fc.integer(), (life, policy, now, seed) => {
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

  it('never gets better by worse evidence of today', () => {
    const now = new Date('2022-07-20T00:00:00Z');
    const made = { id: 'worse', occurredAt: now };
    const worse: Evidence[] = [
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
      fc.property(past, anyPolicy, fc.constantFrom(...worse), (pieces, policy, piece) => {
        const [before, after] = [pieces, [...pieces, piece]].map((all) => decide(all, policy, now));
        if (!before || !after) throw new Error('Two were decided.');
        expect(darkness(after)).toBeGreaterThanOrEqual(darkness(before));
        if (before.state !== 'ACTIVE' || after.state !== 'ACTIVE') return;
        expect(COLORS.indexOf(after.color)).toBeGreaterThanOrEqual(COLORS.indexOf(before.color));
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

  it('ends windows at midnight in Shanghai, or to the second', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), fc.boolean(), (at, n, hours) => {
        const unit = hours ? 'HOUR' : 'DAY';
        const rule: Rule = {
          ...{ id: 'RULE', version: 1, text: { ZH_HANS: '', ZH_HANT: '', EN: '' } },
          condition: { kind: 'ENTRY_FROM_ABROAD', days: 60 },
          ...{ color: 'RED', exit: { kind: 'AFTER', n, unit } },
        };
        const entry: Evidence = {
          ...{ id: 'entry', source: 'SELF', occurredAt: at, kind: 'ENTRY' },
          body: { tripId: 'trip', enteredAt: at },
        };
        const end = hours ? at.getTime() + n * 3_600_000 : startOf(dayOf(at.getTime()) + n + 1);
        const colorOf = (instant: number) =>
          standing(decide([entry], { ...base, rules: [rule] }, new Date(instant)));
        expect(colorOf(end - 1)).toBe('RED');
        expect(colorOf(end)).toBe('GREEN');
        expect(colorOf(at.getTime() - 1)).toBe('GREEN');
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
