import { Kind, parse, print, type FieldNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { joinedNames, plannedDocument } from './joined-names.ts';

const supergraph = parse(`
  directive @join__type(key: String) repeatable on OBJECT
  directive @join__field(requires: String, provides: String) on FIELD_DEFINITION
  type Pet @join__type(key: "id owner { name }") @join__type(key: "tag") {
    id: ID tag: ID color: String price: Int @join__field(requires: "weight")
    vet: Pet @join__field(provides: "size")
  }
`);
const joined = joinedNames(supergraph);

it('fields that join subgraphs are those of their sets', () => {
  const expected = ['__typename', 'id', 'name', 'owner', 'size', 'tag', 'weight'];
  expect([...joined].sort()).toEqual(expected);
});

const planned = (query: string) => plannedDocument(parse(query), joined);
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('a document as it is planned', () => {
  it.each([
    ['{ pet { id: color tag } }', '{ pet { own_id: color tag } }'],
    ['{ pet { own_id: price id: color } }', '{ pet { own_id: price own_own_id: color } }'],
    ['{ pet { __typename: color } }', '{ pet { own___typename: color } }'],
    [
      '{ pet { ...F } } fragment F on Pet { tag: id }',
      '{ pet { ...F } } fragment F on Pet { own_tag: id }',
    ],
    ['{ pet { id: id color: price tag } }', '{ pet { id: id color: price tag } }'],
  ])('of %s is %s', (query, expected) => {
    expect(oneLine(print(planned(query).document))).toBe(expected);
  });

  it('gives the names of the answer back', () => {
    const { gatheredAs, inAnswer } = planned('{ pet { owner: vet { id: color color } } }');
    const field = (alias: string, name: string) => {
      const [operation] = parse(`{ ${alias}: ${name} }`).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
      return operation.selectionSet.selections[0] as FieldNode;
    };
    expect(gatheredAs(field('owner', 'vet'))).toBe('own_owner');
    expect(gatheredAs(field('color', 'price'))).toBe('color');
    expect(inAnswer(['pet', 'own_owner', 0, 'own_id'])).toEqual(['pet', 'owner', 0, 'id']);
    expect(inAnswer(['pet', 'own_color'])).toEqual(['pet', 'own_color']);
  });
});
