import {
  getArgumentValues,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
} from 'graphql';
import { isLate, nullFor, type Place, type Run } from './execution-run.ts';

/** Makes of what a resolver gave what stands in the answer, at once or later. */
export type Complete = (value: unknown, place: Place, run: Run) => unknown;

/** One field of an object, as an operation asks for it. */
export interface PlannedField {
  /** In the answer. */
  readonly key: string;
  /** Counts the fields of an operation, from 0. */
  readonly number: number;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Everywhere that the operation asks for it. */
  readonly nodes: readonly FieldNode[];
  /** None where it is a property that is read. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | null;
  /** Whether a resolver is told its place, or places within it can fail by themselves. */
  readonly holdsPlaces: boolean;
  readonly mayBeNull: boolean;
  readonly info: Omit<GraphQLResolveInfo, 'path' | 'variableValues'>;
  readonly complete: Complete;
}

/** The fields that an operation asks an object of a type for, in the order of the answer. */
export interface PlannedFields {
  readonly typename: string;
  readonly fields: readonly PlannedField[];
}

/** For values in which nothing can fail by itself. */
const NOWHERE: Place = { prev: undefined, key: '', typename: undefined };
/** Arguments of fields that take none: the same for all. */
const NO_ARGUMENTS = Object.freeze<Record<string, unknown>>({});

function argumentsOf({ definition, nodes, number }: PlannedField, run: Run) {
  const [node] = nodes;
  if (definition.args.length === 0 || !node) return NO_ARGUMENTS;
  const known = run.arguments[number];
  if (known) {
    if ('fault' in known) throw known.fault;
    return known.values;
  }
  try {
    const values = getArgumentValues(definition, node, run.variables);
    run.arguments[number] = { values };
    return values;
  } catch (fault) {
    run.arguments[number] = { fault };
    throw fault;
  }
}

/** What a resolver is told of its field and of where it stands. */
export function infoAt(
  { info }: Pick<PlannedField, 'info'>,
  path: Place,
  { variables }: Run,
): GraphQLResolveInfo {
  return { ...info, path, variableValues: variables };
}

/** The object whose fields are run. */
interface Within {
  readonly place: Place | undefined;
  readonly typename: string;
}

function placeOf({ key }: PlannedField, { place: prev, typename }: Within): Place {
  return { prev, key, typename };
}

/** What a field without a resolver has, which takes no arguments: a property, or what a method gives. */
function propertyOf(source: unknown, field: PlannedField, within: Within, run: Run): unknown {
  if (typeof source !== 'object' || source === null) return undefined;
  const value: unknown = Reflect.get(source, field.definition.name);
  if (typeof value !== 'function') return value;
  const info = infoAt(field, placeOf(field, within), run);
  return Reflect.apply(value, source, [NO_ARGUMENTS, run.context, info]) as unknown;
}

function runField(field: PlannedField, source: unknown, within: Within, run: Run): unknown {
  const { resolve, complete } = field;
  const place = field.holdsPlaces ? placeOf(field, within) : NOWHERE;
  const fail = (raw: unknown) =>
    nullFor(raw, place === NOWHERE ? placeOf(field, within) : place, field, run);
  try {
    const value = resolve
      ? resolve(source, argumentsOf(field, run), run.context, infoAt(field, place, run))
      : propertyOf(source, field, within, run);
    const completed = isLate(value)
      ? value.then((come) => complete(come, place, run))
      : complete(value, place, run);
    return isLate(completed) ? completed.then(undefined, fail) : completed;
  } catch (raw) {
    return fail(raw);
  }
}

/**
 * Answers with an object's fields: at once, or later when one of them comes later.
 * @throws {GraphQLError} for a field that failed and may not be null
 */
export function runFields(
  { typename, fields }: PlannedFields,
  source: unknown,
  place: Place | undefined,
  run: Run,
): unknown {
  const answer: Record<string, unknown> = {};
  const within = { place, typename };
  let late: PromiseLike<void>[] | undefined;
  try {
    for (const field of fields) {
      const value = runField(field, source, within, run);
      answer[field.key] = value; // now, for the order
      if (!isLate(value)) continue;
      const put = (come: unknown) => {
        answer[field.key] = come;
      };
      (late ??= []).push(value.then(put));
    }
  } catch (error) {
    return failAfter(late ?? [], error);
  }
  return late ? Promise.all(late).then(() => answer) : answer;
}

/** Fails with an error, but not before what others are at has ended: nobody else would hear of it. */
export function failAfter(late: readonly PromiseLike<unknown>[], error: unknown): unknown {
  if (late.length === 0) throw error;
  return Promise.all(late).finally(() => {
    throw error;
  });
}
