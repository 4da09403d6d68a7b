import { currentSpan } from '../../subgraphs/kit/tracing/tracing.ts';
import { operationNameOf, outcomeOf } from './operation-outcome.ts';
import type { OperationHook, OperationHooks } from './operation-hooks.ts';

/**
 * Says of the span of an operation what it was and what came of it. Names that clients choose are not
 * said: anything can stand in them.
 */
export function traceOperations(trusted: ReadonlySet<string>): OperationHook {
  const hooks: OperationHooks = {
    answered({ request, operation, response }) {
      currentSpan()?.set({
        'graphql.operation.name': operationNameOf(trusted, request.query, operation),
        'graphql.operation.type': operation?.operation ?? 'none',
        'tongma.outcome': outcomeOf(response),
      });
    },
  };
  return () => hooks;
}
