import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { nullArgumentOf } from './null-arguments.ts';

const schema = buildSchema(`
  input Row { name: String! more: Int! = 1 tags: [String!] }
  type Query { person: Person }
  type Person { name: String tests(first: Int! = 20): [String] }
  type Mutation {
    add(row: Row! = { name: "a" }, count: Int! = 1): Person
    rename(rows: [Row!], names: [String!]): Person
  }`);

function refused(text: string, variables: Readonly<Record<string, unknown>>) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  return nullArgumentOf(operation, document, schema)(variables);
}

const AT = 'fragment F on Person { tests(first: $n) }';

describe('a mutation whose variable is null', () => {
  it.each([
    ['in an argument', 'mutation($n: Int) { add(count: $n) { name } }', 'count', true],
    ['a default of its own', 'mutation($n: Int = 1) { add(count: $n) { name } }', 'count', true],
    ['deep in what it answers', 'mutation($n: Int) { add { tests(first: $n) } }', 'first', true],
    ['in a fragment', `mutation($n: Int) { add { ... { ...F } } } ${AT}`, 'first', true],
    [
      'in an object',
      'mutation($n: Int) { add(row: { name: "b", more: $n }) { name } }',
      'row',
      false,
    ],
    [
      'in objects of a list',
      'mutation($n: Int) { rename(rows: [{ name: "b", more: $n }]) { name } }',
      'rows',
      false,
    ],
    ['in a list', 'mutation($n: String = "b") { rename(names: [$n]) { name } }', 'names', false],
    [
      'in a list of an object',
      'mutation($n: String = "b") { add(row: { name: "b", tags: ["c", $n] }) { name } }',
      'row',
      false,
    ],
  ])('is refused where none may be: %s', (_where, text, field, isWhole) => {
    const message = isWhole
      ? `The argument "${field}" may not be null.`
      : `The argument "${field}" holds null where none may be.`;
    expect(refused(text, { n: null })).toEqual({ message, field });
    expect(refused(text, { n: 2 })).toBeNull();
    expect(refused(text, {})).toBeNull(); // the default stands for it
  });

  it('is not refused where null may be', () => {
    const text = 'mutation($n: [String!]) { rename(names: $n) { name } }';
    expect(refused(text, { n: null })).toBeNull();
  });

  it('is refused where it is null by default', () => {
    const text = 'mutation($n: Int = null) { add(count: $n) { name } }';
    expect(refused(text, {})).toMatchObject({ field: 'count' });
    expect(refused(text, { n: 1 })).toBeNull();
  });

  it('is refused only for what is taken', () => {
    const field =
      'mutation($n: Int, $w: Boolean!) { add { name tests(first: $n) @include(if: $w) } }';
    const spread = `mutation($n: Int, $w: Boolean!) { add { name ...F @include(if: $w) } } ${AT}`;
    for (const text of [field, spread]) {
      expect(refused(text, { n: null, w: true })).toMatchObject({ field: 'first' });
      expect(refused(text, { n: null, w: false })).toBeNull();
    }
  });

  it('is one: of a query the field fails, where it is run', () => {
    expect(refused('query($n: Int) { person { tests(first: $n) } }', { n: null })).toBeNull();
  });
});
