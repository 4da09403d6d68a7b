import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import { leastVariables } from '../engine/least-variables.ts';

/** Gives an operation that is only planned the variables it needs for that. */
export function onlyPlan(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ operation, schema, request, contextValue: { warming } }) {
          if (warming && operation) request.variables = leastVariables(operation, schema);
          return Promise.resolve();
        },
      }),
  };
}
