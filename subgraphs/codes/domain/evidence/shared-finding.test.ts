import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, ISSUER, NOW, someClaims } from '../../persistence/signing-fakes.ts';
import { COLORS } from '../color/color.ts';
import { policy as base, someFacts, type Given } from '../color/color-fakes.ts';
import { decideColor } from '../color/decide-color.ts';
import { factsOf } from '../color/events-to-facts.ts';
import { RUNS } from '../color/evidence-fakes.ts';
import { moments } from '../color/life-fakes.ts';
import type { Exit, Policy } from '../color/policy.ts';
import { NATIONAL_EDITIONS, nationalPolicy } from '../policy/national/editions.ts';
import { lintedPolicies } from '../policy/policy-fakes.ts';
import { encodeRules, readRules } from '../policy/rules-cbor.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { decodeCbor, encodeCbor } from '../token/cbor.ts';
import { coarseDates } from './coarse-dates.ts';
import { needsOf, type EvidenceNeeds } from './evidence-needs.ts';
import { packEvidence } from './evidence-list-fakes.ts';
import type { SharedEvidence } from './shared-evidence.ts';
import { sharedFinding } from './shared-finding.ts';

const AGREEMENT: Agreement = {
  ...{ receiver: '510000', issuer: ISSUER, version: 1, mode: 'SHARED_DATA', conditions: [] },
  ...{ colorMap: {}, validFrom: after(-3_600), validTo: after(30 * 86_400) },
};
const START = new Date('2022-01-01T00:00:00Z');
const CTI = someClaims().cti;

/** A list of one token, as its issuer would make it of facts at an instant. */
function listOf(
  facts: ReturnType<typeof factsOf>,
  needs: EvidenceNeeds,
  now: Date,
): SharedEvidence {
  const records = packEvidence([{ cti: CTI, dates: coarseDates(facts, needs, now) }], needs);
  const life = { issuedAt: now, expiresAt: new Date(now.getTime() + 86_400_000) };
  return { issuer: ISSUER, receiver: '510000', ...life, needs, records };
}

/** What the receiver's policy makes of it. */
function sharedColor(facts: ReturnType<typeof factsOf>, policy: Policy, now: Date) {
  const list = listOf(facts, needsOf(AGREEMENT, policy.rules), now);
  const claims = someClaims({ issuedAt: new Date(now.getTime() - 3_600_000) });
  return sharedFinding(list, claims, { agreement: AGREEMENT, policy }, 60, now).sharedColor;
}

const ONE_TEST: Exit = { kind: 'NOT_DETECTED_RESULTS', count: 1, hoursApart: 1, fromDay: 1 };
const editions = NATIONAL_EDITIONS.map((edition) => nationalPolicy(edition, '510000', 1, START));
const policies: readonly Policy[] = [
  ...[base, ...editions],
  ...editions.map((one) => ({
    ...one,
    rules: one.rules.map((rule) => ({ ...rule, exit: ONE_TEST })),
  })),
];
const withoutDuty = (policy: Policy): Policy => ({
  ...policy,
  rules: policy.rules.filter(({ condition }) => condition.kind !== 'CHECK_INS_LAPSED'),
});

describe('the color by shared evidence', () => {
  const now = '2022-07-20T04:00:00Z';
  const ninth = editions[1]!;

  it.each<[string, Given, string | null]>([
    ['nothing happened', { checkInDays: [19] }, 'GREEN'],
    ['detected today', { detected: ['2022-07-20T03:59:00Z'] }, 'RED'],
    ['last day of seven', { detected: ['2022-07-12T16:00:00Z'] }, 'RED'],
    ['seven days gone', { detected: ['2022-07-12T15:59:59Z'] }, 'GREEN'],
    ['still in a high-risk area', { stays: [['HIGH', '2022-07-01T00:00:00Z', null]] }, 'RED'],
    ['nobody said where they were', { stays: 'unknown' }, null],
    ['nobody declared', { declared: 'unknown' }, null],
    [
      'made stricter by officials',
      { overrides: [['STRICTER', 'RED', '2022-07-19T00:00:00Z', '2022-07-21T00:00:00Z']] },
      null,
    ],
  ])('%s', (_title, given, color) => {
    expect(sharedColor(someFacts(given), ninth, new Date(now))).toBe(color);
  });

  it.each<[string, Exit, string]>([
    ['a release ends', { kind: 'ORDER_RELEASED' }, 'GREEN'],
    [
      'a release or a test ends',
      { kind: 'ANY', of: [{ kind: 'ORDER_RELEASED' }, ONE_TEST] },
      'GREEN',
    ],
    ['days end, not a release', { kind: 'AFTER', n: 20, unit: 'DAY' }, 'RED'],
    [
      'a release and a test end',
      { kind: 'ALL', of: [{ kind: 'ORDER_RELEASED' }, ONE_TEST] },
      'RED',
    ],
  ])('of a released order, where %s it', (_title, exit, color) => {
    const rules = ninth.rules.map((rule) =>
      rule.condition.kind === 'ISOLATION_ORDER' ? { ...rule, color: 'RED' as const, exit } : rule,
    );
    const released = someFacts({
      orders: [['CENTRAL', '2022-07-14T00:00:00Z', '2022-07-30T00:00:00Z', '2022-07-15T00:00:00Z']],
    });
    const policy = withoutDuty({ ...ninth, rules });
    expect(sharedColor(released, policy, new Date(now))).toBe(color);
    expect(decideColor(released, policy, new Date(now))).toMatchObject({ color });
  });

  it('is never lighter than the facts would give, nor green where one is unknown', () => {
    const anyPolicy = fc.oneof(
      fc.constantFrom(...policies),
      lintedPolicies.map((rules): Policy => ({ ...base, rules })),
    );
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(moments, anyPolicy, ({ life, now: at }, given) => {
        const policy = withoutDuty(given);
        const facts = factsOf(life);
        const shared = sharedColor(facts, policy, at);
        seen.set(String(shared), (seen.get(String(shared)) ?? 0) + 1);
        if (shared === null) return;
        const exact = decideColor(facts, policy, at);
        if (exact.state === 'SUSPENDED') expect.fail(`${exact.missing.join()} is unknown`);
        expect(COLORS.indexOf(shared)).toBeGreaterThanOrEqual(COLORS.indexOf(exact.color));
      }),
      RUNS,
    );
    for (const color of [...COLORS, 'null']) expect(seen.get(color) ?? 0, color).toBeGreaterThan(0);
  });

  it('says nothing of a token that is as new as the list, nor when it is stale', () => {
    const policy = base;
    const list = listOf(someFacts({}), needsOf(AGREEMENT, policy.rules), NOW);
    const of = (issuedAt: Date, at: Date) =>
      sharedFinding(list, someClaims({ issuedAt }), { agreement: AGREEMENT, policy }, 60, at)
        .sharedColor;
    expect(of(after(-61), NOW)).toBe('GREEN');
    expect(of(after(-60), NOW)).toBeNull();
    expect(of(after(-3_600), after(3_600))).toBe('GREEN');
    expect(of(after(-3_600), after(3_601))).toBeNull();
  });
});

describe('rules in signed terms', () => {
  it('are read as they were, without their texts', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...policies.map(({ rules }) => rules)), lintedPolicies),
        (rules) => {
          const read = readRules(decodeCbor(encodeCbor(encodeRules(rules))));
          expect(read).toEqual(
            rules.map(({ id, version, condition, color, exit }) => ({
              id,
              version,
              condition,
              color,
              exit,
            })),
          );
        },
      ),
      RUNS,
    );
  });

  it.each([
    [
      'a condition of another kind',
      [['A', 1, { kind: 'PERSON', days: 1 }, 'RED', { kind: 'ORDER_RELEASED' }]],
    ],
    [
      'another color',
      [['A', 1, { kind: 'CONTACT_NOTICE', days: 1 }, 'GREEN', { kind: 'ORDER_RELEASED' }]],
    ],
    ['another exit', [['A', 1, { kind: 'CONTACT_NOTICE', days: 1 }, 'RED', { kind: 'NEVER' }]]],
  ])('are refused with %s', (_title, rules) => {
    const maps = rules.map((rule) =>
      rule.map((part) => (typeof part === 'object' ? new Map(Object.entries(part)) : part)),
    );
    expect(readRules(maps)).toBeNull();
  });
});
