import {
  CONDITION_KINDS,
  EXIT_KINDS,
  PLACES,
  RISK_LEVELS,
  SPAN_UNITS,
  type Condition,
  type Exit,
  type Rule,
} from '../color/policy.ts';
import { SYMPTOM_TERMS } from '../color/symptom.ts';
import { LANGUAGES } from '../texts.ts';
import type { PolicyFault } from './draft.ts';

/** Longest span that a rule may name, in days: nobody is held by what was longer ago. */
export const DAYS_MAX = 90;

/** What a field may hold; anything else has no place in a policy. */
type Word =
  | { readonly from: number; readonly to: number }
  | { readonly oneOf: readonly string[] }
  | { readonly someOf: readonly string[] }
  | 'exits';
type Fields = Readonly<Record<string, Word>>;

const DAYS = { from: 0, to: DAYS_MAX };

const CONDITIONS: Readonly<Record<Condition['kind'], Fields>> = {
  DETECTED_RESULT: { days: DAYS },
  RISK_AREA_STAY: { level: { oneOf: RISK_LEVELS }, days: DAYS },
  CONTACT_NOTICE: { days: DAYS },
  ISOLATION_ORDER: { place: { oneOf: PLACES } },
  SYMPTOM: { terms: { someOf: SYMPTOM_TERMS }, days: DAYS },
  ENTRY_FROM_ABROAD: { days: DAYS },
  CHECK_INS_LAPSED: { days: DAYS },
  OVERRIDE: {},
};

const EXITS: Readonly<Record<Exit['kind'], Fields>> = {
  AFTER: { n: { from: 0, to: DAYS_MAX * 24 }, unit: { oneOf: SPAN_UNITS } },
  NOT_DETECTED_RESULTS: {
    count: { from: 1, to: 10 },
    hoursApart: { from: 0, to: 168 },
    fromDay: DAYS,
  },
  NORMAL_CHECK_INS: { count: { from: 1, to: DAYS_MAX } },
  ORDER_RELEASED: {},
  ALL: { of: 'exits' },
  ANY: { of: 'exits' },
};

/** Exits within exits, deep enough for "all of these, or any of those". */
const DEPTH_MAX = 3;
const RULE_FIELDS = ['id', 'version', 'condition', 'color', 'exit', 'text'];
const RULE_ID = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;
const RULE_ID_MAX = 32;
/** Longest text of a rule, in characters. */
const TEXT_MAX = 300;
/** What may be a document or a phone number, whatever its digits are and stands between them. */
const NUMBER = /(?:[\p{N}一二三四五六七八九][^\p{L}\p{N}]{0,3}){6,}/u;

type Report = (path: string, message: string) => void;

function entries(value: unknown): [string, unknown][] | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : null;
}

function isListed(value: unknown, list: readonly string[]): boolean {
  return typeof value === 'string' && list.includes(value);
}

function checkValue(value: unknown, word: Word, path: string, depth: number, report: Report) {
  if (word === 'exits') {
    if (!Array.isArray(value) || value.length === 0 || value.length > 8) {
      report(path, 'One to eight exits stand here.');
    } else if (depth >= DEPTH_MAX) {
      report(path, `Exits stand at most ${DEPTH_MAX} deep.`);
    } else {
      for (const [index, part] of value.entries()) {
        checkPart(part, EXIT_KINDS, EXITS, `${path}.${index}`, depth + 1, report);
      }
    }
  } else if ('from' in word) {
    const { from, to } = word;
    if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to)
      return;
    report(path, `A whole number from ${from} to ${to} stands here.`);
  } else if ('oneOf' in word) {
    if (!isListed(value, word.oneOf)) report(path, `One of ${word.oneOf.join(', ')} stands here.`);
  } else {
    const all: readonly unknown[] = Array.isArray(value) ? value : [null];
    const known = all.every((one) => isListed(one, word.someOf));
    if (known && new Set(all).size === all.length) return;
    report(path, `Words of ${word.someOf.join(', ')} stand here, each once.`);
  }
}

function checkPart<K extends string>(
  part: unknown,
  kinds: readonly K[],
  fieldsOf: Readonly<Record<K, Fields>>,
  path: string,
  depth: number,
  report: Report,
): void {
  const given = new Map(entries(part) ?? []);
  const kind = kinds.find((one) => one === given.get('kind'));
  if (kind === undefined) {
    report(`${path}.kind`, `One of ${kinds.join(', ')} stands here.`);
    return;
  }
  const fields = fieldsOf[kind];
  for (const name of given.keys()) {
    if (name === 'kind' || Object.hasOwn(fields, name)) continue;
    report(`${path}.${name}`, `${kind} knows nothing of this.`);
  }
  for (const [name, word] of Object.entries(fields)) {
    checkValue(given.get(name), word, `${path}.${name}`, depth, report);
  }
}

function checkText(text: unknown, path: string, report: Report): void {
  const given = new Map(entries(text) ?? []);
  for (const name of given.keys()) {
    if (!isListed(name, LANGUAGES)) report(`${path}.${name}`, 'This is no language of texts.');
  }
  for (const language of LANGUAGES) {
    const words = given.get(language);
    if (typeof words !== 'string' || words.trim() === '' || words.length > TEXT_MAX) {
      report(`${path}.${language}`, `A text has 1 to ${TEXT_MAX} characters.`);
    } else if (NUMBER.test(words.normalize('NFKC'))) {
      report(`${path}.${language}`, 'A text holds no number of a document or a phone.');
    }
  }
}

/**
 * What a rule names beyond the closed lists: fields, words and numbers that no condition or exit
 * knows. Nothing that is left can be a name, a document number or a list of people.
 * Source: SECURITY.md, invariant 5.
 */
export function unknownWords(rule: Rule, path: string): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  const report: Report = (at, message) => {
    faults.push({ kind: 'UNKNOWN_WORD', path: at, message });
  };
  for (const [name] of entries(rule) ?? []) {
    if (!RULE_FIELDS.includes(name)) report(`${path}.${name}`, 'A rule knows nothing of this.');
  }
  const { version } = rule;
  const id: unknown = rule.id; // a list of one text would pass for that text
  const isName = typeof id === 'string' && RULE_ID.test(id) && id.length <= RULE_ID_MAX;
  if (!isName || NUMBER.test(id)) {
    report(`${path}.id`, 'A rule is named by capital words and short numbers, such as CONTACT-7D.');
  }
  checkValue(version, { from: 1, to: 10_000 }, `${path}.version`, 0, report);
  checkPart(rule.condition, CONDITION_KINDS, CONDITIONS, `${path}.condition`, 0, report);
  checkPart(rule.exit, EXIT_KINDS, EXITS, `${path}.exit`, 0, report);
  checkText(rule.text, `${path}.text`, report);
  return faults;
}
