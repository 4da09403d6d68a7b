import type { GraphQLError } from 'graphql';
import { buildSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { coercionFault } from './coercion-fault.ts';
import { formatError } from './format-error.ts';

const schema = buildSchema(`
  enum Kind { PASSPORT }
  input Row { kind: Kind! number: String! count: Int }
  input Rows { rows: [Row!]! }
  type Query { ask(input: Rows!): Int }
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
