import { executeSync, Kind, type GraphQLSchema } from 'graphql';
import type { DataObject } from './data.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { Introspect } from './completion.ts';

/** Answers what an operation asks of the schema itself. */
export function introspection(
  schema: GraphQLSchema,
  { operation, fragments }: Pick<PreparedOperation, 'operation' | 'fragments'>,
  variableValues: Readonly<DataObject>,
): Introspect {
  return (nodes, key) => {
    const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes } as const;
    const definitions = [{ ...operation, selectionSet }, ...fragments.values()];
    const document = { kind: Kind.DOCUMENT, definitions } as const;
    return executeSync({ schema, document, variableValues, rootValue: {} }).data?.[key] ?? null;
  };
}
