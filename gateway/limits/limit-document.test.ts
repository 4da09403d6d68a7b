import { buildSchema, getIntrospectionQuery, parse, validate, type ValidationRule } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  ALIASES_MAX,
  DEPTH_MAX,
  limitAliases,
  limitDepth,
  oneMutationField,
} from './limit-document.ts';

const schema = buildSchema('type Query { q: Query n: Int } type Mutation { a: Int b: Int }');

function codes(rule: ValidationRule, document: string) {
  return validate(schema, parse(document), [rule]).map(({ extensions }) => extensions['code']);
}

function nested(levels: number): string {
  return `{ ${'q { '.repeat(levels - 1)} n ${'} '.repeat(levels - 1)} }`;
}

function aliased(count: number): string {
  return `{ ${Array.from({ length: count }, (_, index) => `a${index}: n`).join(' ')} }`;
}

describe('limits of documents', () => {
  it.each([
    [nested(DEPTH_MAX), []],
    [nested(DEPTH_MAX + 1), ['DEPTH_LIMIT']],
    [`${nested(6).replace('n', '...F')} fragment F on Query ${nested(6)}`, ['DEPTH_LIMIT']],
    ['{ ...F } fragment F on Query { q { ...F } }', []],
    [
      `{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } }`,
      [],
    ],
    [getIntrospectionQuery({ inputValueDeprecation: true, oneOf: false }), []],
    [
      `{ __schema { types { ${'fields { type { '.repeat(7)} name ${'} } '.repeat(7)} } } }`,
      ['DEPTH_LIMIT'],
    ],
    [
      `{ __type(name: "q") { ...T } } fragment T on __Type { ${'ofType { '.repeat(16)} name ${'} '.repeat(16)} }`,
      ['DEPTH_LIMIT'],
    ],
  ])('depth %#', (document, expected) => {
    expect(codes(limitDepth, document)).toEqual(expected);
  });

  it.each([
    [aliased(ALIASES_MAX), []],
    [aliased(ALIASES_MAX + 1), ['COST_LIMIT']],
    [aliased(ALIASES_MAX + 100), ['COST_LIMIT']],
  ])('aliases %#', (document, expected) => {
    expect(codes(limitAliases, document)).toEqual(expected);
  });

  it.each([
    ['mutation { a }', []],
    ['mutation { a b }', ['BAD_USER_INPUT']],
    ['mutation { ...F } fragment F on Mutation { a b }', ['BAD_USER_INPUT']],
    ['{ n q { n } }', []],
  ])('mutation fields %#', (document, expected) => {
    expect(codes(oneMutationField, document)).toEqual(expected);
  });
});
