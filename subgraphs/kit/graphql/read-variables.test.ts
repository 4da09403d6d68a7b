import fc from 'fast-check';
import {
  buildSchema,
  getVariableValues,
  GraphQLEnumType,
  parse,
  print,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { coercionFault } from './coercion-fault.ts';
import { variableReader } from './read-variables.ts';

const schema = buildSchema(`
  scalar When
  enum Purpose { TRANSPORT WORK }
  enum Renamed { A B }
  input Inner { id: ID!, count: Int, factor: Float, again: [Inner!], purpose: Purpose }
  input Plain { text: String!, region: ID!, purpose: Purpose!, inner: Inner, flags: [[Boolean]!] }
  input Defaulted { text: String! = "none", region: ID }
  input Dated { at: When }
  input One @oneOf { a: String, b: Int }
  type Query { ask(a: String): String }
`);
// One value of the two is another in code than on the wire.
const renamed = schema.getType('Renamed');
if (renamed instanceof GraphQLEnumType) renamed.getValue('A')!.value = 'alpha';

const DEFINITIONS = `query(
  $inputs: [Plain!]!, $inner: Inner, $ints: [Int], $named: String = "x", $needed: ID!
  $defaulted: Defaulted, $dated: Dated, $one: One, $renamed: [Renamed], $unknown: Nothing
) { ask }`;

function readers(source: string, within: GraphQLSchema = schema) {
  const { variableDefinitions = [] } = parse(source).definitions[0] as OperationDefinitionNode;
  return {
    read: variableReader(within, variableDefinitions),
    byLibrary: (given: Record<string, unknown>) =>
      getVariableValues(within, variableDefinitions, given),
  };
}

/** What both say, for comparing: the order of fields is that of the schema or of the caller. */
const told = ({ coerced, errors }: ReturnType<ReturnType<typeof readers>['read']>) =>
  errors ? errors.map(({ message }) => message) : (JSON.parse(JSON.stringify(coerced)) as unknown);

const json = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 'TRANSPORT', 'A', 'B', 'text', 7, -7, 1.5, 2 ** 31, -(2 ** 31), -0),
    fc.array(tie('any'), { maxLength: 2 }),
    fc.dictionary(
      fc.constantFrom('text', 'region', 'purpose', 'id', 'count', 'at', 'a', 'b', '__proto__'),
      tie('any'),
      { maxKeys: 3 },
    ),
  ),
})).any;
const inner = fc.letrec<{ inner: unknown }>((tie) => ({
  inner: fc.record(
    {
      id: fc.oneof(fc.string(), fc.integer()),
      ...{ count: fc.oneof(fc.integer(), json), factor: fc.double(), purpose: json },
      again: fc.array(tie('inner'), { maxLength: 2 }),
    },
    { requiredKeys: ['id'] },
  ),
})).inner;
const plain = fc.record(
  {
    ...{ text: fc.string(), region: fc.string(), purpose: fc.constantFrom('TRANSPORT', 'WORK') },
    inner: fc.oneof(inner, fc.constant(null)),
    flags: fc.array(fc.array(fc.boolean())),
  },
  { requiredKeys: ['text', 'region', 'purpose'] },
);

describe('variables', () => {
  it.each([
    ...['[Plain!]!', 'Plain', '[Plain]', 'Inner', 'Defaulted', 'Dated', 'One', '[[Int!]]'],
    ...['String!', 'ID', 'Int', 'Float', 'Boolean', 'Purpose', '[Renamed]', 'When'],
    'Inner = {id: "d"}',
  ])('of type %s are read as graphql-js reads them', (type) => {
    const { read, byLibrary } = readers(`query($given: ${type}) { ask }`);
    const value = fc.oneof(json, inner, plain, fc.array(plain, { maxLength: 3 }));
    fc.assert(
      fc.property(value, fc.boolean(), (given, missing) => {
        const variables = missing ? {} : { given, more: 1 };
        expect(told(read(variables))).toEqual(told(byLibrary(variables)));
      }),
      { numRuns: 500 },
    );
  });

  it('are read together as graphql-js reads them, faults and defaults too', () => {
    const { read, byLibrary } = readers(DEFINITIONS.replace(', $unknown: Nothing', ''));
    const inputs = [{ text: 't', region: '330000', purpose: 'WORK' }];
    for (const given of [
      ...[{}, { inputs, needed: '1' }, { inputs: inputs[0], needed: 1 }, { inputs, needed: null }],
      ...[
        { inputs: [{ ...inputs[0], more: 1 }], needed: '1' },
        { inputs: [null], needed: '1' },
      ],
      { inputs, needed: '1', renamed: ['A', 'B'], ints: [1, null], dated: { at: 'now' } },
      { inputs, needed: '1', one: { a: 'a', b: 1 }, defaulted: {}, inner: { id: 'i' } },
    ]) {
      expect(told(read(given))).toEqual(told(byLibrary(given)));
    }
  });

  it('that are plainly right are taken as they are', () => {
    const { read } = readers('query($inputs: [Plain!]!) { ask }');
    const inputs = [{ text: 't', region: '330000', purpose: 'WORK', inner: { id: 'i' } }];
    expect(read({ inputs, more: 1 }).coerced).toEqual({ inputs });
    expect(read({ inputs }).coerced?.['inputs']).toBe(inputs);
  });

  it('of a type that is none are told by graphql-js', () => {
    const { read, byLibrary } = readers(DEFINITIONS);
    const given = { inputs: [], needed: '1' };
    expect(told(read(given))).toEqual(told(byLibrary(given)));
  });

  describe('of a client, with many faults', () => {
    const { variableDefinitions = [] } = parse(DEFINITIONS)
      .definitions[0] as OperationDefinitionNode;
    const definitions = variableDefinitions.filter(({ type }) => !print(type).includes('Nothing'));
    const read = variableReader(schema, definitions, { onlyFirst: true });
    const given = (more: object) => ({ inputs: [], needed: '1', ...more });

    it.each([
      [
        { inner: { id: 1, again: [{ id: 1 }, {}] } },
        'inner.again[1]',
        'Field "id" of required type "ID!" was not provided.',
      ],
      [{ inputs: [{ text: 't', region: 'r', purpose: 'X' }] }, 'inputs[0].purpose', ''],
      [{ inner: { id: 1, x: 1, y: 2 } }, 'inner', 'Field "x" is not defined by type "Inner".'],
      [{ inner: 'private' }, 'inner', 'Expected type "Inner" to be an object.'],
    ])('%o names the first', (more, field, says) => {
      const { errors = [] } = read(given(more));
      const fault = coercionFault(errors[0]?.message ?? '');
      expect([errors.length, fault?.field]).toEqual([1, field]);
      expect(fault?.message).toContain(says);
      expect(fault?.message).not.toContain('private');
    });

    it.each([{}, { inner: { id: 7 } }, { inputs: null }, { needed: null }])(
      '%o is read as graphql-js reads it',
      (more) => {
        expect(told(read(given(more)))).toEqual(
          told(getVariableValues(schema, definitions, given(more))),
        );
      },
    );

    it('takes no square of their number', () => {
      const keys = Array.from({ length: 50_000 }, (_, at) => [`key${at}`, at]);
      const { errors = [] } = read(given({ inner: { id: 1, ...Object.fromEntries(keys) } }));
      expect(errors.map(({ message }) => message.length < 1_000)).toEqual([true]);
    });
  });
});
