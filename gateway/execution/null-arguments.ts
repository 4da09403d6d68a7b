import {
  GraphQLError,
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  ValidationContext,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableNode,
} from 'graphql';
import { nullArgument } from '../../subgraphs/kit/graphql/coercion-fault.ts';
import type { DataObject } from './data.ts';

/** What a valid operation is looked through for. */
export interface NullParts {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether `@skip` and `@include` leave a selection in. */
  readonly isTaken: (node: SelectionNode, variables: Readonly<DataObject>) => boolean;
}

/** An argument that is wrong when a variable is null. */
interface Concerned {
  readonly argument: ArgumentNode;
  readonly variable: string;
  /** The field that it is of, below all that it stands within. */
  readonly way: readonly SelectionNode[];
}

/** Where an operation uses variables that may be null and no null may be: a default lets it pass. */
function usesOf({ schema, document, operation }: NullParts): ReadonlySet<VariableNode> {
  const nullable = new Set(
    (operation.variableDefinitions ?? [])
      .filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
      .map(({ variable }) => variable.name.value),
  );
  if (nullable.size === 0) return new Set();
  const context = new ValidationContext(schema, document, new TypeInfo(schema), () => undefined);
  const uses = context.getRecursiveVariableUsages(operation);
  return new Set(
    uses
      .filter(({ node, type }) => isNonNullType(type) && nullable.has(node.name.value))
      .map(({ node }) => node),
  );
}

function concernedIn(parts: NullParts): readonly Concerned[] {
  const uses = usesOf(parts);
  if (uses.size === 0) return [];

  function inField(way: readonly SelectionNode[], given: readonly ArgumentNode[]): Concerned[] {
    return given.flatMap((argument) => {
      const names: string[] = [];
      visit(argument, {
        Variable(node) {
          if (uses.has(node)) names.push(node.name.value);
        },
      });
      return names.map((variable) => ({ argument, variable, way }));
    });
  }

  function below({ selections }: SelectionSetNode, within: readonly SelectionNode[]): Concerned[] {
    return selections.flatMap((node) => {
      const way = [...within, node];
      const { selectionSet } =
        node.kind === Kind.FRAGMENT_SPREAD
          ? (parts.fragments.get(node.name.value) ?? { selectionSet: undefined })
          : node;
      const own = node.kind === Kind.FIELD ? inField(way, node.arguments ?? []) : [];
      return selectionSet ? [...own, ...below(selectionSet, way)] : own;
    });
  }

  return below(parts.operation.selectionSet, []);
}

/**
 * Finds why a mutation is refused for null variables; null when it is not. A null argument is an error
 * of its field, and when that is met, the mutation may be done already: what its answer holds of other
 * subgraphs is asked for afterwards. Of a query the field alone fails, where it is run.
 * Source: GraphQL, 6.4.1.
 */
export function nullRefusal(
  parts: NullParts,
): (variables: Readonly<DataObject>) => GraphQLError | null {
  const isMutation = parts.operation.operation === OperationTypeNode.MUTATION;
  const concerned = isMutation ? concernedIn(parts) : [];
  return (variables) => {
    const wrong = concerned.find(
      ({ variable, way }) =>
        variables[variable] === null && way.every((node) => parts.isTaken(node, variables)),
    );
    if (!wrong) return null;
    const { name, value } = wrong.argument;
    const { message, field } = nullArgument(name.value, value.kind === Kind.VARIABLE);
    return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields: [field] } });
  };
}
