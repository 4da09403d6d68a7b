import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import type { Log } from '../../subgraphs/kit/log.ts';
import type { GatewayContext } from '../context.ts';

/** Most places that one line names. */
const NAMED_MAX = 10;

/**
 * Where an answer has null because a subgraph did not give what the schema promises; elements of
 * lists are `#`. Clients see it as `extensions.valueCompletion`, and nothing in `errors`.
 */
export function brokenPlaces({ extensions }: Pick<FormattedExecutionResult, 'extensions'>) {
  const found: unknown = extensions?.['valueCompletion'];
  if (!Array.isArray(found)) return [];
  const places = found.map((error: unknown) =>
    error instanceof GraphQLError
      ? (error.path ?? []).map((part) => (typeof part === 'number' ? '#' : part)).join('.')
      : '',
  );
  return [...new Set(places)];
}

/** Tells the operator of answers that are not what the schema promises. */
export function noteBroken(log: Log): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ response, contextValue: { requestId } }) {
          const places =
            response.body.kind === 'single' ? brokenPlaces(response.body.singleResult) : [];
          if (places.length > 0) {
            const given = {
              requestId,
              places: places.slice(0, NAMED_MAX),
              alarm: 'BROKEN_PROMISE',
            };
            log.error(given, 'a subgraph did not give what the schema promises');
          }
          return Promise.resolve();
        },
      }),
  };
}
