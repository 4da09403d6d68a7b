import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/sample.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { POLICY_FAULTS } from '../domain/policy/draft.ts';
import { lintPolicy } from '../domain/policy/lint.ts';
import { lintedPolicies, shapedPolicies } from '../domain/policy/policy-fakes.ts';
import type { PolicyInput } from './policy.input.ts';
import { readPolicy } from './policy.shape.ts';

const NOW = new Date('2022-07-01T00:00:00Z');

/** Rules as the graph hands them over, whatever a client put into one of them. */
const inputs = fc
  .tuple(
    fc.oneof(lintedPolicies, shapedPolicies),
    fc.constantFrom('rule', 'condition', 'exit', 'text', 'nothing'),
    fc.constantFrom(
      'id',
      'version',
      'color',
      'kind',
      'days',
      'n',
      'of',
      'terms',
      'level',
      'zhHans',
    ),
    fc.oneof(fc.anything(), fc.integer(), fc.constantFrom('ALL', 'SYMPTOM', 'RED', null)),
  )
  .map(([rules, place, name, value]): PolicyInput => {
    const put = <T extends object>(where: string, of: T): T =>
      where === place ? { ...of, [name]: value } : of;
    return {
      ...{ region: '330000', validFrom: NOW, validTo: null, statusMaxAgeMinutes: 60 },
      rules: rules.map(({ text: { ZH_HANS: zhHans, ZH_HANT: zhHant, EN: en }, ...rule }, index) => {
        const text = { zhHans, zhHant, en };
        const shown = { ...rule, text } as unknown as PolicyInput['rules'][number];
        if (index > 0) return shown;
        return put('rule', {
          ...shown,
          ...{ condition: put('condition', shown.condition), exit: put('exit', shown.exit) },
          text: put('text', text),
        });
      }),
    };
  });

/** What becomes of a policy that is given: taken, or the kinds of what is wrong with it. */
function outcomeOf(input: PolicyInput): readonly string[] {
  try {
    const faults = lintPolicy(readPolicy(input), [], NOW).map(({ kind }) => kind);
    return faults.length > 0 ? faults : ['TAKEN'];
  } catch (error) {
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
}

describe('a policy that is given', () => {
  it('is taken, or what is wrong with it has a kind, whatever it holds', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(inputs, (input) => {
        const outcome = outcomeOf(input);
        for (const one of outcome) {
          expect(['TAKEN', 'BAD_USER_INPUT', ...POLICY_FAULTS]).toContain(one);
          seen.add(one);
        }
      }),
      cases(10_000),
    );
    // The generator reaches what it is for.
    expect([...seen]).toEqual(
      expect.arrayContaining(['TAKEN', 'BAD_USER_INPUT', 'UNKNOWN_WORD', 'EXIT_NEVER_TAKEN']),
    );
  });

  it('is refused when its exits stand within each other thousands deep', () => {
    let exit: Record<string, unknown> = { kind: 'ORDER_RELEASED' };
    for (let depth = 0; depth < 20_000; depth += 1) exit = { kind: 'ALL', of: [exit] };
    const [input] = fc.sample(inputs, 1);
    const [rule] = input?.rules ?? [];
    const rules = [{ ...rule, exit }] as unknown as PolicyInput['rules'];
    expect(outcomeOf({ ...input!, rules })).toEqual(['BAD_USER_INPUT']);
  });
});
