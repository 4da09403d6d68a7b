import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policy as base } from '../color/color-fakes.ts';
import { decideColor } from '../color/decide-color.ts';
import type { Evidence } from '../color/evidence.ts';
import { instants, lives, RUNS } from '../color/evidence-fakes.ts';
import { factsOf } from '../color/events-to-facts.ts';
import { CONDITION_KINDS, EXIT_KINDS, PLACES, RISK_LEVELS, SPAN_UNITS } from '../color/policy.ts';
import type { Rule } from '../color/policy.ts';
import { SYMPTOM_TERMS } from '../color/symptom.ts';
import { lintRules } from './lint.ts';
import { shapedPolicies } from './policy-fakes.ts';
import { DAYS_MAX } from './vocabulary.ts';

/** Everything a rule may say beside its id and its text. */
const WORDS: ReadonlySet<unknown> = new Set([
  ...[...CONDITION_KINDS, ...EXIT_KINDS, ...PLACES, ...RISK_LEVELS, ...SPAN_UNITS],
  ...[...SYMPTOM_TERMS, 'YELLOW', 'RED', null],
]);

/** What somebody may try to write into a policy to mean one person, or some. */
const persons = fc.constantFrom<[string, unknown]>(
  ['residentId', '330000-0123456789ABCDEFGHJKMNPQRS'],
  ['names', ['张三', 'Zhang San']],
  ['documentNumber', '330106199003171234'],
  ['occupation', 'TEACHER'],
  ['household', '410000'],
  ['money', 1_000_000],
  ['of', [{ kind: 'PERSON', id: '330106199003171234' }]],
  ['terms', ['张三']],
  ['days', 19_900_317],
  ['level', '330106199003171234'],
  ['kind', 'DEPOSITOR'],
);

/** Rules into which one such thing was put, somewhere; half of them stay as they were. */
const attempts = fc
  .tuple(shapedPolicies, fc.option(persons), fc.constantFrom('rule', 'condition', 'exit'))
  .map(([rules, person, place]): readonly Rule[] =>
    rules.map((rule, index) => {
      if (person === null || index > 0) return rule;
      const more = Object.fromEntries([person]);
      if (place === 'rule') return { ...rule, ...more };
      if (place === 'exit') return { ...rule, exit: { ...rule.exit, ...more } };
      return { ...rule, condition: { ...rule.condition, ...more } };
    }),
  );

function leaves(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leaves)
    : [value];
}

/** The same life of another person: every id is another. */
function ofAnother(life: readonly Evidence[]): readonly Evidence[] {
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string')
      return /^([a-f]{6}|order-.|notice-.)$/.test(value) ? `other-${value}` : value;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, renamed(of)]));
  };
  return life.map((piece) => renamed(piece) as Evidence);
}

describe('a policy that passes the linter', () => {
  it('says nothing beyond the closed vocabulary', () => {
    let taken = 0;
    fc.assert(
      fc.property(attempts, (rules) => {
        if (lintRules(rules).length > 0) return;
        taken += 1;
        for (const { id, text, ...said } of rules) {
          expect(id).toMatch(/^[A-Z0-9-]{1,32}$/);
          expect(leaves(text).join('')).not.toMatch(/\d{6}/);
          for (const leaf of leaves(said)) {
            if (typeof leaf === 'number') expect(leaf).toBeLessThanOrEqual(DAYS_MAX * 24);
            else expect(WORDS.has(leaf)).toBe(true);
          }
        }
      }),
      RUNS,
    );
    // A property that nothing meets says nothing.
    expect(taken).toBeGreaterThan(RUNS.numRuns / 50);
  });

  it('gives two people with the same facts the same color by the same rules', () => {
    let taken = 0;
    fc.assert(
      fc.property(attempts, lives, instants, (rules, life, now) => {
        if (lintRules(rules).length > 0) return;
        taken += 1;
        const [one, another] = [life, ofAnother(life)].map((pieces) => {
          const decision = decideColor(factsOf(pieces), { ...base, rules }, now);
          const { reasons, until } = decision;
          const said = decision.state === 'ACTIVE' ? decision.color : decision.missing;
          return { said, until, rules: reasons.map(({ ruleId }) => ruleId) };
        });
        expect(another).toEqual(one);
      }),
      RUNS,
    );
    expect(taken).toBeGreaterThan(RUNS.numRuns / 50);
  });
});
