import { leastVariables } from '../engine/least-variables.ts';
import type { OperationHook, OperationHooks } from './operation-hooks.ts';

/** Gives an operation that is only planned the variables it needs for that. */
export function onlyPlan(): OperationHook {
  const hooks: OperationHooks = {
    known({ operation, schema, request, contextValue: { warming } }) {
      if (warming && operation) request.variables = leastVariables(operation, schema);
    },
  };
  return () => hooks;
}
