import {
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  ValidationContext,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableNode,
} from 'graphql';
import { fragmentsIn } from '../execution/document-parts.ts';
import { nullArgument, type CoercionFault } from '../../subgraphs/kit/graphql/coercion-fault.ts';
import { declaredIn, isLeftOut } from '../cost/document-cost.ts';
import type { Variables } from '../cost/input-cost.ts';

/** An argument that is wrong when a variable is null. */
interface Concerned {
  readonly argument: ArgumentNode;
  readonly variable: string;
  /** The field that it is of, below all that it stands within. */
  readonly way: readonly SelectionNode[];
}

/** Where an operation uses variables that may be null and no null may be: a default lets it pass. */
function usesOf(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): ReadonlySet<VariableNode> {
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

function concernedIn(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): readonly Concerned[] {
  const uses = usesOf(operation, document, schema);
  if (uses.size === 0) return [];
  const fragments = fragmentsIn(document);

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
      const holder = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const selectionSet = holder?.selectionSet;
      const own = node.kind === Kind.FIELD ? inField(way, node.arguments ?? []) : [];
      return selectionSet ? [...own, ...below(selectionSet, way)] : own;
    });
  }

  return below(operation.selectionSet, []);
}

/**
 * Compiles which argument of a valid mutation is null, or holds it, where none may be; null when none
 * is. That is an error of a field, and when it is met the mutation may be done already: what its answer
 * holds of other subgraphs is asked for afterwards. Source: GraphQL, 6.4.1.
 */
export function nullArgumentOf(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): (variables: Variables) => CoercionFault | null {
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const concerned = isMutation ? concernedIn(operation, document, schema) : [];
  if (concerned.length === 0) return () => null;
  const declared = declaredIn(operation);
  return (given) => {
    const variables = declared(given);
    const wrong = concerned.find(
      ({ variable, way }) =>
        variables[variable] === null && !way.some((node) => isLeftOut(node, variables)),
    );
    if (!wrong) return null;
    const { name, value } = wrong.argument;
    return nullArgument(name.value, value.kind === Kind.VARIABLE);
  };
}
