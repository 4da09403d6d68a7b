import type { FieldNode, GraphQLField } from 'graphql';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import type { ListSize } from './cost-table.ts';
import { valueOf, type Variables } from './input-cost.ts';

/** Length of a list of which the schema says nothing. */
export const LENGTH_ASSUMED = 5;

/** How long a list is in one request. */
export type Length = (variables: Variables) => number;

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/**
 * Length of the lists of a field: the largest slicing argument that is given, else the largest
 * default of one, else what is assumed.
 * @throws {DomainError} BAD_USER_INPUT when one slicing argument is asked for, and not one is given
 */
export function lengthOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  size: ListSize | undefined,
): Length {
  if (!size) return () => LENGTH_ASSUMED;
  const { assumedSize, requireOneSlicingArgument } = size;
  const slicing = size.slicingArguments ?? [];
  const defaults = field.args
    .filter(({ name }) => slicing.includes(name))
    .map(({ defaultValue }) => defaultValue)
    .filter(isLength);
  const given = (node.arguments ?? []).filter(({ name }) => slicing.includes(name.value));
  const fallback = defaults.length > 0 ? Math.max(...defaults) : assumedSize;

  return (variables) => {
    const values = given
      .map(({ value }) => valueOf(value, variables))
      .filter((value) => value !== undefined && value !== null);
    const one = values.length === 1 || (values.length === 0 && defaults.length > 0);
    if (slicing.length > 0 && requireOneSlicingArgument && !one) {
      throw new DomainError('BAD_USER_INPUT', `${field.name} needs one of: ${slicing.join(', ')}.`);
    }
    const lengths = values.filter(isLength); // others are refused with the operation's variables
    return Math.max(0, lengths.length > 0 ? Math.max(...lengths) : (fallback ?? LENGTH_ASSUMED));
  };
}
