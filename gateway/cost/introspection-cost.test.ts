import { readFileSync } from 'node:fs';
import {
  buildSchema,
  executeSync,
  getIntrospectionQuery,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { COST_MAX } from '../config.ts';
import { times } from '../limits/document-fakes.ts';
import { checkShape } from '../limits/document-shape.ts';
import {
  limitAliases,
  limitDepth,
  oneMutationField,
  TOKENS_MAX,
} from '../limits/limit-document.ts';
import { costTable } from './cost-table.ts';
import { compileCost } from './document-cost.ts';
import { VALUES_PER_UNIT } from './introspection-cost.ts';

function fileOf(name: string): string {
  return readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8');
}

const api = buildSchema(fileOf('api'));
const table = costTable(fileOf('supergraph'));
const rules = [...specifiedRules, limitDepth, limitAliases, oneMutationField];

/** Of a document that every other limit lets pass. */
function costOf(text: string, variables: Record<string, unknown> = {}, schema = api): number {
  const document = parse(text, { maxTokens: TOKENS_MAX });
  checkShape(document);
  expect(validate(schema, document, rules)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no such operation.');
  return compileCost(operation, document, schema, table)(variables);
}

/** Fields that an answer has, in all of its objects. */
function fieldsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below: number = Object.values(value).reduce<number>((sum, one) => sum + fieldsIn(one), 0);
  return below + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

const EVERYTHING = getIntrospectionQuery({
  ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true },
  ...{ schemaDescription: true, inputValueDeprecation: true, oneOf: true },
});

describe('the cost of introspection', () => {
  it.each([
    ['the usual query', getIntrospectionQuery()],
    ['the same with every option', EVERYTHING],
    ['the same without descriptions', getIntrospectionQuery({ descriptions: false })],
    ['a name', '{ __schema { queryType { name } } }'],
    ['a type', '{ __type(name: "Query") { name fields { name args { name type { name } } } } }'],
    ['a type that is not there', '{ __type(name: "Nothing") { name fields { name } } }'],
    [
      'lists in lists',
      '{ __schema { types { fields { type { fields { name type { kind } } } } } } }',
    ],
    [
      'fragments',
      `{ __schema { ...S types { enumValues { name } possibleTypes { name inputFields { name } } } } }
        fragment S on __Schema { directives { args { ... on __InputValue { type { ofType { name } } } } } }`,
    ],
  ])('is what is answered: %s', (_title, text) => {
    const { data } = executeSync({ schema: api, document: parse(text) });
    expect(costOf(text)).toBe(Math.ceil(fieldsIn(data) / VALUES_PER_UNIT));
  });

  it('leaves the usual query well within what may be spent', () => {
    expect(costOf(EVERYTHING)).toBeLessThan(COST_MAX / 2);
  });

  it('reads the name of a type in a variable', () => {
    const text = 'query($n: String! = "ID") { __type(name: $n) { fields { name type { name } } } }';
    const inText = costOf('{ __type(name: "Query") { fields { name type { name } } } }');
    expect(inText).toBeGreaterThan(1);
    expect(costOf(text, { n: 'Query' })).toBe(inText);
    expect(costOf(text)).toBe(1);
  });

  it('counts what is deprecated, and what a condition may leave out', () => {
    const fields = times(100, (at) => `f${at}: Int @deprecated`);
    const schema = buildSchema(`type Query { ${fields} }`);
    for (const text of [
      '{ __type(name: "Query") { fields { name } } }',
      'query($n: Boolean!) { __type(name: "Query") { fields @skip(if: $n) { name } } }',
    ]) {
      expect(costOf(text, { n: true }, schema)).toBe(Math.ceil(102 / VALUES_PER_UNIT));
    }
  });

  const named = 'name kind description specifiedByURL isOneOf';
  const type = `{ name description type { ${named} ofType { ${named} ofType { name kind } } } }`;
  const oneType = `{ __schema { types { fields ${type} } } }`;
  it.each([
    ['types', `{ __schema { ${times(6, () => `types { fields ${type} }`)} } }`],
    ['fields', `{ __schema { types { ${times(11, () => `fields ${type}`)} } } }`],
  ])('is more than may be spent for %s asked for many times', (_title, text) => {
    expect(costOf(text)).toBeGreaterThan(4 * costOf(oneType));
    expect(costOf(text)).toBeGreaterThan(COST_MAX);
  });

  it('is counted no further than it may be', () => {
    const asked = (count: number) =>
      costOf(`{ __schema { ${times(count, () => `types { fields ${type} }`)} } }`);
    expect(asked(3)).toBeGreaterThan(2.9 * asked(1));
    expect(asked(5)).toBe(Infinity);
  });
});
