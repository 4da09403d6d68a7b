import type { GraphQLResponse } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { ERROR_CODES } from '../../subgraphs/kit/domain-error.ts';
import { brokenPlaces } from './note-broken.ts';

/** What all operations are called whose text is not one of the console's: names are clients' to choose. */
export const AD_HOC = 'ad-hoc';

/** What metrics and traces call an operation; `trusted` are the texts whose names may be said. */
export function operationNameOf(
  trusted: ReadonlySet<string>,
  query: string | undefined,
  operation: OperationDefinitionNode | undefined,
): string {
  return (trusted.has(query ?? '') ? operation?.name?.value : undefined) ?? AD_HOC;
}

/** `OK`, or the code of the first error; what a subgraph did not give as promised is one. */
export function outcomeOf({ body }: GraphQLResponse): string {
  if (body.kind !== 'single') return 'OK';
  const [error] = body.singleResult.errors ?? [];
  if (!error) return brokenPlaces(body.singleResult).length > 0 ? 'INTERNAL' : 'OK';
  const code = error.extensions?.['code'];
  return ERROR_CODES.find((known) => known === code) ?? 'INTERNAL';
}
