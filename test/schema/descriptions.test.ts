import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { api, committedMatrix, personasOf } from '../access/matrix.ts';

const matrix = committedMatrix();
/** Who asks at `/graphql` by a program: what they get has no page that would explain it. */
const CLIENTS = ['PARTNER', 'LABORATORY'] as const;

type Field = GraphQLField<unknown, unknown>;

/** Fields of a type that clients get, with their coordinates. */
function fieldsFor(type: GraphQLNamedType): [string, Field][] {
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .map((field): [string, Field] => [`${type.name}.${field.name}`, field])
    .filter(([coordinate]) => {
      const entry = matrix[coordinate];
      return entry !== undefined && CLIENTS.some((one) => personasOf(entry).includes(one));
    });
}

/** Every type and field that clients reach, with its description. */
function reached(): Map<string, string | null | undefined> {
  const found = new Map<string, string | null | undefined>();
  const types = new Set<GraphQLNamedType>();
  const roots = [api.getQueryType(), api.getMutationType()].filter((type) => type != null);
  // A set takes in what is added while it is walked.
  for (const type of roots) types.add(type);
  for (const type of types) {
    if (isSpecifiedScalarType(type)) continue;
    if (!roots.some((root) => root === type)) found.set(type.name, type.description);
    for (const [coordinate, field] of fieldsFor(type)) {
      found.set(coordinate, field.description);
      for (const given of [field, ...field.args]) types.add(getNamedType(given.type));
    }
    if (!isInputObjectType(type)) continue;
    for (const { name, description, type: of } of Object.values(type.getFields())) {
      found.set(`${type.name}.${name}`, description);
      types.add(getNamedType(of));
    }
  }
  return found;
}

describe('descriptions', () => {
  it('stand at every type and field that partners and laboratories reach', () => {
    const all = reached();
    expect(all.size).toBeGreaterThan(100);
    expect([...all].filter(([, description]) => !description).map(([name]) => name)).toEqual([]);
  });
});
