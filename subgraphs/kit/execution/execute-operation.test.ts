import { setTimeout } from 'node:timers/promises';
import { buildSchema, execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationExecutor } from './execute-operation.ts';

const schema = buildSchema(`
  input Row { name: String!, more: Int }
  scalar Any
  type Query {
    say(text: String, row: Row): String
    rows(rows: [Row!]): String
    any(given: Any): String
    required(text: String!): String
    names(are: [String!]): String
    people: [Person!]
    person: Person
    later: Later
  }
  type Person { name: String! first: String friend: Person! greeting(of: String!): String nick(of: String! = "a"): String }
  type Later { late: String! now: String! }`);

/** How often arguments of a greeting were given, and which. */
const greeted: object[] = [];

function resolve(
  type: string,
  field: string,
  resolver: (source: unknown, args: object) => unknown,
) {
  const fields = schema.getTypeMap()[type];
  if (!fields || !('getFields' in fields)) throw new Error(type);
  const found = fields.getFields()[field];
  if (!found || !('args' in found)) throw new Error(field);
  found.resolve = resolver;
}

const told = (_source: unknown, args: object) => JSON.stringify(args);
for (const field of ['say', 'rows', 'any', 'required', 'names']) resolve('Query', field, told);
resolve('Query', 'people', () => [{ name: '张三' }, { name: '李四' }]);
resolve('Person', 'greeting', (_source, args) => {
  greeted.push(args);
  return JSON.stringify(args);
});

const run = operationExecutor(schema);
const document = parse;

async function both(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const parsed = document(text);
  const walked = await execute({ schema, document: parsed, variableValues: variables });
  const first = await run({ document: parsed, variables, context: {} });
  const again = await run({ document: parsed, variables, context: {} });
  expect(again).toEqual(first);
  return { walked, planned: first };
}

describe('a planned query', () => {
  it.each([
    [
      'quotes and ends of lines',
      String.raw`{ say(text: "\"; throw 1; //\n\u2028 '\\ $ {1}") }`,
      {},
    ],
    ['a variable', 'query ($t: String) { say(text: $t) }', { t: '周五' }],
    ['a variable that is not there', 'query ($t: String) { say(text: $t) }', {}],
    ['a default', 'query ($t: String = "周六") { say(text: $t) }', {}],
    ['null', 'query ($t: String = "周六") { say(text: $t) }', { t: null }],
    [
      'variables within lists and objects',
      'query ($n: String!) { rows(rows: [{ name: $n }]) any(given: { in: [$n] }) }',
      { n: '周五' },
    ],
    ['null where none may be', 'query ($t: String = "周六") { required(text: $t) }', { t: null }],
    ['null for a property', 'query ($t: String) { people { name nick(of: $t) } }', { t: null }],
    [
      'null within an object and a list',
      'query ($t: String = "周六") { a: rows(rows: [{ name: $t }]) b: names(are: [$t]) say }',
      { t: null },
    ],
    [
      'a variable of the wrong shape',
      'query ($r: Row) { say(text: "a", row: $r) }',
      { r: { name: 1, less: 2 } },
    ],
    ['a variable that must be there', 'query ($r: [Row!]!) { rows(rows: $r) }', {}],
  ])('takes arguments as graphql-js does: %s', async (_what, text, variables) => {
    const { walked, planned } = await both(text, variables);
    expect(JSON.stringify(planned)).toBe(JSON.stringify(walked));
  });

  it('takes what each request gives, and coerces it once for all of a list', async () => {
    const parsed = document('query ($of: String!) { people { greeting(of: $of) } }');
    greeted.length = 0;
    for (const of of ['春', '秋']) {
      const { data } = await run({ document: parsed, variables: { of }, context: {} });
      const line = JSON.stringify({ of });
      expect(data).toEqual({ people: [{ greeting: line }, { greeting: line }] });
    }
    expect(greeted[0]).toBe(greeted[1]);
    expect(greeted[2]).toBe(greeted[3]);
    expect(greeted[0]).not.toBe(greeted[2]);
  });

  it('leaves out and takes in by what each request says', async () => {
    const names = Array.from({ length: 6 }, (_, at) => `c${at}`);
    const definitions = names.map((name) => `$${name}: Boolean!`).join(', ');
    const fields = names.map((name) => `${name}: say(text: "${name}") @include(if: $${name})`);
    const parsed = document(`query (${definitions}) { ${fields.join(' ')} }`);
    for (let way = 0; way < 2 ** names.length; way += 1) {
      const variables = Object.fromEntries(names.map((name, at) => [name, (way >> at) % 2 === 1]));
      const { data } = await run({ document: parsed, variables, context: {} });
      expect(Object.keys(data ?? {})).toEqual(names.filter((name) => variables[name]));
    }
  });

  it('says nothing of what fails later within what is null already', async () => {
    resolve('Query', 'later', () => ({
      late: setTimeout(20).then(() => Promise.reject(new Error('late'))),
      now: null,
    }));
    const { walked, planned } = await both('{ later { late now } say }');
    await setTimeout(40);
    expect(planned.errors?.map(({ message }) => message)).toEqual([
      'Cannot return null for non-nullable field Later.now.',
    ]);
    expect(JSON.stringify(planned)).toBe(JSON.stringify(walked));
  });

  it('leaves no promise to nobody when a sibling in a list fails at once', async () => {
    const lost: unknown[] = [];
    const hear = (error: unknown) => lost.push(error);
    process.on('unhandledRejection', hear);
    resolve('Query', 'people', () => [
      setTimeout(5).then(() => Promise.reject(new Error('late'))),
      null,
    ]);
    const result = await run({
      document: document('{ people { name } }'),
      variables: {},
      context: {},
    });
    await setTimeout(30);
    process.off('unhandledRejection', hear);
    expect(result.data).toEqual({ people: null });
    expect(lost).toEqual([]);
  });

  it('answers with a field of any name', async () => {
    const text =
      '{ __proto__: say(text: "a") toString: say(text: "b") constructor: person { name } }';
    const { walked, planned } = await both(text);
    expect(JSON.stringify(planned)).toBe(JSON.stringify(walked));
  });

  it('leaves what is asked about the schema to graphql-js', async () => {
    const { walked, planned } = await both('{ __schema { queryType { name } } say(text: "a") }');
    expect(planned).toEqual(walked);
    expect(planned.data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
  });
});
