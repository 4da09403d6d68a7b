import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../../test/sample.ts';
import { decideCode } from '../code/decide-code.ts';
import { COLORS } from '../color/color.ts';
import type { Evidence } from '../color/evidence.ts';
import { instants } from '../color/evidence-fakes.ts';
import { lives } from '../color/life-fakes.ts';
import type { Policy } from '../color/policy.ts';
import { dryRunCounts, tally, type CodeWithEvidence } from './dry-run.ts';
import { NATIONAL_EDITIONS, nationalPolicy } from './national/editions.ts';
import { aCode, lintedPolicies } from './policy-fakes.ts';

const START = new Date('2022-06-28T00:00:00Z');
const [EIGHTH, NINTH, TWENTY, TEN] = NATIONAL_EDITIONS;
const policyOf = (edition: (typeof NATIONAL_EDITIONS)[number], version = 1) =>
  nationalPolicy(edition, '330000', version, START);
const AT = new Date('2022-07-01T05:00:00Z');

const common = { source: 'SELF', occurredAt: AT } as const;
const declared: Evidence = {
  ...{ ...common, id: 'declaration', kind: 'DECLARATION' },
  body: { declaredAt: START, symptoms: [], temperature: 36.5 },
};
const stay: Evidence = { ...common, id: 'stay', kind: 'STAY', body: { stayId: 'stay' } };
const inHighArea: Evidence = {
  ...{ ...common, id: 'overlap', kind: 'RISK_AREA_STAY' },
  body: { stayId: 'stay', level: 'HIGH', from: AT, until: null },
};

function counted(next: (typeof NATIONAL_EDITIONS)[number], ...codes: CodeWithEvidence[]) {
  const run = tally({ next: policyOf(next, 2), current: policyOf(EIGHTH), at: AT });
  for (const code of codes) run.add(code);
  return run.result();
}

const green = { code: aCode(), evidence: [declared, stay, inHighArea] };
const red = { code: aCode({ color: 'RED' }), evidence: [declared, stay, inHighArea] };
const silent = { code: aCode(), evidence: [declared] };

describe('a dry run', () => {
  it('says from which color to which, and by which rule', () => {
    expect(counted(NINTH, green, green, red, silent)).toEqual({
      codes: 4,
      changes: [
        { from: 'GREEN', to: 'RED', ruleId: 'HIGH-CENTRAL-7D', count: 2 },
        { from: 'GREEN', to: 'SUSPENDED', ruleId: null, count: 1 },
      ],
    });
  });

  it('names the rule that ends when a code gets better', () => {
    expect(counted(TEN, red).changes).toEqual([
      { from: 'RED', to: 'GREEN', ruleId: 'HIGH-CENTRAL-14D', count: 1 },
    ]);
    expect(counted(TWENTY, red).changes).toEqual([
      { from: 'RED', to: 'YELLOW', ruleId: 'HIGH-CENTRAL-14D', count: 1 },
    ]);
  });

  it('counts for a proposal', () => {
    const run = counted(NINTH, green, green, red, silent);
    expect(dryRunCounts({ ...run, part: null })).toEqual([
      { name: 'codes', count: 4 },
      { name: 'changed', count: 3 },
      { name: 'greenToRed', count: 2 },
      { name: 'greenToSuspended', count: 1 },
      { name: 'greenToRed:HIGH-CENTRAL-7D', count: 2 },
    ]);
  });

  const change = { from: 'GREEN', to: 'RED', ruleId: 'HIGH-CENTRAL-7D' } as const;
  const other = { from: 'GREEN', to: 'SUSPENDED', ruleId: null } as const;

  it('§5.6 estimates where not all were tried, and hides what is few', () => {
    const changes = [
      { ...change, count: 1_000 },
      { ...change, ruleId: 'CONTACT-7D', count: 4 },
      { ...other, count: 5 },
    ];
    expect(dryRunCounts({ codes: 20_000, changes, part: 0.02 })).toEqual([
      { name: 'codes', count: 1_000_000 },
      { name: 'tried', count: 20_000 },
      { name: 'changed', count: 50_450 },
      { name: 'changedAtLeast', count: 47_461 },
      { name: 'changedAtMost', count: 53_628 },
      { name: 'unseenAtMost', count: 189 },
      { name: 'greenToRed', count: 50_200 },
      { name: 'greenToSuspended', count: 250 },
      { name: 'greenToRed:HIGH-CENTRAL-7D', count: 50_000 },
      { name: 'few:greenToRed:CONTACT-7D', count: 510 },
    ]);
  });

  it.each([
    [[], 189],
    [[{ ...change, count: 4 }], 510],
  ])('§5.6 says of few only how many they are at most: %j', (changes, most) => {
    const counts = dryRunCounts({ codes: 20_000, changes, part: 0.02 });
    expect(counts).toContainEqual({ name: 'few:changed', count: most });
    expect(counts.map(({ name }) => name)).not.toContain('changed');
    expect(counts.map(({ name }) => name)).not.toContain('changedAtLeast');
  });

  it('leaves out codes that wait for their review', () => {
    const waiting = { code: aCode({ state: 'UNDER_REVIEW', color: null }), evidence: [] };
    expect(counted(NINTH, waiting)).toEqual({ codes: 1, changes: [] });
  });

  it('equals the publication, whatever the codes', () => {
    const standings = fc.oneof(
      fc.constantFrom(...COLORS).map((color) => ({ state: 'ACTIVE' as const, color })),
      fc.constantFrom('SUSPENDED' as const, 'UNDER_REVIEW' as const).map((state) => ({
        ...{ state, color: null },
      })),
    );
    const codes = fc.array(fc.tuple(standings, lives), { maxLength: 8 });
    const edition = fc.constantFrom(...NATIONAL_EDITIONS).map((one) => policyOf(one));
    const other = lintedPolicies.map((rules): Policy => ({ ...policyOf(NINTH), rules }));
    const policies = fc.oneof(edition, other);
    fc.assert(
      fc.property(codes, policies, policies, instants, (people, current, after, at) => {
        const next = { ...after, version: 2 };
        const run = tally({ next, current, at });
        const published = new Map<string, number>();
        for (const [standing, evidence] of people) {
          const code = aCode(standing);
          run.add({ code, evidence });
          // What a re-evaluation writes when the version has taken effect.
          const { decision } = decideCode(code, evidence, next, at, () => 'id');
          if (!decision) continue;
          const { fromColor, fromState, toColor, toState } = decision;
          const key = `${fromColor ?? fromState} ${toColor ?? toState}`;
          published.set(key, (published.get(key) ?? 0) + 1);
        }
        const foretold = new Map<string, number>();
        for (const { from, to, count } of run.result().changes) {
          foretold.set(`${from} ${to}`, (foretold.get(`${from} ${to}`) ?? 0) + count);
        }
        expect(foretold).toEqual(published);
      }),
      cases(10_000, 400),
    );
  });
});
