import {
  HeaderMap,
  type ApolloServerOptions,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
} from '@apollo/server';
import type { ExecutionResult } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { asGraphQLError } from './as-graphql-error.ts';
import type { FederatedGraph } from './federated-graph.ts';

/** Gives errors the form in which clients get them. */
export type FormatError = NonNullable<ApolloServerOptions<GatewayContext>['formatError']>;

/** Answers an operation that nothing refuses. */
export type AnswerOperation = (
  operation: GraphQLRequestContextResponseForOperation<GatewayContext>,
) => Promise<GraphQLResponse>;

/** What came of an operation, as the server says it of its own: the code of errors without one, the status. */
interface Outcome {
  readonly code: string;
  readonly http: { readonly status?: number };
}

const EXECUTED: Outcome = { code: 'INTERNAL_SERVER_ERROR', http: {} };
/** Its variables are none that it takes. */
const REFUSED: Outcome = { code: 'BAD_USER_INPUT', http: { status: 400 } };
const FAILED: Outcome = { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } };

/**
 * Has a graph answer operations, in the place where a server answers without executing anything itself.
 * As its gateway it would be handed each request in an object with accessors of its own. V8 makes a
 * hidden class of each such object, which refers to the request and which only a collection of the whole
 * heap takes away: every request would stay until then.
 */
export function answerBy(graph: FederatedGraph, formatError: FormatError): AnswerOperation {
  function response(
    { code, http }: Outcome,
    { errors: given, ...result }: ExecutionResult,
  ): GraphQLResponse {
    const errors = given?.map((error) => {
      const extensions = { code, ...error.extensions };
      return formatError({ ...error.toJSON(), extensions }, error);
    });
    return {
      http: { headers: new HeaderMap(), ...http },
      body: {
        kind: 'single',
        singleResult: { ...result, ...(errors && { errors }) },
      },
    };
  }

  return async ({ document, request, contextValue }) => {
    const { operationName, variables = {} } = request;
    try {
      const result = await graph.execute({ document, operationName, variables }, contextValue);
      return response(result.data === undefined ? REFUSED : EXECUTED, result);
    } catch (error) {
      return response(FAILED, { errors: [asGraphQLError(error)] });
    }
  };
}
