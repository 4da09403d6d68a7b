import { createHash } from 'node:crypto';
import {
  buildSchema,
  execute,
  getNullableType,
  isAbstractType,
  isEnumType,
  isNonNullType,
  isListType,
  isObjectType,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type ExecutionResult,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { randomOperation } from '../../gateway/execution/operation-fakes.ts';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { compiledExecution } from '../../subgraphs/kit/graphql/compiled-execution.ts';
import { keptDocuments } from '../../subgraphs/kit/graphql/kept-documents.ts';
import { formatError } from '../../subgraphs/kit/graphql/format-error.ts';
import { ALL, SEED } from '../sample.ts';

const OPERATIONS = ALL ? 4_000 : 300;
/** So often graphql-js does it first. */
const BEFORE_COMPILED = 3;

const RULES = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

const SDL = `
  type Query { people: [Person!]! person: Person somebody: Being anything: Thing summary(short: Boolean): String! }
  interface Being { id: ID! name: String friend: Being }
  type Person implements Being { id: ID! name: String friend: Being mood: Mood! age: Int pets: [Pet!] past: [Pet!]! things: [Thing!]! summary(short: Boolean = false): String }
  type Pet implements Being { id: ID! name: String friend: Being owner: Person! weight: Float tame: Boolean! }
  union Thing = Person | Pet | Book
  type Book { isbn: ID! title: String! author: Being }
  enum Mood { GOOD BAD }
  type Mutation { rename: Person! }`;

/** What resolvers do at a place: always the same for a seed. */
function worldOf(seed: number) {
  const chance = (place: string, most: number) =>
    createHash('md5').update(`${seed} ${place}`).digest().readUInt32BE(0) % most;

  const late = seed % 3;
  // graphql-js leaves promises to nobody whose sibling fails at once: with both, nothing fails.
  const fails = late < 2;
  const isLate = (place: string) => (fails ? late === 1 : chance(`${place} late`, 2) === 0);

  /** What becomes of a place where nothing is late. */
  function valueOf(type: GraphQLOutputType, place: string, schema: GraphQLSchema): unknown {
    const fate = chance(`${place} fate`, 100);
    if (fails && fate < 4) throw new DomainError('NOT_FOUND', `Nothing is at ${place}.`);
    if (fails && fate < 8) throw new Error(`fault at ${place}`);
    if (fails && fate < 11) return new Error(`an error as a value at ${place}`);
    if (fate < 17 && (fails || !isNonNullType(type))) return null;
    const inner = getNullableType(type);
    if (!isListType(inner)) return oneOf(inner, place, schema);
    return Array.from({ length: chance(`${place} length`, 4) }, (_, at) =>
      resolved(inner.ofType, `${place}/${at}`, schema),
    );
  }

  function resolved(type: GraphQLOutputType, place: string, schema: GraphQLSchema): unknown {
    if (!isLate(place)) return valueOf(type, place, schema);
    return Promise.resolve().then(() => valueOf(type, place, schema));
  }

  function oneOf(type: GraphQLOutputType, place: string, schema: GraphQLSchema): unknown {
    if (isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type);
      return { place, __typename: possible[chance(`${place} type`, possible.length)]?.name };
    }
    if (isObjectType(type)) return { place };
    if (fails && chance(`${place} wrong`, 100) < 4) return {};
    if (isEnumType(type)) return chance(place, 2) ? 'GOOD' : 'BAD';
    if (String(type) === 'Boolean') return chance(place, 2) === 1;
    return String(type) === 'String' || String(type) === 'ID' ? place : chance(place, 100);
  }

  return resolved;
}

function schemaOf(seed: number): GraphQLSchema {
  const schema = buildSchema(SDL);
  const resolve = worldOf(seed);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (source: { place?: string } | undefined, args) =>
        resolve(field.type, `${source?.place ?? ''}.${field.name}${JSON.stringify(args)}`, schema);
    }
  }
  return schema;
}

type Path = readonly (string | number)[];

/** The part of a path down to where there is nothing. */
function reached(data: unknown, path: Path): Path {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null) return path.slice(0, depth);
    value = Reflect.get(value, key);
  }
  return path;
}

/** Fields in an order of their own: the gateway gives them theirs, and fragments change it. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * An answer as a subgraph gives it. Of what is null for an error below only the place: which of several
 * errors below is met first depends on the order, and on how many are waited for.
 */
function shown({ data, errors = [] }: ExecutionResult) {
  const lines = errors.map((error) => {
    const { message, path = [], extensions } = formatError(error, 'one', () => undefined);
    const place = reached(data, path);
    return JSON.stringify(place.length < path.length ? { place } : { place, message, extensions });
  });
  return { data: JSON.stringify(data, sorted), errors: [...new Set(lines)].toSorted() };
}

/** With conditions a query is not compiled. One variable is left. */
function withoutConditions(text: string) {
  const plain = text.replaceAll(/ @(?:skip|include)\(if: [$\w]+\)/g, '');
  return parse(
    plain
      .replace(/\(\$a.*?\) \{/, '($a: Boolean = false) {')
      .replaceAll('(short: true)', '(short: $a)'),
  );
}

describe('compiled queries', () => {
  it(`answer as graphql-js does: ${OPERATIONS} generated operations (seed ${SEED})`, async () => {
    let compared = 0;
    let withErrors = 0;
    for (let at = 0; at < OPERATIONS; at += 1) {
      const schema = schemaOf(SEED + at);
      const document = withoutConditions(randomOperation(schema, SEED * 7_919 + at));
      if (validate(schema, document, RULES).length > 0) continue;
      const variables = { a: at % 2 === 0 };
      const walked = await execute({ schema, document, variableValues: variables });
      const run = compiledExecution(schema);
      for (let use = 0; use < BEFORE_COMPILED; use += 1) {
        await run({ document, variables, context: {} });
      }
      const compiled = await run({ document, variables, context: {} });
      expect(shown(compiled), `operation ${at}`).toEqual(shown(walked));
      compared += 1;
      if (walked.errors) withErrors += 1;
    }
    expect(compared).toBeGreaterThan(OPERATIONS / 4);
    expect(withErrors).toBeGreaterThan(OPERATIONS / 20);
  });

  const echo = buildSchema(
    'input Row { name: String! } type Query { say(text: String, row: Row): String list(rows: [Row!]): String row(row: Any): String } scalar Any',
  );
  const { say: text, list, row } = echo.getQueryType()?.getFields() ?? {};
  if (text) text.resolve = (_source, args: { text: string }) => args.text;
  if (list) list.resolve = (_source, { rows }: { rows: unknown }) => JSON.stringify(rows);
  if (row) row.resolve = (_source, given: { row: unknown }) => JSON.stringify(given.row);
  const run = compiledExecution(echo);
  const documentOf = keptDocuments();
  const say = (query: string, variables = {}) =>
    run({ document: documentOf(query), variables, context: {} });

  it.each([
    ['quotes and ends of lines', String.raw`"\"; throw 1; //\n\u2028 '\\ $ {1}"`],
    ['a block', String.raw`'''x */ \n "quoted" '''`.replaceAll("'''", '\"\"\"')],
  ])('give literals back as they are: %s', async (_title, literal) => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => say(`{ say(text: ${literal}) }`)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.errors).toBeUndefined();
  });

  it('give variables within lists and objects their values', async () => {
    const text =
      'query ($name: String!) { list(rows: [{ name: $name }]) row(row: { name: $name }) }';
    const answers = [];
    for (let use = 0; use <= BEFORE_COMPILED; use += 1) {
      answers.push(JSON.stringify(await say(text, { name: '周五' })));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toBe(
      '{"data":{"list":"[{\\"name\\":\\"周五\\"}]","row":"{\\"name\\":\\"周五\\"}"}}',
    );
  });

  it('say of a variable of the wrong shape what graphql-js does', async () => {
    const text = 'query ($row: Row) { say(text: "a", row: $row) }';
    const wrong = { row: { name: 1, more: '周五' } };
    for (let use = 0; use <= BEFORE_COMPILED; use += 1) await say(text, { row: { name: '周五' } });
    const walked = await execute({ schema: echo, document: parse(text), variableValues: wrong });
    expect(shown(await say(text, wrong))).toEqual(shown(walked));
  });
});
