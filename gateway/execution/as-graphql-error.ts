import { GraphQLError } from 'graphql';

/** Whatever was thrown, as an error of an answer. */
export function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error('thrown value');
  return new GraphQLError(originalError.message, { originalError });
}
