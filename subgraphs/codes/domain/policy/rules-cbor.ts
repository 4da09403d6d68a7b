import { PLACES, RISK_LEVELS, SPAN_UNITS, type Condition, type Exit } from '../color/policy.ts';
import { SYMPTOM_TERMS } from '../color/symptom.ts';
import type { RuleTerm } from './versions.ts';
import { asInteger, asList, asMap, asText, type CborValue } from '../token/cbor.ts';

type Fields = ReadonlyMap<unknown, unknown>;

/** Exits within exits, as deep as a policy may have them. */
const DEPTH_MAX = 3;

function plain(value: unknown): CborValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  }
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

/** Rules without their texts, as a receiver signs them. */
export function encodeRules(rules: readonly RuleTerm[]): CborValue {
  return rules.map(({ id, version, condition, color, exit }) => [
    ...[id, version, plain(condition), color, plain(exit)],
  ]);
}

function numberIn(fields: Fields, name: string): number | null {
  const number = asInteger(fields.get(name));
  return number !== null && number >= 0 ? number : null;
}

function oneOf<T>(list: readonly T[], value: unknown): T | null {
  return list.find((one) => one === value) ?? null;
}

function readTerms(value: unknown) {
  const list = asList(value);
  const terms = list?.flatMap((term) => oneOf(SYMPTOM_TERMS, term) ?? []);
  return terms && terms.length === list?.length ? terms : null;
}

function readCondition(value: unknown): Condition | null {
  const fields = asMap(value);
  if (!fields) return null;
  const kind = fields.get('kind');
  const days = numberIn(fields, 'days');
  if (kind === 'OVERRIDE') return { kind };
  if (kind === 'ISOLATION_ORDER') {
    const place = oneOf(PLACES, fields.get('place'));
    return place && { kind, place };
  }
  if (days === null) return null;
  switch (kind) {
    case 'DETECTED_RESULT':
    case 'CONTACT_NOTICE':
    case 'ENTRY_FROM_ABROAD':
    case 'CHECK_INS_LAPSED':
      return { kind, days };
    case 'RISK_AREA_STAY': {
      const level = oneOf(RISK_LEVELS, fields.get('level'));
      return level && { kind, level, days };
    }
    case 'SYMPTOM': {
      const terms = readTerms(fields.get('terms'));
      return terms && { kind, terms, days };
    }
    default:
      return null;
  }
}

function readExits(value: unknown, depth: number): readonly Exit[] | null {
  const list = asList(value);
  if (!list || depth >= DEPTH_MAX) return null;
  const exits = list.flatMap((part) => readExit(part, depth + 1) ?? []);
  return exits.length === list.length ? exits : null;
}

function readExit(value: unknown, depth = 0): Exit | null {
  const fields = asMap(value);
  const kind = fields?.get('kind');
  if (!fields) return null;
  switch (kind) {
    case 'AFTER': {
      const [n, unit] = [numberIn(fields, 'n'), oneOf(SPAN_UNITS, fields.get('unit'))];
      return n === null || !unit ? null : { kind, n, unit };
    }
    case 'NOT_DETECTED_RESULTS': {
      const [count, hoursApart] = [numberIn(fields, 'count'), numberIn(fields, 'hoursApart')];
      const fromDay = numberIn(fields, 'fromDay');
      if (count === null || hoursApart === null || fromDay === null) return null;
      return { kind, count, hoursApart, fromDay };
    }
    case 'NORMAL_CHECK_INS': {
      const count = numberIn(fields, 'count');
      return count === null ? null : { kind, count };
    }
    case 'ORDER_RELEASED':
      return { kind };
    case 'ALL':
    case 'ANY': {
      const of = readExits(fields.get('of'), depth);
      return of && { kind, of };
    }
    default:
      return null;
  }
}

function readRule(item: unknown): RuleTerm | null {
  const [first, second, third, fourth, fifth] = asList(item, 5) ?? [];
  const [id, version, condition] = [asText(first), asInteger(second), readCondition(third)];
  const color = oneOf([null, 'YELLOW', 'RED'] as const, fourth);
  const exit = readExit(fifth);
  if (id === null || version === null || !condition || !exit) return null;
  if (color === null && fourth !== null) return null;
  return { id, version, condition, color, exit };
}

/** Reads what {@link encodeRules} made; null for everything else. */
export function readRules(value: unknown): readonly RuleTerm[] | null {
  const list = asList(value);
  const rules = list?.flatMap((item) => readRule(item) ?? []);
  return rules && rules.length === list?.length ? rules : null;
}
