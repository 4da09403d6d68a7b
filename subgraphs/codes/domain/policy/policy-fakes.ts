import fc from 'fast-check';
import type { HealthCode } from '../code/health-code.ts';
import { PLACES, RISK_LEVELS, SPAN_UNITS, type Exit, type Rule } from '../color/policy.ts';
import { SYMPTOM_TERMS } from '../color/symptom.ts';
import { basePolicy } from './base-policy.ts';
import type { NewPolicy, PolicyVersion } from './draft.ts';
import { lintRules } from './lint.ts';

/** A text of a rule in a test. */
export const TEXT = { ZH_HANS: '规则', ZH_HANT: '規則', EN: 'A rule' } as const;

/** A rule that is right, but for what is given. */
export function aRule(more: Partial<Rule> = {}): Rule {
  return {
    ...{ id: 'CONTACT-5D', version: 1, color: 'YELLOW', text: TEXT },
    condition: { kind: 'CONTACT_NOTICE', days: 5 },
    exit: { kind: 'AFTER', n: 5, unit: 'DAY' },
    ...more,
  };
}

/** A policy that is proposed. */
export function aDraft(more: Partial<NewPolicy> = {}): NewPolicy {
  return {
    ...{ region: '330000', validFrom: new Date('2022-07-10T00:00:00Z'), validTo: null },
    ...{ statusMaxAgeMinutes: 60, rules: [aRule()], ...more },
  };
}

/** A published version. */
export function aVersion(more: Partial<PolicyVersion> = {}): PolicyVersion {
  const policy = basePolicy('330000', 1, new Date('2022-01-01T00:00:00Z'));
  return { ...policy, withdrawnAt: null, publishedAt: null, ...more };
}

/** A green code that was decided. */
export function aCode(more: Partial<HealthCode> = {}): HealthCode {
  return {
    ...{ region: '330000', id: 'code', residentId: 'resident', state: 'ACTIVE', color: 'GREEN' },
    ...{ maskedName: '样*', birthMonthDay: '0317', heldByProxy: false, policyVersion: 1 },
    ...{ decidedAt: new Date('2022-06-28T00:00:00Z'), lookAgainAt: null, ...more },
  };
}

const days = fc.integer({ min: 0, max: 30 });
const leafExits: fc.Arbitrary<Exit> = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('AFTER' as const), n: days, unit: fc.constantFrom(...SPAN_UNITS) },
  }),
  fc.record({
    kind: fc.constant('NOT_DETECTED_RESULTS' as const),
    ...{ count: fc.nat(3), hoursApart: fc.nat(48), fromDay: fc.nat(5) },
  }),
  fc.record({ kind: fc.constant('NORMAL_CHECK_INS' as const), count: fc.nat(5) }),
  fc.record({ kind: fc.constant('ORDER_RELEASED' as const) }),
);
const exits: fc.Arbitrary<Exit> = fc.oneof(
  { weight: 4, arbitrary: leafExits },
  fc.record({
    kind: fc.constantFrom('ALL' as const, 'ANY' as const),
    of: fc.array(leafExits, { maxLength: 3 }),
  }),
);
const conditions: fc.Arbitrary<Rule['condition']> = fc.oneof(
  fc.record({
    ...{ kind: fc.constantFrom('DETECTED_RESULT' as const, 'CONTACT_NOTICE' as const), days },
  }),
  fc.record({ kind: fc.constant('ENTRY_FROM_ABROAD' as const), days }),
  fc.record({
    ...{
      kind: fc.constant('RISK_AREA_STAY' as const),
      level: fc.constantFrom(...RISK_LEVELS),
      days,
    },
  }),
  fc.record({
    ...{ kind: fc.constant('ISOLATION_ORDER' as const), place: fc.constantFrom(...PLACES) },
  }),
  fc.record({
    kind: fc.constant('SYMPTOM' as const),
    terms: fc.subarray([...SYMPTOM_TERMS]),
    days,
  }),
);

/** Rules of the right shape; the linter takes some of them. */
export const shapedRules: fc.Arbitrary<Rule> = fc
  .tuple(conditions, exits, fc.constantFrom('YELLOW' as const, 'RED' as const))
  .map(([condition, exit, color]) => aRule({ condition, exit, color }));

function policiesOf(rules: fc.Arbitrary<Rule>): fc.Arbitrary<readonly Rule[]> {
  return fc
    .array(rules, { minLength: 1, maxLength: 6 })
    .map((all) => all.map((rule, index) => ({ ...rule, id: `RULE-${index}` })));
}

/** Policies of the right shape. */
export const shapedPolicies = policiesOf(shapedRules);

/** Policies that the linter takes: any that somebody may publish. */
export const lintedPolicies = policiesOf(
  shapedRules.filter((rule) => lintRules([rule]).length === 0),
);
