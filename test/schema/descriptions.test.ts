import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));

/** A place in the schema, with what is said of it. */
type Described = readonly [string, string | null | undefined];

/** What stands in a type: fields with their arguments, fields of an input, values of an enum. */
function partsOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type)) {
    return type.getValues().map((one) => [`${type.name}.${one.name}`, one.description]);
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return fields.map((field) => [`${type.name}.${field.name}`, field.description]);
  }
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, description, args }): Described[] => [
    [`${type.name}.${name}`, description],
    ...args.map((arg): Described => [`${type.name}.${name}(${arg.name}:)`, arg.description]),
  ]);
}

/** Every place of the API but what GraphQL itself has. Its roots are what their fields say. */
function places(): Described[] {
  const roots: (GraphQLNamedType | null | undefined)[] = [
    api.getQueryType(),
    api.getMutationType(),
  ];
  return Object.values(api.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type): Described[] => [
      ...(roots.includes(type) ? [] : ([[type.name, type.description]] as const)),
      ...partsOf(type),
    ]);
}

describe('descriptions', () => {
  it('stand at every type, field, argument, input field and enum value of the API', () => {
    const all = places();
    expect(all.length).toBeGreaterThan(1_500);
    expect(all.filter(([, description]) => !description).map(([place]) => place)).toEqual([]);
  });
});
