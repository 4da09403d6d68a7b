import { createHash } from 'node:crypto';
import {
  buildSchema,
  execute,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { randomOperation } from '../../gateway/execution/operation-fakes.ts';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { operationExecutor } from '../../subgraphs/kit/execution/execute-operation.ts';
import { formatError } from '../../subgraphs/kit/graphql/format-error.ts';
import { ALL, SEED } from '../sample.ts';

const OPERATIONS = ALL ? 6_000 : 500;

const SDL = `
  type Query { people: [Person!]! person: Person somebody: Being anything: Thing summary(short: Boolean): String! }
  interface Being { id: ID! name: String friend: Being }
  type Person implements Being { id: ID! name: String friend: Being mood: Mood! age: Int pets: [Pet!] past: [Pet!]! things: [Thing!]! rows: [[Pet!]] grid: [[Int!]!] summary(short: Boolean! = false): String }
  type Pet implements Being { id: ID! name: String friend: Being owner: Person! weight: Float tame: Boolean! nicknames: [String] }
  union Thing = Person | Pet | Book
  type Book { isbn: ID! title: String! author: Being titles: [String!] }
  enum Mood { GOOD BAD }
  type Mutation { rename: Person! }`;

/**
 * Whether anything fails in the world of a seed. graphql-js leaves promises to nobody whose sibling in a
 * list fails at once: where some are late and some are not, nothing does.
 */
const canFail = (seed: number) => seed % 3 < 2;

/** What becomes of a place: always the same for a seed. */
function worldOf(schema: GraphQLSchema, seed: number) {
  const chance = (place: string, most: number) =>
    createHash('md5').update(`${seed} ${place}`).digest().readUInt32BE(0) % most;

  const late = seed % 3;
  const fails = canFail(seed);
  const isLate = (place: string) => (fails ? late === 1 : chance(`${place} late`, 2) === 0);

  function valueOf(type: GraphQLOutputType, place: string): unknown {
    const fate = chance(`${place} fate`, 100);
    if (fails && fate < 4) throw new DomainError('NOT_FOUND', `Nothing is at ${place}.`);
    if (fails && fate < 8) throw new Error(`fault at ${place}`);
    if (fails && fate < 11) return new Error(`an error as a value at ${place}`);
    if (fate < 17 && (fails || !isNonNullType(type))) return fate % 2 ? null : undefined;
    const inner = getNullableType(type);
    if (!isListType(inner)) return oneOf(inner, place);
    if (fails && fate < 19) return 'no list';
    const list = Array.from({ length: chance(`${place} length`, 4) }, (_, at) =>
      resolved(inner.ofType, `${place}/${at}`),
    );
    return fate % 3 ? list : new Set(list);
  }

  function resolved(type: GraphQLOutputType, place: string): unknown {
    if (!isLate(place)) return valueOf(type, place);
    return Promise.resolve().then(() => valueOf(type, place));
  }

  function oneOf(type: GraphQLOutputType, place: string): unknown {
    if (isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type);
      const one = possible[chance(`${place} type`, possible.length)];
      if (fails && chance(`${place} no type`, 50) === 0) return { place, __typename: 'Mood' };
      return one && sourceOf(one, place);
    }
    if (isObjectType(type)) return sourceOf(type, place);
    if (fails && chance(`${place} wrong`, 100) < 4) return {};
    if (isEnumType(type)) return chance(place, 2) ? 'GOOD' : 'BAD';
    if (String(type) === 'Boolean') return chance(place, 2) === 1;
    return String(type) === 'String' || String(type) === 'ID' ? place : chance(place, 100);
  }

  /** An object, with what has no resolver as a property or a method. */
  function sourceOf(type: GraphQLObjectType, place: string): object {
    const source = { place, __typename: type.name };
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) continue;
      const at = (args: object) =>
        resolved(field.type, `${place}.${field.name}${JSON.stringify(args)}`);
      const get = () => (chance(field.name, 2) ? at : at({}));
      Object.defineProperty(source, field.name, { get });
    }
    return source;
  }

  return { chance, resolved };
}

function schemaOf(seed: number): GraphQLSchema {
  const schema = buildSchema(SDL);
  const { chance, resolved } = worldOf(schema, seed);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (type !== schema.getQueryType() && chance(`${type.name}.${field.name}`, 2)) continue;
      field.resolve = (source: { place?: string } | undefined, args, _context, info) => {
        expect(info.path.key).toBe(info.fieldNodes[0]?.alias?.value ?? info.fieldName);
        return resolved(field.type, `${source?.place ?? ''}.${field.name}${JSON.stringify(args)}`);
      };
    }
  }
  return schema;
}

/** An operation with a variable for its arguments: one of its conditions, or one that may be null. */
function withVariable(drawn: string, isCondition: boolean): string {
  const given = drawn.replaceAll('(short: true)', isCondition ? '(short: $a)' : '(short: $c)');
  return given.includes('$c') ? given.replace('Q(', 'Q($c: Boolean = true, ') : given;
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

/**
 * An answer as a subgraph gives it. Of what is null for an error below only the place: which of several
 * errors below is met first depends on how many are waited for.
 */
function shown({ data, errors = [] }: ExecutionResult) {
  const lines = errors.map((error) => {
    const { message, path = [], extensions } = formatError(error, 'one', () => undefined);
    const place = reached(data, path);
    return JSON.stringify(place.length < path.length ? { place } : { place, message, extensions });
  });
  return { data: JSON.stringify(data), errors: [...new Set(lines)].toSorted() };
}

describe('operations', () => {
  it(`are executed as graphql-js does: ${OPERATIONS} generated ones (seed ${SEED})`, async () => {
    let [compared, withErrors] = [0, 0];
    for (let at = 0; at < OPERATIONS; at += 1) {
      const schema = schemaOf(SEED + at);
      const drawn = randomOperation(schema, SEED * 7_919 + at);
      const text = at % 2 ? withVariable(drawn, at % 4 === 1) : drawn;
      const document = parse(text);
      if (validate(schema, document).length > 0) continue;
      const run = operationExecutor(schema);
      const c = canFail(SEED + at) ? null : false;
      for (const variables of [{ a: at % 2 === 0 }, { a: at % 2 === 1, b: at % 3 === 0, c }]) {
        const expected = await execute({ schema, document, variableValues: variables });
        const actual = await run({ document, variables, context: {} });
        const how = `operation ${at} ${JSON.stringify(variables)}\n${text}`;
        expect(shown(actual), how).toEqual(shown(expected));
        compared += 1;
        if (expected.errors) withErrors += 1;
      }
    }
    expect(compared).toBeGreaterThan(OPERATIONS / 2);
    expect(withErrors).toBeGreaterThan(OPERATIONS / 20);
  });
});
