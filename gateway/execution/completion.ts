import {
  GraphQLError,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { leafCheck } from './leaf-value.ts';

/** Answers fields of introspection, which no subgraph is asked for. */
export type Introspect = (nodes: readonly FieldNode[], key: string) => unknown;

/** Null in place of something wrong that is reported already. */
export const BROKEN = Symbol('broken');
/** Null where null is not allowed: makes whatever holds it {@link BROKEN}. */
export const INVALID = Symbol('invalid');

/** What one request's shaping carries along. */
export interface State {
  readonly path: (string | number)[];
  readonly errors: GraphQLError[];
  readonly introspect: Introspect;
}

/** Makes of a subgraph's value one that the schema promises; `parent` is the type it stands in. */
export type Complete = (value: unknown, parent: string, state: State) => unknown;

/** Notes where a value is not what the schema promises. */
export function report(what: string, state: State, parent: string, type: string): void {
  const { path, errors } = state;
  const last = path.at(-1);
  const place =
    typeof last === 'number'
      ? `array element of type ${type} at index ${last}`
      : `field ${parent}.${String(last)}`;
  const code = 'INVALID_GRAPHQL';
  errors.push(new GraphQLError(`${what} ${place}.`, { path: [...path], extensions: { code } }));
}

/** Of a scalar or an enum. */
export function completeLeaf(type: GraphQLLeafType): Complete {
  const isValid = leafCheck(type);
  return (value, parent, state) => {
    if (value === null || isValid(value)) return value;
    report('Invalid value found for', state, parent, type.name);
    return BROKEN;
  };
}

/** Of what must not be null. */
export function completeNonNull(type: GraphQLOutputType, inner: Complete): Complete {
  return (value, parent, state) => {
    const completed = inner(value, parent, state);
    if (completed === BROKEN) return INVALID;
    if (completed !== null) return completed;
    report('Cannot return null for non-nullable', state, parent, String(type));
    return INVALID;
  };
}

/** Of a list; `type` is that of its elements. */
export function completeList(type: GraphQLOutputType, inner: Complete): Complete {
  return (value, parent, state) => {
    if (value === null) return null;
    if (!Array.isArray(value)) {
      report('Invalid value found for', state, parent, `[${String(type)}]`);
      return BROKEN;
    }
    let invalid = false;
    const list = new Array<unknown>(value.length);
    for (let at = 0; at < value.length; at += 1) {
      state.path.push(at);
      const element = inner(value[at] ?? null, parent, state);
      state.path.pop();
      if (element === INVALID) invalid = true;
      list[at] = element === BROKEN ? null : element;
    }
    return invalid ? BROKEN : list;
  };
}
