import { buildSubgraphSchema } from '@apollo/subgraph';
import { getNamedType, isObjectType, parse, type GraphQLObjectType } from 'graphql';
import { enforceScopes, type IdentityContext } from '../../subgraphs/kit/graphql/enforce-scopes.ts';
import { coordinatesOf, decisionBy, type Asking, type Decision } from './decisions.ts';

/** Calls a guarded field, whose guard comes before anything else it does. */
function call(type: GraphQLObjectType, field: string, identity: Asking): void {
  const context = { identity } as IdentityContext;
  const { resolve } = type.getFields()[field]!;
  resolve?.({}, {}, context, {} as never);
}

/**
 * Decisions that the guards of a subgraph really take: the schema of its SDL, guarded as the
 * service guards it, and each field called as everybody.
 */
export function decisionsByGuards(sdl: string): Map<string, Decision> {
  const schema = enforceScopes(buildSubgraphSchema(parse(sdl)));
  return new Map(
    coordinatesOf(schema).map(([coordinate, field, type]) => {
      const returned = getNamedType(field.type);
      return [
        coordinate,
        decisionBy((identity) => {
          call(type, field.name, identity);
          // Who sees none of its fields does not get the object. A type that every service may
          // extend is judged by what it says of itself: by a field without scopes of its own.
          if (isObjectType(returned)) {
            const plain = Object.values(returned.getFields()).find(
              ({ astNode }) =>
                !astNode?.directives?.some(({ name }) =>
                  ['requiresScopes', 'authenticated'].includes(name.value),
                ),
            );
            if (plain) call(returned, plain.name, identity);
          }
        }),
      ];
    }),
  );
}
