import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policy as base } from '../color/color-fakes.ts';
import { decideCode } from '../code/decide-code.ts';
import { decideColor } from '../color/decide-color.ts';
import type { Evidence } from '../color/evidence.ts';
import { instants, RUNS } from '../color/evidence-fakes.ts';
import { lives } from '../color/life-fakes.ts';
import { factsOf } from '../color/events-to-facts.ts';
import { CONDITION_KINDS, EXIT_KINDS, PLACES, RISK_LEVELS, SPAN_UNITS } from '../color/policy.ts';
import type { Rule } from '../color/policy.ts';
import { SYMPTOM_TERMS } from '../color/symptom.ts';
import { lintRules } from './lint.ts';
import { aCode, aRule, lintedPolicies, shapedPolicies, TEXT } from './policy-fakes.ts';
import { DAYS_MAX } from './vocabulary.ts';

/** Everything a rule may say beside its id and its text. */
const WORDS: ReadonlySet<unknown> = new Set([
  ...[...CONDITION_KINDS, ...EXIT_KINDS, ...PLACES, ...RISK_LEVELS, ...SPAN_UNITS],
  ...[...SYMPTOM_TERMS, 'YELLOW', 'RED', null],
]);

/** Names of what a rule has. */
const NAMES = [
  ...['id', 'version', 'condition', 'color', 'exit', 'text', 'kind', 'days', 'terms', 'level'],
  ...['place', 'n', 'unit', 'count', 'hoursApart', 'fromDay', 'of', 'ZH_HANS', 'EN'],
];

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
  ['id', ['CONTACT-5D']],
  ['id', 'D330106199003171234'],
  ['region', '330106'],
  ['division', '330106'],
  ['areaId', '000000-0123456789ABCDEFGHJKMNPQRS'],
  ['birthMonthDay', '0317'],
  ['validFrom', '2022-07-03T02:15:00Z'],
  ['version', '330106199003171234'],
  ['color', { 张三: 'RED' }],
);

/** Such a thing, or any name with any value. */
const hostile = fc.oneof(
  persons,
  fc.tuple(
    fc.oneof(fc.constantFrom(...NAMES), fc.string()),
    fc.anything({ withNullPrototype: true }),
  ),
);

/** Rules into which one such thing was put, somewhere; half of them stay as they were. */
const attempts = fc
  .tuple(
    fc.oneof(shapedPolicies, lintedPolicies),
    fc.option(hostile),
    fc.constantFrom('rule', 'condition', 'exit'),
  )
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

/** A document number, written so that nobody should see it. */
const disguised = fc
  .tuple(
    fc.array(fc.nat(9), { minLength: 6, maxLength: 18 }),
    fc.constantFrom('', ' ', '-', '.', '·', '_', ' / ', '\u200b', '\u2011', '\u3000', '）（'),
    fc.constantFrom(
      '0123456789',
      '０１２３４５６７８９',
      '⓪①②③④⑤⑥⑦⑧⑨',
      '٠١٢٣٤٥٦٧٨٩',
      '〇一二三四五六七八九',
    ),
    fc.constantFrom('', '第', 'No. '),
  )
  .map(([digits, between, script, before]) => {
    const shown = digits.map((digit) => [...script][digit] ?? '');
    return `${before}${shown.join(between)}`;
  });

/** What is decided of a life, but for the ids that it cites. */
function decided(rules: readonly Rule[], life: readonly Evidence[], now: Date) {
  const decision = decideColor(factsOf(life), { ...base, rules }, now);
  const { reasons, until } = decision;
  const said = decision.state === 'ACTIVE' ? decision.color : decision.missing;
  return { said, until, rules: reasons.map(({ ruleId }) => ruleId) };
}

const DAY_MS = 86_400_000;

/** The same life some days later. */
function movedBy(days: number, value: unknown): unknown {
  if (value instanceof Date) return new Date(value.getTime() + days * DAY_MS);
  if (Array.isArray(value)) return value.map((one) => movedBy(days, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, movedBy(days, of)]));
}

describe('no policy that passes the linter can single out a person: it', () => {
  it('says nothing beyond the closed vocabulary, whatever was put into it', () => {
    let taken = 0;
    fc.assert(
      fc.property(attempts, (rules) => {
        if (lintRules(rules).length > 0) return;
        taken += 1;
        for (const { id, text, ...said } of rules) {
          expect(id).toEqual(expect.stringMatching(/^[A-Z0-9-]{1,32}$/));
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

  it('holds no number of a document in its texts, however it is written', () => {
    const languages = fc.constantFrom('ZH_HANS', 'ZH_HANT', 'EN');
    fc.assert(
      fc.property(disguised, languages, fc.string(), (number, language, before) => {
        const text = { ...TEXT, [language]: `${before.slice(0, 20)} ${number}` };
        expect(lintRules([aRule({ text })])).toMatchObject([{ kind: 'UNKNOWN_WORD' }]);
      }),
      RUNS,
    );
  });

  it('gives two people with the same facts the same, whoever they are', () => {
    const names = fc.record({
      maskedName: fc.string({ minLength: 1 }),
      birthMonthDay: fc.constantFrom('0101', '0317', '1231'),
      heldByProxy: fc.boolean(),
      residentId: fc.stringMatching(/^330000-[0-9A-Z]{26}$/),
      id: fc.stringMatching(/^330000-[0-9A-Z]{26}$/),
    });
    fc.assert(
      fc.property(lintedPolicies, lives, instants, names, (rules, life, now, name) => {
        const policy = { ...base, rules };
        const suspended = aCode({ state: 'SUSPENDED', color: null });
        const [one, another] = [
          decideCode(suspended, life, policy, now, () => 'decision'),
          decideCode({ ...suspended, ...name }, ofAnother(life), policy, now, () => 'decision'),
        ].map(({ decision, lookAgainAt }) => ({
          ...{ color: decision?.toColor, lookAgainAt },
          rules: decision?.reasons.map(({ ruleId, until }) => [ruleId, until]),
        }));
        expect(another).toEqual(one);
      }),
      RUNS,
    );
  });

  it('means no day and no hour of the calendar: days later it gives the same, days later', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(lintedPolicies, lives, instants, days, (rules, life, now, by) => {
        const [life2, now2] = [movedBy(by, life), movedBy(by, now)];
        const moved = decided(rules, life2 as readonly Evidence[], now2 as Date);
        expect(moved).toEqual(movedBy(by, decided(rules, life, now)));
      }),
      RUNS,
    );
  });

  it('means nothing by its names and texts: others in their place change no color', () => {
    const words = fc.string({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lintedPolicies, lives, instants, words, (rules, life, now, word) => {
        const renamed = rules.map((rule) => ({
          ...rule,
          ...{ id: `${word}-${rule.id}`, version: rule.version + 1 },
          text: { ZH_HANS: word, ZH_HANT: word, EN: word },
        }));
        const before = decided(rules, life, now);
        const names = before.rules.map((id) => `${word}-${id}`);
        expect(decided(renamed, life, now)).toEqual({ ...before, rules: names });
      }),
      RUNS,
    );
  });
});
