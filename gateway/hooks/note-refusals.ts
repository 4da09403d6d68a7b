import { Kind, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import { ERROR_CODES } from '../../subgraphs/kit/domain-error.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { LOGGED_REFUSALS, type Refusals } from '../audit/refusals.ts';
import type { OperationHook, OperationHooks } from './operation-hooks.ts';

/** The first field asked for: names of operations are the client's to choose, those are not. */
function operationOf({ operation, selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections;
  return first?.kind === Kind.FIELD ? `${operation} ${first.name.value}` : operation;
}

/** Puts refusals of known accounts into the audit log. */
export function noteRefusals(refusals: Refusals): OperationHook {
  async function note(errors: readonly GraphQLFormattedError[], by: Identity, operation: string) {
    const given = errors.map(({ extensions }) => extensions?.['code']);
    const codes = ERROR_CODES.filter((code) => LOGGED_REFUSALS.has(code) && given.includes(code));
    for (const code of codes) await refusals.note(by, code, operation);
  }

  const hooks: OperationHooks = {
    answered({ response: { body }, operation, contextValue: { identity } }) {
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
      if (!identity || !operation || !errors) return undefined;
      return note(errors, identity, operationOf(operation));
    },
  };
  return () => hooks;
}
