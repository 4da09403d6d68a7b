import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import type { Log } from '../../subgraphs/kit/log.ts';
import type { OperationHook, OperationHooks } from './operation-hooks.ts';

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
export function noteBroken(log: Log): OperationHook {
  const hooks: OperationHooks = {
    answered({ response: { body }, contextValue: { requestId } }) {
      const places = body.kind === 'single' ? brokenPlaces(body.singleResult) : [];
      if (places.length === 0) return;
      log.error(
        { requestId, places: places.slice(0, NAMED_MAX), alarm: 'BROKEN_PROMISE' },
        'a subgraph did not give what the schema promises',
      );
    },
  };
  return () => hooks;
}
