import type { GraphQLError } from 'graphql';

const keyOf = (path: readonly (string | number)[]) => JSON.stringify(path);

/** Every path that leads to a place, its own included. */
function* waysTo(path: readonly (string | number)[]): Iterable<string> {
  for (let length = 0; length <= path.length; length += 1) yield keyOf(path.slice(0, length));
}

/**
 * Of the places where an answer is not what the schema promises, those that no error of a subgraph
 * explains: none is there, above it or below it. An error without a place explains all.
 */
export function unexplained(
  broken: readonly GraphQLError[],
  errors: readonly GraphQLError[],
): readonly GraphQLError[] {
  if (broken.length === 0 || errors.some(({ path }) => !path)) return [];
  const failed = new Set(errors.map(({ path = [] }) => keyOf(path)));
  const above = new Set(errors.flatMap(({ path = [] }) => [...waysTo(path)]));
  return broken.filter(({ path = [] }) => {
    if (above.has(keyOf(path))) return false;
    for (const way of waysTo(path)) if (failed.has(way)) return false;
    return true;
  });
}
