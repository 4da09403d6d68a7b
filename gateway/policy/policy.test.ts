import { buildSchema, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { splitSupergraph, UnenforceablePolicyError } from './policy-table.ts';
import { checkRequirements, requirementsOf } from './requirements.ts';

const LINKS = `schema
  @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
  @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
  @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }
directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE
directive @inaccessible on FIELD_DEFINITION
scalar requiresScopes__Scope`;

const BODY = `
type Query {
  animal: Animal @requiresScopes(scopes: [["read"]])
  open: String
  hidden: String @inaccessible @requiresScopes(scopes: [["gateway"]])
}
interface Animal { name: String }
type Dog implements Animal { name: String @requiresScopes(scopes: [["dog", "read"], ["all"]]) }
type Cat implements Animal @requiresScopes(scopes: [["cat"]]) { name: String }
`;

const { document, policy } = splitSupergraph(LINKS + BODY);
const schema = buildSchema(BODY.replaceAll(/@requiresScopes\([^)]*\)|@inaccessible/g, ''));

function needed(query: string) {
  return requirementsOf(parse(query), schema, policy);
}

const someone = (scopes: readonly string[]) => ({ kind: 'PARTNER' as const, scopes });

describe('splitSupergraph', () => {
  it('takes scopes into the table and out of what the gateway loads', () => {
    expect(Object.fromEntries(policy)).toEqual({
      'Query.animal': [['read']],
      'Query.hidden': [['gateway']],
      'Dog.name': [['dog', 'read'], ['all']],
      Cat: [['cat']],
    });
    expect(print(document)).not.toContain('requiresScopes');
  });

  it('leaves @inaccessible and its link, which the gateway enforces itself', () => {
    expect(print(document)).toContain('specs.apollo.dev/inaccessible');
    expect(print(document)).toMatch(/hidden: String @inaccessible/);
  });

  it.each([
    ['a policy of another kind', 'type Query { a: String @policy(policies: [["x"]]) }'],
    [
      'fields that are fetched for others',
      'type Query { a: String @join__field(graph: A, requires: "b") }',
    ],
  ])('refuses %s', (_title, sdl) => {
    expect(() => splitSupergraph(sdl)).toThrow(UnenforceablePolicyError);
  });
});

describe('requirements of a document', () => {
  it.each([
    ['{ animal { __typename } }', ['Cat', 'Query.animal']],
    ['{ animal { name } }', ['Cat', 'Dog.name', 'Query.animal']],
    ['{ animal { ... on Dog { name } } }', ['Cat', 'Dog.name', 'Query.animal']],
    [
      '{ ...F } fragment F on Query { animal { ...N } } fragment N on Animal { n: name }',
      ['Cat', 'Dog.name', 'Query.animal'],
    ],
  ])('%s', (query, coordinates) => {
    expect(
      needed(query)
        .scopes.map(([coordinate]) => coordinate)
        .sort(),
    ).toEqual(coordinates);
  });

  it('closes a root field that says no scopes', () => {
    expect(() => checkRequirements(needed('{ open }'), someone(['read', 'all']))).toThrow(
      'Query.open is open to nobody.',
    );
  });

  it.each([
    [['read', 'dog', 'cat'], true],
    [['read', 'all', 'cat'], true],
    [['read', 'dog'], false],
    [['dog', 'all', 'cat'], false],
    [[], false],
  ])('with the scopes %j a document about animals passes: %s', (held, passes) => {
    const check = () => checkRequirements(needed('{ animal { name } }'), someone(held));
    if (passes) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'SCOPE_MISSING' }));
  });
});
