import { describe, expect, it } from 'vitest';
import type { Exit, Rule } from '../color/policy.ts';
import { lintPolicy, lintRules } from './lint.ts';
import { basePolicy } from './base-policy.ts';
import { NATIONAL_EDITIONS, rulesOf } from './national/editions.ts';
import { aDraft, aRule, aVersion, TEXT } from './policy-fakes.ts';

const NOW = new Date('2022-07-01T00:00:00Z');
const at = (day: number) => new Date(Date.UTC(2022, 6, day));

/** Kinds and places of what is wrong, in short. */
function faults(rules: readonly Rule[]) {
  return lintRules(rules).map(({ kind, path }) => `${kind} ${path}`);
}

const after = (n: number, unit: 'DAY' | 'HOUR' = 'DAY'): Exit => ({ kind: 'AFTER', n, unit });
const tests = (more: object = {}): Exit => ({
  ...{ kind: 'NOT_DETECTED_RESULTS', count: 2, hoursApart: 24, fromDay: 0, ...more },
});
const RELEASED: Exit = { kind: 'ORDER_RELEASED' };
const ORDER = { kind: 'ISOLATION_ORDER', place: 'HOME' } as const;
const LAPSED = aRule({
  ...{ id: 'LAPSED', color: null, exit: { kind: 'NORMAL_CHECK_INS', count: 1 } },
  condition: { kind: 'CHECK_INS_LAPSED', days: 1 },
});

describe('the linter takes', () => {
  it.each(NATIONAL_EDITIONS)('$id', (edition) => {
    expect(lintRules(rulesOf(edition))).toEqual([]);
  });

  it('the base policy, and one after the other', () => {
    expect(lintPolicy(aDraft({ rules: basePolicy('330000', 1, NOW).rules }), [], NOW)).toEqual([]);
    const published = NATIONAL_EDITIONS.map((edition, index) =>
      aVersion({ version: index + 1, rules: rulesOf(edition) }),
    );
    expect(lintPolicy(aDraft(), published, NOW)).toEqual([]);
  });

  it.each<[string, Partial<Rule>]>([
    ['an exit on the last day', { exit: after(5) }],
    ['hours to the last one', { exit: after(144, 'HOUR') }],
    ['the rest of the day', { exit: after(0) }],
    ['tests to the last hour', { exit: tests({ fromDay: 4, hoursApart: 47 }) }],
    ['a check-in on each day', { exit: { kind: 'NORMAL_CHECK_INS', count: 6 } }],
    ['parts within parts', { exit: { kind: 'ANY', of: [{ kind: 'ALL', of: [after(2)] }] } }],
    ['an order that is released', { condition: ORDER, exit: RELEASED }],
  ])('%s', (_what, more) => {
    expect(faults([aRule(more)])).toEqual([]);
  });
});

describe('the linter refuses', () => {
  it.each<[string, readonly Rule[], readonly string[]]>([
    ['two rules with one id', [aRule(), aRule({ version: 2 })], ['SAME_ID rules.1.id']],
    ['no rule at all', [], ['NEVER_HOLDS rules']],
    ['lapsed check-ins where nobody owes one', [LAPSED], ['NEVER_HOLDS rules.0']],
  ])('%s', (_what, rules, found) => {
    expect(faults(rules)).toEqual(found);
  });

  it.each<[string, Partial<Rule>, string]>([
    ['no day', { condition: { kind: 'CONTACT_NOTICE', days: 0 }, exit: after(0) }, 'NEVER_HOLDS'],
    ['an exit at once', { exit: after(0, 'HOUR') }, 'NEVER_HOLDS'],
    ['no test', { exit: tests({ count: 0 }) }, 'UNKNOWN_WORD'],
    [
      'no test beside another exit',
      { exit: { kind: 'ALL', of: [after(1), tests({ count: 0 })] } },
      'UNKNOWN_WORD',
    ],
    ['no check-in', { exit: { kind: 'NORMAL_CHECK_INS', count: 0 } }, 'UNKNOWN_WORD'],
    [
      'any of what is at once',
      { exit: { kind: 'ANY', of: [after(1), after(0, 'HOUR')] } },
      'NEVER_HOLDS',
    ],
    ['no symptom', { condition: { kind: 'SYMPTOM', terms: [], days: 7 } }, 'NEVER_HOLDS'],
    [
      'a lapse each day',
      { ...LAPSED, condition: { kind: 'CHECK_INS_LAPSED', days: 0 } },
      'NEVER_ENDS',
    ],
    [
      'an override that waits for a release',
      { condition: { kind: 'OVERRIDE' }, color: null, exit: RELEASED },
      'NEVER_ENDS',
    ],
    ['a release without an order', { exit: RELEASED }, 'EXIT_NEVER_TAKEN'],
    ['a day after its end', { exit: after(6) }, 'EXIT_NEVER_TAKEN'],
    ['an hour after its end', { exit: after(145, 'HOUR') }, 'EXIT_NEVER_TAKEN'],
    ['tests after its end', { exit: tests({ fromDay: 4, hoursApart: 48 }) }, 'EXIT_NEVER_TAKEN'],
    ['more days than it has', { exit: { kind: 'NORMAL_CHECK_INS', count: 7 } }, 'EXIT_NEVER_TAKEN'],
    ['a dead part', { exit: { kind: 'ANY', of: [after(2), RELEASED] } }, 'EXIT_NEVER_TAKEN'],
    ['no color', { color: null }, 'WRONG_COLOR'],
    ['a color that suspends', { ...LAPSED, color: 'RED' }, 'WRONG_COLOR'],
  ])('%s', (_what, more, kind) => {
    const others = [aRule({ id: 'OTHER' })];
    const found = lintRules([aRule(more), ...others]);
    expect(found.map((fault) => fault.kind)).toContain(kind);
    for (const { path, message } of found) {
      expect(path).toMatch(/^rules\.0/);
      expect(message).toMatch(/\.$/);
    }
  });

  it.each<[string, object, string]>([
    ['a condition nobody knows', { condition: { kind: 'BANK_DEPOSIT' } }, 'rules.0.condition.kind'],
    [
      'a person',
      { condition: { kind: 'CONTACT_NOTICE', days: 5, name: '张三' } },
      'rules.0.condition.name',
    ],
    ['an exit nobody knows', { exit: { kind: 'PAID' } }, 'rules.0.exit.kind'],
    [
      'a level nobody knows',
      { condition: { kind: 'RISK_AREA_STAY', level: 'RED', days: 5 } },
      'rules.0.condition.level',
    ],
    [
      'a symptom nobody knows',
      { condition: { kind: 'SYMPTOM', terms: ['POOR'], days: 5 } },
      'rules.0.condition.terms',
    ],
    [
      'part of a day',
      { condition: { kind: 'CONTACT_NOTICE', days: 1.5 } },
      'rules.0.condition.days',
    ],
    [
      'more days than anybody is held',
      { condition: { kind: 'CONTACT_NOTICE', days: 91 } },
      'rules.0.condition.days',
    ],
    ['a field of its own', { residents: ['330000-x'] }, 'rules.0.residents'],
    ['a document as its id', { id: 'D330106199003171234' }, 'rules.0.id'],
    ['a small id', { id: 'contact' }, 'rules.0.id'],
    ['a list as its id', { id: ['CONTACT-5D'] }, 'rules.0.id'],
    ['no version', { version: 0 }, 'rules.0.version'],
    [
      'a document in its text',
      { text: { ...TEXT, EN: 'Not 330106 19900317 1234' } },
      'rules.0.text.EN',
    ],
    [
      'a document in Chinese numerals',
      { text: { ...TEXT, ZH_HANS: '三三〇一〇六一九九〇〇三一七除外' } },
      'rules.0.text.ZH_HANS',
    ],
    [
      'a text in two languages',
      { text: { ZH_HANS: '规则', EN: 'A rule' } },
      'rules.0.text.ZH_HANT',
    ],
    ['no exits', { exit: { kind: 'ALL', of: [] } }, 'rules.0.exit.of'],
    [
      'exits too deep',
      {
        exit: {
          kind: 'ANY',
          of: [{ kind: 'ANY', of: [{ kind: 'ANY', of: [{ kind: 'ANY', of: [after(1)] }] }] }],
        },
      },
      'rules.0.exit.of.0.of.0.of.0.of',
    ],
  ])('%s', (_what, more, path) => {
    expect(faults([{ ...aRule(), ...more }])).toEqual([`UNKNOWN_WORD ${path}`]);
  });
});

describe('a policy among the versions of its region', () => {
  const kinds = (...args: Parameters<typeof lintPolicy>) =>
    lintPolicy(...args).map(({ kind }) => kind);

  it.each([
    ['it begins after the last has ended', [aVersion({ validTo: at(5) })], {}, ['GAP']],
    ['it begins as the last ends', [aVersion({ validTo: at(10) })], {}, []],
    ['it ends and nothing follows', [], { validTo: at(20) }, ['GAP']],
    ['it ends within another', [aVersion()], { validTo: at(20) }, []],
    [
      'what would follow it is withdrawn',
      [aVersion({ validTo: at(1) })],
      { validTo: at(20) },
      ['GAP'],
    ],
    ['it ends before it begins', [aVersion()], { validTo: at(10) }, ['WRONG_TIME']],
    ['it ended long ago', [aVersion()], { validFrom: at(-9), validTo: at(-8) }, ['WRONG_TIME']],
    ['no status is young enough', [aVersion()], { statusMaxAgeMinutes: 14 }, ['WRONG_TIME']],
    ['a status may be days old', [aVersion()], { statusMaxAgeMinutes: 1_441 }, ['WRONG_TIME']],
  ])('%s', (_what, published, more, found) => {
    expect(kinds(aDraft(more), published, NOW)).toEqual(found);
  });

  it('gives no published rule another meaning', () => {
    const published = [aVersion({ rules: [aRule()] })];
    const { text, exit, condition, ...rest } = aRule();
    const same = {
      exit,
      condition,
      text: { EN: text.EN, ZH_HANT: text.ZH_HANT, ZH_HANS: text.ZH_HANS },
    };
    expect(kinds(aDraft({ rules: [{ ...rest, ...same }] }), published, NOW)).toEqual([]);
    const changed = aRule({ exit: after(4) });
    expect(kinds(aDraft({ rules: [changed] }), published, NOW)).toEqual(['VERSION_REUSED']);
    expect(kinds(aDraft({ rules: [{ ...changed, version: 2 }] }), published, NOW)).toEqual([]);
  });
});
