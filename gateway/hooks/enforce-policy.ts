import { GraphQLError, type DocumentNode } from 'graphql';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import type { PolicyTable } from '../policy/policy-table.ts';
import { checkRequirements, requirementsOf, type Requirements } from '../policy/requirements.ts';
import type { OperationHook, OperationHooks } from './operation-hooks.ts';

const NOBODY = { kind: 'GATEWAY', scopes: [] } as const;

/** Enforces the table of scopes before anything is planned; compiled once per document. */
export function enforcePolicy(policy: PolicyTable): OperationHook {
  const compiled = new WeakMap<DocumentNode, Requirements>();
  const hooks: OperationHooks = {
    known({ document, schema, contextValue }) {
      const needed = compiled.get(document) ?? requirementsOf(document, schema, policy);
      compiled.set(document, needed);
      if (contextValue.warming) return;
      try {
        checkRequirements(needed, contextValue.identity ?? NOBODY);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        throw new GraphQLError(error.message, {
          extensions: { code: error.code, http: { status: 403 } },
        });
      }
    },
  };
  return () => hooks;
}
