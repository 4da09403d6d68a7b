import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsIn } from '../execution/document-parts.ts';
import { BATCH_PRICES, type BatchPrice } from './batch-price.ts';
import type { CostTable } from './cost-table.ts';
import { inputCost, valueOf, type Variables } from './input-cost.ts';
import { introspectionCost } from './introspection-cost.ts';
import { lengthOf, type Length } from './list-length.ts';

/** Cost of one operation with one request's variables. */
export type CostOf = (variables: Variables) => number;

/** Lengths of lists below a field that the field's own arguments say, by their names. */
type Sized = ReadonlyMap<string, Length>;

/** A mutation by itself, as in Apollo's demand control. */
const MUTATION_COST = 10;
const UNSIZED: Sized = new Map();

/** Whether `@skip` or `@include` leaves a selection out. */
export function isLeftOut({ directives }: SelectionNode, variables: Variables): boolean {
  return (directives ?? []).some(({ name, arguments: [condition] = [] }) => {
    const value = condition && valueOf(condition.value, variables);
    return name.value === 'skip' ? value === true : name.value === 'include' && value === false;
  });
}

/**
 * Compiles what the variables of an operation are in one request, with their defaults. Only what is
 * declared is looked at: a client may send any number of others.
 */
export function declaredIn({
  variableDefinitions = [],
}: OperationDefinitionNode): (given: Variables) => Variables {
  const declared = variableDefinitions.map(({ variable, defaultValue }) => ({
    name: variable.name.value,
    usual: defaultValue && valueOf(defaultValue, {}),
  }));
  return (given) =>
    Object.fromEntries(
      declared.map(({ name, usual }) => [name, Object.hasOwn(given, name) ? given[name] : usual]),
    );
}

/**
 * Compiles the cost of a valid operation: objects cost 1, scalars and enums nothing, unless
 * `@cost` weighs the field or its type; lists cost their length times that, as `@listSize` says.
 * Fragments are expanded: bound the selections before. Source: Apollo's demand control, static
 * costs.
 */
export function compileCost(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
  table: CostTable,
): CostOf {
  const fragments = fragmentsIn(document);

  /** Coordinates of a field: that of an abstract type stands for those of all that implement it. */
  function coordinatesOf(parent: GraphQLCompositeType, name: string): string[] {
    const concrete = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
    return [parent, ...concrete].map((type) => `${type.name}.${name}`);
  }

  function weightOf(coordinates: readonly string[], type: GraphQLCompositeType | { name: string }) {
    const weights = coordinates
      .map((coordinate) => table.weights.get(coordinate))
      .filter((weight) => weight !== undefined);
    if (weights.length > 0) return Math.max(...weights);
    const usual = 'getFields' in type || 'getTypes' in type ? 1 : 0;
    return table.weights.get(type.name) ?? usual;
  }

  function batchCost({ argument, itemsPerUnit }: BatchPrice, node: FieldNode): CostOf {
    const given = node.arguments?.find(({ name }) => name.value === argument);
    return (variables) => {
      const items = given && valueOf(given.value, variables);
      return Math.max(1, Math.ceil((Array.isArray(items) ? items.length : 1) / itemsPerUnit));
    };
  }

  function argumentsCost(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    coordinate: string,
  ): CostOf {
    const given = (node.arguments ?? []).flatMap(({ name, value }) => {
      const argument = field.args.find((one) => one.name === name.value);
      return argument ? [{ argument, value, place: `${coordinate}(${name.value}:)` }] : [];
    });
    return (variables) =>
      given.reduce(
        (sum, { argument, value, place }) =>
          sum + inputCost(argument, place, valueOf(value, variables), table),
        0,
      );
  }

  function fieldCost(node: FieldNode, parent: GraphQLCompositeType, sized: Sized): CostOf {
    const name = node.name.value;
    if (name === '__typename') return () => 0;
    if (name.startsWith('__')) return introspectionCost(node, fragments, schema);
    const coordinates = coordinatesOf(parent, name);
    const batch = coordinates.map((one) => BATCH_PRICES.get(one)).find((price) => price);
    if (batch) return batchCost(batch, node);
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) return () => Infinity; // not in the schema: validation has refused it
    const size = coordinates.map((one) => table.listSizes.get(one)).find((one) => one);
    const type = getNamedType(field.type);
    const own = weightOf(coordinates, type);
    const inputs = argumentsCost(node, field, coordinates[0] ?? '');
    const length = lengthOf(node, field, size);
    const below =
      node.selectionSet && isCompositeType(type)
        ? selectionsCost(
            node.selectionSet,
            type,
            new Map((size?.sizedFields ?? []).map((one) => [one, length])),
          )
        : () => 0;
    const isList = isListType(getNullableType(field.type));
    const instances = isList ? (sized.get(name) ?? length) : () => 1;
    return (variables) => instances(variables) * (own + below(variables)) + inputs(variables);
  }

  function selectionCost(node: SelectionNode, parent: GraphQLCompositeType, sized: Sized): CostOf {
    if (node.kind === Kind.FIELD) return fieldCost(node, parent, sized);
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    if (!fragment) return () => Infinity;
    const on = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    return selectionsCost(fragment.selectionSet, isCompositeType(on) ? on : parent, sized);
  }

  function selectionsCost(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    sized: Sized,
  ): CostOf {
    const parts = selections.map((node) => ({ node, cost: selectionCost(node, parent, sized) }));
    return (variables) =>
      parts.reduce(
        (sum, { node, cost }) => sum + (isLeftOut(node, variables) ? 0 : cost(variables)),
        0,
      );
  }

  const root = schema.getRootType(operation.operation);
  const selections = root ? selectionsCost(operation.selectionSet, root, UNSIZED) : () => Infinity;
  const fixed = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  const declared = declaredIn(operation);
  return (variables) => fixed + selections(declared(variables));
}
