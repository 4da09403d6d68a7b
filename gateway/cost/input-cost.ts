import {
  getNamedType,
  isInputObjectType,
  valueFromASTUntyped,
  type ConstValueNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type ValueNode,
} from 'graphql';
import type { CostTable } from './cost-table.ts';

/** Values of one request's variables, as they came. */
export type Variables = Readonly<Record<string, unknown>>;

/** Levels of an input; deeper ones cost more than anybody may spend. */
const LEVELS_MAX = 20;

/** What a value in a document is in one request. Variables are not copied: a client may send any number. */
export function valueOf(node: ValueNode | ConstValueNode, variables: Variables): unknown {
  return valueFromASTUntyped(node, variables);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Each input object costs 1, each scalar nothing, unless the schema weighs them. */
export function inputCost(
  definition: GraphQLArgument | GraphQLInputField,
  coordinate: string,
  value: unknown,
  { weights }: CostTable,
): number {
  function costOf(
    at: GraphQLArgument | GraphQLInputField,
    place: string,
    given: unknown,
    level: number,
  ): number {
    if (given === null || given === undefined) return 0;
    if (level > LEVELS_MAX) return Infinity;
    if (Array.isArray(given)) {
      return given.reduce<number>((sum, item) => sum + costOf(at, place, item, level + 1), 0);
    }
    const type = getNamedType(at.type);
    const own = weights.get(place) ?? weights.get(type.name);
    if (!isInputObjectType(type) || !isRecord(given)) return own ?? 0;
    return Object.values(type.getFields()).reduce(
      (sum, field) =>
        sum + costOf(field, `${type.name}.${field.name}`, given[field.name], level + 1),
      own ?? 1,
    );
  }
  return costOf(definition, coordinate, value, 0);
}
