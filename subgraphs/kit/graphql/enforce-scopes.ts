import {
  defaultFieldResolver,
  isObjectType,
  Kind,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLObjectType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { requireAccess } from '../access.ts';
import type { Identity } from '../identity.ts';

/** What every subgraph's context holds. */
export interface IdentityContext {
  readonly identity: Identity;
}

function strings(node: ValueNode): string[][] {
  if (node.kind !== Kind.LIST) return [];
  return node.values.map((all) =>
    all.kind === Kind.LIST
      ? all.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []))
      : [],
  );
}

/** Scopes a type or field asks for, an OR of ANDs; undefined when it asks for none. */
function scopesOf(
  place: GraphQLField<unknown, IdentityContext> | GraphQLObjectType,
): string[][] | undefined {
  // Whoever reaches a subgraph is somebody: the gateway signs no identity for nobody.
  if (place.astNode?.directives?.some(({ name }) => name.value === 'authenticated')) return [[]];
  const directive = place.astNode?.directives?.find(({ name }) => name.value === 'requiresScopes');
  const value = directive?.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  return value && strings(value);
}

/** Makes a field check the caller against each of some lists of alternatives. */
function guard(
  field: GraphQLField<unknown, IdentityContext>,
  coordinate: string,
  needed: readonly string[][][],
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context: IdentityContext, info) => {
    for (const alternatives of needed) requireAccess(coordinate, alternatives, context.identity);
    return resolve(source, args, context, info);
  };
}

/**
 * Makes every field that carries `@requiresScopes`, or stands in a type that does, check the caller, so that a subgraph refuses by
 * itself what the gateway should have refused. Root fields without scopes make it throw: the scope
 * of every operation is in the schema.
 */
export function enforceScopes(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    const ofType = scopesOf(type);
    const fields = type.getFields() as GraphQLFieldMap<unknown, IdentityContext>;
    for (const field of Object.values(fields)) {
      const ofField = scopesOf(field);
      const needed = [ofType, ofField].filter((scopes) => scopes !== undefined);
      if (needed.length > 0) guard(field, `${type.name}.${field.name}`, needed);
      else if (roots.has(type) && !field.name.startsWith('_')) {
        throw new Error(`${type.name}.${field.name} says no scopes.`);
      }
    }
  }
  return schema;
}
