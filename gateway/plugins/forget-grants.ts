import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GrantsOf } from '../auth/grants.ts';
import type { GatewayContext } from '../context.ts';

/**
 * After a mutation the account's grants are asked for again: who has just registered may act for
 * that registration with the next request.
 */
export function forgetGrants(grantsOf: GrantsOf): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ operation, contextValue: { identity } }) {
          if (identity && operation?.operation === OperationTypeNode.MUTATION) {
            grantsOf.forget(identity.subject);
          }
          return Promise.resolve();
        },
      }),
  };
}
