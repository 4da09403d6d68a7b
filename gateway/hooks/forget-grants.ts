import { OperationTypeNode } from 'graphql';
import type { GrantsOf } from '../auth/grants.ts';
import type { OperationHook, OperationHooks } from './operation-hooks.ts';

/**
 * After a mutation the account's grants are asked for again: who has just registered may act for
 * that registration with the next request.
 */
export function forgetGrants(grantsOf: GrantsOf): OperationHook {
  const hooks: OperationHooks = {
    answered({ operation, contextValue: { identity } }) {
      if (identity && operation?.operation === OperationTypeNode.MUTATION) {
        grantsOf.forget(identity.subject);
      }
    },
  };
  return () => hooks;
}
