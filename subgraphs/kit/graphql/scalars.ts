import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function refuse(expected: string): never {
  throw new GraphQLError(`Expected ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function parseInstant(value: unknown): Date {
  if (typeof value !== 'string' || !INSTANT.test(value)) refuse('an RFC 3339 date-time');
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime()) || !isRealDay(value.slice(0, 10))) {
    refuse('an RFC 3339 date-time');
  }
  return instant;
}

function isRealDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

function parseDay(value: unknown): string {
  if (typeof value !== 'string' || !DAY.test(value) || !isRealDay(value)) {
    refuse('a calendar day, YYYY-MM-DD');
  }
  return value;
}

/** `DateTime`: RFC 3339, UTC, milliseconds; a `Date` in code. Source: DESIGN.md §4. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant: RFC 3339, UTC, milliseconds.',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    return parseInstant(value).toISOString();
  },
  parseValue: parseInstant,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? parseInstant(node.value) : refuse('an RFC 3339 date-time'),
});

/** `Date`: a calendar day in Asia/Shanghai, `YYYY-MM-DD`; a string in code. Source: DESIGN.md §4. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day in Asia/Shanghai, YYYY-MM-DD.',
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? parseDay(node.value) : refuse('a calendar day, YYYY-MM-DD'),
});
