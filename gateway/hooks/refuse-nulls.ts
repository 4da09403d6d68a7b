import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import { nullArgumentOf } from '../limits/null-arguments.ts';
import type { OperationHook, OperationHooks } from './operation-hooks.ts';

/**
 * Refuses a mutation with an argument that is null where none may be, before anything is done. Of a
 * query the field alone fails, where it is run. Compiled once per operation.
 */
export function refuseNulls(): OperationHook {
  const compiled = new WeakMap<OperationDefinitionNode, ReturnType<typeof nullArgumentOf>>();
  const hooks: OperationHooks = {
    known({ document, operation, schema, request }) {
      if (!operation) return;
      const nullIn = compiled.get(operation) ?? nullArgumentOf(operation, document, schema);
      compiled.set(operation, nullIn);
      const fault = nullIn(request.variables ?? {});
      if (!fault) return;
      const { message, field } = fault;
      const extensions = { code: 'BAD_USER_INPUT', fields: [field], http: { status: 400 } };
      throw new GraphQLError(message, { extensions });
    },
  };
  return () => hooks;
}
