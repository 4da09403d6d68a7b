import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { BATCH_PRICES } from './batch-price.ts';
import { costTable } from './cost-table.ts';
import { compileCost } from './document-cost.ts';
import { LENGTH_ASSUMED } from './list-length.ts';

const sdl = /* GraphQL */ `
  directive @cost(
    weight: Int!
  ) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(
    assumedSize: Int
    slicingArguments: [String!]
    sizedFields: [String!]
    requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION
  type Query {
    n: Int
    book: Book
    heavy: Book @cost(weight: 7)
    seven: Heavy
    four: Int @cost(weight: 4)
    color: Color
    unsized: [Book!]!
    numbers: [Int!]!
    three: [Book!]! @listSize(assumedSize: 3)
    some(first: Int = 4): [Book]! @listSize(slicingArguments: ["first"])
    must(first: Int, last: Int): [Book!] @listSize(slicingArguments: ["first", "last"])
    may(first: Int, last: Int): [Book!]
      @listSize(
        slicingArguments: ["first", "last"]
        assumedSize: 6
        requireOneSlicingArgument: false
      )
    books(first: Int! = 10): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])
    find(input: In, all: [In!], weighed: In @cost(weight: 9), word: String @cost(weight: 2)): Int
    node: Node
    either: Either
    recognizeCodes(inputs: [In!]!): [Book!]! @listSize(assumedSize: 1000)
  }
  type Mutation {
    add(input: In): Book
    change: Int @cost(weight: 50)
  }
  type Page {
    nodes: [Book!]!
    totalCount: Int
    also: [Book!]!
  }
  type Book implements Node {
    id: ID
    author: Book
    authors: [Book!]! @listSize(assumedSize: 2)
  }
  type Heavy implements Node @cost(weight: 7) {
    id: ID @cost(weight: 3)
  }
  interface Node {
    id: ID
  }
  union Either = Book | Heavy
  enum Color @cost(weight: 5) {
    RED
  }
  input In {
    text: String
    heavy: String @cost(weight: 5)
    below: In
    list: [In!]
  }
`;
const schema = buildSchema(sdl);
const table = costTable(sdl);

function costOf(text: string, variables: Record<string, unknown> = {}, operationName?: string) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('There is no such operation.');
  return compileCost(operation, document, schema, table)(variables);
}

const INPUT = 'query($in: In, $all: [In!])';

describe('the cost of an operation', () => {
  it.each([
    ['scalars are free', '{ n }', {}, 0],
    ['an object costs 1', '{ book { id } }', {}, 1],
    ['each object', '{ book { author { author { id } } } }', {}, 3],
    ['a field with a weight', '{ heavy { id } }', {}, 7],
    ['a type with a weight, and its field', '{ seven { id } }', {}, 10],
    ['a scalar with a weight', '{ four }', {}, 4],
    ['an enum with a weight', '{ color }', {}, 5],
    ['aliases, each', '{ a: heavy { id } b: heavy { id } }', {}, 14],
    ['a list of unknown length', '{ unsized { id } }', {}, LENGTH_ASSUMED],
    ['a list of scalars', '{ numbers }', {}, 0],
    ['an assumed size', '{ three { id } }', {}, 3],
    ['a slicing argument', '{ some(first: 9) { id } }', {}, 9],
    ['its default', '{ some { id } }', {}, 4],
    ['a variable', 'query($n: Int) { some(first: $n) { id } }', { n: 30 }, 30],
    ['a variable left out', 'query($n: Int) { some(first: $n) { id } }', {}, 4],
    ['the default of a variable', 'query($n: Int = 20) { some(first: $n) { id } }', {}, 20],
    ['null for a variable', 'query($n: Int) { some(first: $n) { id } }', { n: null }, 4],
    ['none', '{ some(first: 0) { authors { id } } }', {}, 0],
    ['less than none', '{ some(first: -5) { id } }', {}, 0],
    ['one of two', '{ must(last: 8) { id } }', {}, 8],
    ['the larger of two', '{ may(first: 3, last: 8) { id } }', {}, 8],
    ['what is assumed without either', '{ may { id } }', {}, 6],
    ['a connection', '{ books(first: 7) { nodes { id } totalCount } }', {}, 8],
    ['a connection by default', '{ books { nodes { id } } }', {}, 11],
    ['a list beside the sized one', '{ books(first: 100) { also { id } } }', {}, 1 + 5],
    [
      'lists in lists',
      '{ books { nodes { authors { author { id } } } } }',
      {},
      1 + 10 * (1 + 2 * 2),
    ],
    [
      'sized fields behind a fragment',
      '{ books { ...P } } fragment P on Page { nodes { id } }',
      {},
      11,
    ],
    [
      'a fragment each time',
      '{ a: book { ...B } b: book { ...B } } fragment B on Book { author { id } }',
      {},
      4,
    ],
    ['an inline fragment', '{ node { ... on Heavy { id } } }', {}, 1 + 3],
    ['the dearest that implements', '{ node { id } }', {}, 1 + 3],
    ['a union', '{ either { __typename ... on Book { author { id } } } }', {}, 2],
    ['what is skipped', '{ book @skip(if: true) { id } heavy @include(if: false) { id } }', {}, 0],
    [
      'what a variable skips',
      'query($no: Boolean!) { book @skip(if: $no) { id } }',
      { no: true },
      0,
    ],
    [
      'what a variable keeps',
      'query($no: Boolean!) { book @skip(if: $no) { id } }',
      { no: false },
      1,
    ],
    ['an input object', '{ find(input: { text: "a" }) }', {}, 1],
    ['a weighed field of one', '{ find(input: { heavy: "a" }) }', {}, 6],
    ['inputs below it', '{ find(input: { below: { below: {} } }) }', {}, 3],
    ['a weighed argument', '{ find(weighed: {}) }', {}, 9],
    ['a weighed scalar argument', '{ find(word: "a") }', {}, 2],
    [
      'inputs in a variable',
      `${INPUT} { find(input: $in, all: $all) }`,
      { in: {}, all: [{}, { list: [{}] }] },
      4,
    ],
    ['a mutation', 'mutation { add(input: {}) { id } }', {}, 10 + 1 + 1],
    ['a weighed mutation', 'mutation { change }', {}, 60],
    ['names of types', '{ __typename book { __typename } }', {}, 1],
    ['another operation of the document', 'query A { n } query B { book { id } }', {}, 1, 'B'],
  ])('%s: %s', (_title, text, variables, cost, operation?: string) => {
    expect(costOf(text, variables, operation)).toBe(cost);
  });

  it.each([
    [1, 1],
    [10, 1],
    [11, 2],
    [1_000, 100],
    [0, 1],
  ])('recognizeCodes with %i items costs %i, whatever is asked of each', (items, cost) => {
    const inputs = Array.from({ length: items }, () => ({ below: { text: 'x' } }));
    const text = 'query($inputs: [In!]!) { recognizeCodes(inputs: $inputs) { author { id } } }';
    expect(costOf(text, { inputs })).toBe(cost);
  });

  it.each([
    ['neither of two slicing arguments', '{ must { id } }'],
    ['both', '{ must(first: 1, last: 1) { id } }'],
  ])('refuses %s where one is asked for', (_title, text) => {
    expect(() => costOf(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('looks at no variable that is not declared, however many there are', () => {
    const given = {
      ...{ first: 7, in: { text: 'a' } },
      ...Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`n${index}`, index])),
    };
    let listed = 0;
    const looked = new Set<string | symbol>();
    const variables = new Proxy(given, {
      ownKeys(target) {
        listed += 1;
        return Reflect.ownKeys(target);
      },
      getOwnPropertyDescriptor(target, name) {
        looked.add(name);
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
      get(target, name): unknown {
        looked.add(name);
        return Reflect.get(target, name);
      },
    });
    const fields = Array.from(
      { length: 20 },
      (_, at) => `a${at}: books(first: $first) { nodes { id } } b${at}: find(input: $in)`,
    );
    const text = `query($first: Int!, $in: In) { ${fields.join(' ')} }`;
    expect(costOf(text, variables)).toBe(20 * (8 + 1));
    expect(listed).toBe(0);
    expect([...looked].toSorted()).toEqual(['first', 'in']);
  });

  it('is no number anybody may spend for an input nested without end', () => {
    let input: object = {};
    for (let level = 0; level < 100_000; level += 1) input = { below: input };
    expect(costOf(`${INPUT} { find(input: $in, all: $all) }`, { in: input })).toBe(Infinity);
  });
});

describe('the supergraph', () => {
  const supergraph = readFileSync(
    new URL('../../schema/supergraph.graphql', import.meta.url),
    'utf8',
  );
  const { weights, listSizes } = costTable(supergraph);

  it('says weights and lengths', () => {
    expect(weights.get('ColorDecision.receipt')).toBe(10);
    expect(listSizes.get('Query.registrations')).toEqual({
      slicingArguments: ['first'],
      sizedFields: ['nodes'],
      requireOneSlicingArgument: true,
    });
  });

  it('has the fields that are priced by item', () => {
    const api = buildSchema(
      readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'),
    );
    for (const [coordinate, { argument }] of BATCH_PRICES) {
      const field = api.getQueryType()?.getFields()[coordinate.replace('Query.', '')];
      expect(field?.args.map(({ name }) => name)).toContain(argument);
    }
  });
});
