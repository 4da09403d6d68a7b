import { z } from 'zod';
import { DomainError } from '../../kit/domain-error.ts';
import {
  PLACES,
  RISK_LEVELS,
  SPAN_UNITS,
  type Condition,
  type Exit,
  type Rule,
} from '../domain/color/policy.ts';
import { SYMPTOM_TERMS } from '../domain/color/symptom.ts';
import type { NewPolicy } from '../domain/policy/draft.ts';
import type { PolicyInput } from './policy.input.ts';

const days = z.int();
const count = z.int();

const condition: z.ZodType<Condition> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('DETECTED_RESULT'), days }),
  z.strictObject({ kind: z.literal('RISK_AREA_STAY'), level: z.enum(RISK_LEVELS), days }),
  z.strictObject({ kind: z.literal('CONTACT_NOTICE'), days }),
  z.strictObject({ kind: z.literal('ISOLATION_ORDER'), place: z.enum(PLACES) }),
  z.strictObject({ kind: z.literal('SYMPTOM'), terms: z.array(z.enum(SYMPTOM_TERMS)), days }),
  z.strictObject({ kind: z.literal('ENTRY_FROM_ABROAD'), days }),
  z.strictObject({ kind: z.literal('CHECK_INS_LAPSED'), days }),
  z.strictObject({ kind: z.literal('OVERRIDE') }),
]);

const exit: z.ZodType<Exit> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('AFTER'), n: z.int(), unit: z.enum(SPAN_UNITS) }),
  z.strictObject({
    kind: z.literal('NOT_DETECTED_RESULTS'),
    ...{ count, hoursApart: z.int(), fromDay: z.int() },
  }),
  z.strictObject({ kind: z.literal('NORMAL_CHECK_INS'), count }),
  z.strictObject({ kind: z.literal('ORDER_RELEASED') }),
  z.strictObject({
    kind: z.literal('ALL'),
    get of() {
      return z.array(exit);
    },
  }),
  z.strictObject({
    kind: z.literal('ANY'),
    get of() {
      return z.array(exit);
    },
  }),
]);

const rule: z.ZodType<Rule> = z.strictObject({
  id: z.string(),
  version: z.int(),
  condition,
  color: z.enum(['YELLOW', 'RED']).nullable(),
  exit,
  text: z.strictObject({ ZH_HANS: z.string(), ZH_HANT: z.string(), EN: z.string() }),
});

/** No rule has so much within each other; what lies deeper is not looked at. */
const DEEPEST = 32;

/** What was given, at any depth: fields that a client left out or sent as null are not there. */
export function given(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((one) => given(one, depth + 1));
  const fields = Object.entries(value).filter(([, of]) => of !== null && of !== undefined);
  return Object.fromEntries(fields.map(([name, of]) => [name, given(of, depth + 1)]));
}

/**
 * Reads the rules of a policy: each condition and exit has the fields of its kind and no others.
 * @throws {DomainError} BAD_USER_INPUT with each place
 */
export function readPolicy(input: PolicyInput): NewPolicy {
  const { region, validFrom, validTo = null, statusMaxAgeMinutes } = input;
  const rules = z.array(rule).safeParse(
    input.rules.map(({ id, version, color = null, text, ...parts }) => ({
      ...{ id, version, color, condition: given(parts.condition), exit: given(parts.exit) },
      text: { ZH_HANS: text.zhHans, ZH_HANT: text.zhHant, EN: text.en },
    })),
  );
  if (rules.success) return { region, validFrom, validTo, statusMaxAgeMinutes, rules: rules.data };
  const places = rules.error.issues.map(({ path }) => ['rules', ...path.map(String)].join('.'));
  throw new DomainError('BAD_USER_INPUT', `This is no rule of a policy: ${places.join(', ')}.`, {
    fields: places.map((place) => `input.${place}`),
  });
}
