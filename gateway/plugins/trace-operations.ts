import type { ApolloServerPlugin } from '@apollo/server';
import { ERROR_CODES } from '../../subgraphs/kit/domain-error.ts';
import { currentSpan } from '../../subgraphs/kit/tracing/tracing.ts';
import type { GatewayContext } from '../context.ts';

/** Name of all operations whose text is not one of the console's. */
const AD_HOC = 'ad-hoc';

/**
 * Says of the span of an operation what it was and what came of it. Names that clients choose are not
 * said: anything can stand in them.
 */
export function traceOperations(trusted: ReadonlySet<string>): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ request, operation, response }) {
          const known = trusted.has(request.query ?? '') ? operation?.name?.value : undefined;
          const { body } = response;
          const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
          const code = errors?.[0]?.extensions?.['code'];
          currentSpan()?.set({
            'graphql.operation.name': known ?? AD_HOC,
            'graphql.operation.type': operation?.operation ?? 'none',
            'tongma.outcome': errors
              ? (ERROR_CODES.find((one) => one === code) ?? 'INTERNAL')
              : 'OK',
          });
          return Promise.resolve();
        },
      }),
  };
}
