import { describe, expect, it } from 'vitest';
import { editedRule, editedRules } from './rule-edits.ts';
import type { Rule } from './rules.ts';

const rule: Rule = {
  ...{ id: 'CONTACT-HOME-7D', version: 1, color: 'YELLOW' },
  ...{ zhHans: '密接后 7 天内居家，第 17 天不算。', zhHant: '密接後 7 天', en: 'Within 7 days.' },
  condition: { kind: 'CONTACT_NOTICE', days: 7, level: null },
  exit: { kind: 'AFTER', n: 7, unit: 'DAY' },
};

describe('a rule that an author changes', () => {
  it('stays as it is when nothing is changed, or back again', () => {
    expect(editedRule(rule, undefined, [])).toBe(rule);
    expect(editedRule(rule, { days: 7, color: 'YELLOW', off: false }, [])).toBe(rule);
  });

  it('takes its days with it: into its way out, its texts and its name', () => {
    expect(editedRule(rule, { days: 5 }, [])).toEqual({
      ...{ id: 'CONTACT-HOME-5D', version: 1, color: 'YELLOW' },
      ...{
        zhHans: '密接后 5 天内居家，第 17 天不算。',
        zhHant: '密接後 5 天',
        en: 'Within 5 days.',
      },
      condition: { kind: 'CONTACT_NOTICE', days: 5, level: null },
      exit: { kind: 'AFTER', n: 5, unit: 'DAY' },
    });
  });

  it('keeps a way out that is shorter, and a name without days', () => {
    const exit = { kind: 'NOT_DETECTED_RESULTS' as const, count: 2, hoursApart: 24, fromDay: 3 };
    const other = { ...rule, id: 'CONTACT', exit };
    expect(editedRule(other, { days: 5 }, [])).toMatchObject({ id: 'CONTACT', exit, version: 2 });
  });

  it('gets a version that its name never had, unless it said the same then', () => {
    expect(editedRule(rule, { color: 'RED' }, [])).toMatchObject({ color: 'RED', version: 2 });
    const known = [2, 3].map((version) => ({ ...rule, version, en: `version ${version}` }));
    expect(editedRule(rule, { texts: { en: 'new' } }, known)).toMatchObject({ version: 4 });
    expect(editedRule(rule, { texts: { en: 'version 3' } }, known)).toMatchObject({ version: 3 });
  });

  it("has the author's words, whatever its days", () => {
    expect(editedRule(rule, { days: 5, texts: { en: 'Five days.' } }, [])).toMatchObject({
      ...{ en: 'Five days.', zhHant: '密接後 5 天' },
    });
  });

  it('is left out when it is off', () => {
    const other = { ...rule, id: 'OTHER' };
    expect(editedRules([rule, other], { OTHER: { off: true } }, [])).toEqual([rule]);
  });
});
