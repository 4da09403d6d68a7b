import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { ERROR_CODES } from '../../subgraphs/kit/domain-error.ts';
import { LOGGED_REFUSALS, type Refusals } from '../audit/refusals.ts';
import type { GatewayContext } from '../context.ts';

/** The first field asked for: names of operations are the client's to choose, those are not. */
function operationOf({ operation, selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections;
  return first?.kind === Kind.FIELD ? `${operation} ${first.name.value}` : operation;
}

/** Puts refusals of known accounts into the audit log. */
export function noteRefusals(refusals: Refusals): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async willSendResponse({ response, operation, contextValue: { identity } }) {
          if (!identity || !operation || response.body.kind !== 'single') return;
          const given = response.body.singleResult.errors?.map(
            ({ extensions }) => extensions?.['code'],
          );
          const codes = ERROR_CODES.filter(
            (code) => LOGGED_REFUSALS.has(code) && given?.includes(code),
          );
          for (const code of codes) await refusals.note(identity, code, operationOf(operation));
        },
      }),
  };
}
