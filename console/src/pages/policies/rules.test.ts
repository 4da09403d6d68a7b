import { describe, expect, it } from 'vitest';
import { changeCounts, compareRules, ruleInput, type Rule } from './rules.ts';

const rule: Rule = {
  ...{ id: 'HIGH-HOME-7D', version: 1, color: 'YELLOW', zhHans: '一', zhHant: '二', en: 'three' },
  condition: { kind: 'RISK_AREA_STAY', days: 7, level: 'HIGH', place: null, terms: null },
  exit: {
    ...{ kind: 'ANY', n: null },
    of: [
      { kind: 'AFTER', n: 7, unit: 'DAY' },
      { kind: 'NORMAL_CHECK_INS', count: 3 },
    ],
  },
};

describe('two versions of a policy', () => {
  it('are compared by the ids of their rules', () => {
    const other = { ...rule, id: 'CONTACT-7D' };
    const shorter = { ...rule, condition: { ...rule.condition, days: 5 } };
    const compared = compareRules([rule, other], [shorter, { ...rule, id: 'ENTRY-5D' }]);
    expect(compared.map(({ change, rule: { id } }) => [change, id])).toEqual([
      ['changed', 'HIGH-HOME-7D'],
      ['added', 'ENTRY-5D'],
      ['removed', 'CONTACT-7D'],
    ]);
    expect(changeCounts(compared)).toEqual({ added: 1, removed: 1, changed: 1, same: 0 });
  });

  it('pair a rule with the one that differs in its days', () => {
    const longer = { ...rule, id: 'HIGH-HOME-10D', condition: { ...rule.condition, days: 10 } };
    expect(compareRules([rule], [longer])).toEqual([
      { change: 'changed', rule: longer, before: rule },
    ]);
    const both = compareRules([rule, longer], [longer]).map(({ change, rule: { id } }) => [
      change,
      id,
    ]);
    expect(both).toEqual([
      ['same', 'HIGH-HOME-10D'],
      ['removed', 'HIGH-HOME-7D'],
    ]);
  });

  it('are the same when only what is null is left out', () => {
    const bare = { kind: 'RISK_AREA_STAY' as const, days: 7, level: 'HIGH' as const };
    expect(compareRules([rule], [{ ...rule, condition: bare }])[0]?.change).toBe('same');
  });
});

it('a rule is proposed as it was read, its exits within exits', () => {
  expect(ruleInput(rule)).toMatchObject({
    ...{ id: 'HIGH-HOME-7D', version: 1, color: 'YELLOW' },
    text: { zhHans: '一', zhHant: '二', en: 'three' },
    condition: { kind: 'RISK_AREA_STAY', days: 7, level: 'HIGH' },
    exit: { kind: 'ANY', of: [{ kind: 'AFTER', n: 7, unit: 'DAY' }, { count: 3 }] },
  });
});
