import { buildSchema, Kind, parse, type FragmentDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { DataObject } from './data.ts';
import { compileShape } from './response-shape.ts';

const schema = buildSchema(`
  type Query { pet: Pet being: Being pets: [Pet!] maybe: [Pet] grid: [[Int!]] mood: Mood }
  interface Being { id: ID! name: String }
  type Pet implements Being { id: ID! name: String weight: Float! owner: Person }
  type Person implements Being { id: ID! name: String }
  enum Mood { GOOD }
`);

function shaped(query: string, gathered: DataObject) {
  const { definitions } = parse(query);
  const [operation] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('An operation comes first.');
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const shape = compileShape({
    ...{ schema, operation, fragments, isTaken: () => true },
    gatheredAs: ({ alias, name }) => alias?.value ?? name.value,
  });
  const { data, errors } = shape(gathered, () => null);
  return {
    data,
    errors: errors.map(({ message, path }) => `${path?.join('.') ?? ''}: ${message}`),
  };
}

describe('the shape of an answer', () => {
  it('leaves out what was not asked for, and has fields in the order of the operation', () => {
    const gathered = { pet: { __typename: 'Pet', id: 'p', weight: 2, name: 'n' } };
    const { data } = shaped('{ pet { n: name ...W } } fragment W on Pet { weight name }', {
      pet: { ...gathered.pet, n: 'n' },
    });
    expect(JSON.stringify(data)).toBe('{"pet":{"n":"n","weight":2,"name":"n"}}');
  });

  it.each([
    ['of its own name', { __typename: 'Pet', id: 'p', weight: 2 }],
    ['that nobody said', { id: 'p', weight: 2 }],
  ])('takes fragments on the type of an object %s, within those on its interface', (_how, pet) => {
    const query = '{ pet { ... on Being { y: __typename id ... on Pet { weight } } } }';
    expect(shaped(query, { pet })).toEqual({
      data: { pet: { y: 'Pet', id: 'p', weight: 2 } },
      errors: [],
    });
  });

  it('takes of an interface the fields of the type that the object says', () => {
    const query = '{ being { id ... on Pet { weight } ... on Person { name } } }';
    const being = { __typename: 'Person', id: 'p', name: 'n' };
    expect(shaped(query, { being }).data).toEqual({ being: { id: 'p', name: 'n' } });
    expect(shaped(query, { being: { ...being, __typename: 'Stone' } })).toEqual({
      data: { being: null },
      errors: ['being: Invalid __typename found for object at field Query.being.'],
    });
  });

  it.each([
    ['{ pet { id weight } }', { pet: { id: 'p', weight: null } }, { pet: null }, 'pet.weight'],
    ['{ pets { id } }', { pets: [{ id: 'p' }, { id: null }] }, { pets: null }, 'pets.1.id'],
    [
      '{ maybe { id } }',
      { maybe: [{ id: 'p' }, { id: null }] },
      { maybe: [{ id: 'p' }, null] },
      'maybe.1.id',
    ],
    ['{ grid }', { grid: [[1], [2, null]] }, { grid: [[1], null] }, 'grid.1.1'],
    ['{ mood }', { mood: 'BAD' }, { mood: null }, 'mood'],
    ['{ grid }', { grid: [['1']] }, { grid: [null] }, 'grid.0.0'],
    ['{ mood grid }', { mood: 'GOOD', grid: {} }, { mood: 'GOOD', grid: null }, 'grid'],
    ['{ mood pet { id } }', { mood: 'GOOD', pet: 'p' }, { mood: 'GOOD', pet: null }, 'pet'],
    ['{ mood pet { id } }', { mood: 'GOOD', pet: [{}] }, { mood: 'GOOD', pet: null }, 'pet'],
    ['{ pet { id } }', { pet: { __typename: 'Person', id: 'p' } }, { pet: null }, 'pet'],
    ['{ being { id } }', { being: { __typename: 'Query', id: 'p' } }, { being: null }, 'being'],
  ])('of %s with %o is %o, and says where', (query, gathered, data, place) => {
    const found = shaped(query, gathered);
    expect(found.data).toEqual(data);
    expect(found.errors).toEqual([expect.stringMatching(new RegExp(`^${place}: `))]);
  });

  it.each(['toString', '__proto__', 'constructor'])('has a field under the name %s', (name) => {
    const gathered: DataObject = { pet: JSON.parse(`{"${name}":"n"}`) };
    const { data } = shaped(`{ pet { ${name}: name } }`, gathered);
    expect(JSON.stringify(data)).toBe(`{"pet":{"${name}":"n"}}`);
    expect(JSON.stringify(shaped(`{ pet { ${name}: name } }`, { pet: {} }).data)).toBe(
      `{"pet":{"${name}":null}}`,
    );
  });
});
