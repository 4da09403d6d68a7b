import { locatedError, type FieldNode, type GraphQLError } from 'graphql';

/** A place in an answer. An object is a place of its own, so that what stands within it is known by it. */
export interface Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  /** Of the object that it is a field of; of an item of a list none. */
  readonly typename: string | undefined;
}

/** Arguments as they were coerced, or the error that they could not be. */
export type CoercedArguments =
  { readonly values: Record<string, unknown> } | { readonly fault: unknown };

/** What one execution carries along. */
export interface Run {
  readonly context: unknown;
  /** As they were coerced. */
  readonly variables: Record<string, unknown>;
  readonly errors: GraphQLError[];
  /** Places that are null for an error. Where the whole answer is, undefined. */
  readonly nulled: Set<Place | undefined>;
  /** Of each field of the operation, by its number: once for all objects that it is a field of. */
  readonly arguments: CoercedArguments[];
}

/** Whether a value will come later. */
export function isLate(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

function pathOf(place: Place): (string | number)[] {
  const path = [];
  for (let at: Place | undefined = place; at; at = at.prev) path.push(at.key);
  return path.reverse();
}

function isNulled(place: Place | undefined, { nulled }: Run): boolean {
  for (let at = place; at; at = at.prev) if (nulled.has(at)) return true;
  return nulled.has(undefined);
}

/** Notes an error, unless what it stands in is null for another one already. */
export function noteError(error: GraphQLError, place: Place | undefined, run: Run): void {
  if (isNulled(place, run)) return;
  run.nulled.add(place);
  run.errors.push(error);
}

/**
 * Null for what failed at a place, with the error noted.
 * @throws {GraphQLError} where no null may stand: makes null what holds it
 */
export function nullFor(
  raw: unknown,
  place: Place,
  { nodes, mayBeNull }: { readonly nodes: readonly FieldNode[]; readonly mayBeNull: boolean },
  run: Run,
): null {
  const error = locatedError(raw, nodes, pathOf(place));
  if (!mayBeNull) throw error;
  noteError(error, place, run);
  return null;
}
