import type { ApolloServerPlugin } from '@apollo/server';
import { currentSpan } from '../../subgraphs/kit/tracing/tracing.ts';
import type { GatewayContext } from '../context.ts';
import { operationNameOf, outcomeOf } from './operation-outcome.ts';

/**
 * Says of the span of an operation what it was and what came of it. Names that clients choose are not
 * said: anything can stand in them.
 */
export function traceOperations(trusted: ReadonlySet<string>): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ request, operation, response }) {
          currentSpan()?.set({
            'graphql.operation.name': operationNameOf(trusted, request.query, operation),
            'graphql.operation.type': operation?.operation ?? 'none',
            'tongma.outcome': outcomeOf(response),
          });
          return Promise.resolve();
        },
      }),
  };
}
