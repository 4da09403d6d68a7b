import type { GraphQLError } from 'graphql';
import { buildSchema, execute, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationExecutor } from '../execution/execute-operation.ts';
import { coercionFault } from './coercion-fault.ts';
import { formatError } from './format-error.ts';

const schema = buildSchema(`
  enum Kind { PASSPORT }
  input Row { kind: Kind! number: String! count: Int }
  input Rows { rows: [Row!]! }
  input Page { first: Int! = 20 name: String }
  interface Being { tests(first: Int! = 20): Int }
  type Person implements Being { tests(first: Int! = 20): Int }
  type Query {
    ask(input: Rows!): Int
    tests(first: Int! = 20): Int
    required(text: String!): Int
    page(of: Page): Int
    names(are: [String!]): Int
    beings: [Being]
  }
  type Mutation { tests(first: Int! = 20): Int }
`);
const document = parse('query($input: Rows!) { ask(input: $input) }');
const NUMBER = '330106199003078517; at "nowhere"; x';

function faultOf(input: unknown): GraphQLError {
  const { variableDefinitions } = document.definitions[0] as OperationDefinitionNode;
  const { errors } = getVariableValues(schema, [...(variableDefinitions ?? [])], { input });
  return errors![0]!;
}

const row = { kind: 'PASSPORT', number: NUMBER };

describe('a variable of the wrong shape', () => {
  it.each([
    [
      'a field that is missing',
      { rows: [{ number: NUMBER }] },
      'input.rows[0]',
      'was not provided.',
    ],
    [
      'a field that there is not',
      { rows: [{ ...row, more: 1 }] },
      'input.rows[0]',
      'is not defined',
    ],
    ['a word of no enum', { rows: [row, { ...row, kind: NUMBER }] }, 'input.rows[1].kind', ''],
    ['a number of letters', { rows: [{ ...row, count: NUMBER }] }, 'input.rows[0].count', ''],
    ['a text for an object', NUMBER, 'input', ''],
    ['nothing for an object', null, 'input', ''],
  ])('is named by its place and never by its value: %s', (_title, input, field, words) => {
    const fault = faultOf(input);
    const said = formatError(fault, 'request', () => undefined);
    expect(said.message).not.toContain('3301');
    expect(JSON.stringify(said.extensions)).not.toContain('3301');
    expect(said.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(said.message).toContain(words);
    if (input !== null) expect(said.extensions).toMatchObject({ fields: [field] });
  });

  it('is told apart from other messages', () => {
    expect(coercionFault('Cannot query field "x" on type "Query".')).toBeNull();
  });
});

/** An argument that is null for a variable, as either engine says of it. */
async function saidOf(text: string, variables: Readonly<Record<string, unknown>>) {
  const asked = parse(text);
  expect(validate(schema, asked)).toEqual([]);
  const faults: unknown[] = [];
  const say = (error: unknown) => formatError(error, 'request', (fault) => faults.push(fault));
  const theirs = await execute({ schema, document: asked, variableValues: variables });
  const ours = await operationExecutor(schema)({ document: asked, variables, context: {} });
  return { said: [...(theirs.errors ?? []), ...(ours.errors ?? [])].map(say), faults };
}

const page = `query($n: Int) { page(of: { first: $n, name: "${NUMBER.replaceAll('"', '')}" }) }`;
const NULL = 'may not be null.';
const HOLDS = 'holds null where none may be.';

describe('an argument that is null where none may be', () => {
  const query = schema.getQueryType()!.getFields();
  query['beings']!.resolve = () => [{ __typename: 'Person' }];

  it.each([
    ['of a root field', 'query($n: Int) { tests(first: $n) }', 'first', NULL, ['tests']],
    [
      'a default of the variable',
      'query($n: String = "") { required(text: $n) }',
      'text',
      NULL,
      ['required'],
    ],
    [
      'of an object further down',
      'query($n: Int) { beings { ... on Person { tests(first: $n) } } }',
      'first',
      NULL,
      ['beings', 0, 'tests'],
    ],
    ['in an object', page, 'of', HOLDS, ['page']],
    ['in a list', 'query($n: String = "") { names(are: ["a", $n]) }', 'are', HOLDS, ['names']],
    ['of a mutation', 'mutation($n: Int) { tests(first: $n) }', 'first', NULL, ['tests']],
    [
      'of a condition',
      'query($n: Boolean = true) { beings { tests @skip(if: $n) } }',
      'if',
      NULL,
      ['beings', 0],
    ],
  ])('is a fault of the request, and of the field: %s', async (_, text, field, says, path) => {
    const { said, faults } = await saidOf(text, { n: null });
    expect(faults).toEqual([]);
    expect(said).toHaveLength(2);
    for (const { message, path: at, extensions } of said) {
      expect(message).toBe(`The argument "${field}" ${says}`);
      expect(at).toEqual(path);
      const code = { code: 'BAD_USER_INPUT', retryable: false, requestId: 'request' };
      expect(extensions).toEqual({ ...code, fields: [field] });
    }
  });

  it('is told apart from a fault in the same words', async () => {
    query['tests']!.resolve = () => {
      throw new Error('Argument "first" of non-null type "Int!" must not be null.');
    };
    const { said, faults } = await saidOf('{ tests }', {});
    delete query['tests']!.resolve;
    expect(said.map(({ extensions }) => extensions?.['code'])).toEqual(['INTERNAL', 'INTERNAL']);
    expect(faults).toHaveLength(2);
  });
});
