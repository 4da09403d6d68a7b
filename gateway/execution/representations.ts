import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { bareObject, isRecord, mergeInto, ownValue, setOwn, type DataObject } from './data.ts';

/** How a plan's path names the type that objects must be of. */
const ON = '... on ';

/** Whether an object is of a type of the supergraph; `unnamed` when it does not say what it is. */
function isOfType(schema: GraphQLSchema, object: DataObject, name: string, unnamed: boolean) {
  const said = object['__typename'];
  if (typeof said !== 'string') return unnamed;
  if (said === name) return true;
  const type = schema.getType(said);
  const on = schema.getType(name);
  if (!isAbstractType(on) || !(isObjectType(type) || isInterfaceType(type))) return false;
  return schema.isSubType(on, type);
}

/**
 * What a subgraph is told of an entity, as its plan requires; null when something of it is missing:
 * then the subgraph cannot be asked.
 */
export function representationOf(
  schema: GraphQLSchema,
  entity: DataObject,
  required: readonly QueryPlanSelectionNode[],
): DataObject | null {
  const representation = bareObject();
  for (const node of required) {
    if (node.kind === 'InlineFragment') {
      if (node.typeCondition === undefined) continue;
      if (!isOfType(schema, entity, node.typeCondition, false)) continue;
      const part = representationOf(schema, entity, node.selections);
      if (part) mergeInto(representation, part);
      continue;
    }
    const key = node.alias ?? node.name;
    const value = ownValue(entity, key);
    if (value === undefined) return null;
    representation[key] = node.selections ? partOf(schema, value, node.selections) : value;
  }
  return representation;
}

function partOf(
  schema: GraphQLSchema,
  value: unknown,
  required: readonly QueryPlanSelectionNode[],
): unknown {
  if (Array.isArray(value)) return value.map((one) => partOf(schema, one, required));
  return isRecord(value) ? representationOf(schema, value, required) : value;
}

/** Does at each object of a path what `change` does; the path's last element is a field. */
function atPath(
  schema: GraphQLSchema,
  path: readonly string[],
  value: unknown,
  change: (object: DataObject, field: string) => void,
): void {
  if (Array.isArray(value)) for (const one of value) atPath(schema, path, one, change);
  const [first, ...rest] = path;
  if (first === undefined || !isRecord(value)) return;
  if (rest.length === 0) change(value, first);
  else if (!first.startsWith(ON)) atPath(schema, rest, ownValue(value, first), change);
  else if (isOfType(schema, value, first.slice(ON.length), true)) {
    atPath(schema, rest, value, change);
  }
}

/** Renames and sets fields as a plan says where subgraphs know them by other names. */
export function rewrite(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
): void {
  for (const one of rewrites ?? []) {
    atPath(schema, one.path, value, (object, field) => {
      if (one.kind === 'ValueSetter') {
        setOwn(object, field, one.setValueTo);
        return;
      }
      const known = ownValue(object, field);
      if (known === undefined || known === null) return;
      setOwn(object, one.renameKeyTo, known);
      object[field] = undefined;
    });
  }
}
