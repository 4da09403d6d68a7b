import type { QueryPlan } from '@apollo/query-planner';
import {
  GraphQLError,
  Kind,
  valueFromAST,
  GraphQLBoolean,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { fragmentsIn } from './document-parts.ts';
import { conditionsOf } from '../../subgraphs/kit/graphql/conditions.ts';
import { variableReader, type Coerced } from '../../subgraphs/kit/graphql/read-variables.ts';
import { kept } from '../../subgraphs/kit/kept.ts';
import type { DataObject } from './data.ts';
import type { PlannedDocument } from './joined-names.ts';
import { compileShape, type ResponseShape } from './response-shape.ts';

/** Most shapes that one operation is kept in: it has as many as its conditions can come out. */
const SHAPES_MAX = 32;

/** What graphql-js says of a condition that is null, where a variable with a default may be. */
const UNDECIDED = 'Argument "if" of non-null type "Boolean!" must not be null.';

/** One operation with all that is made once for it. */
export interface PreparedOperation {
  readonly plan: QueryPlan;
  readonly planned: PlannedDocument;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  coerce(variables: Readonly<DataObject>): Coerced;
  /** How its answer is made, with conditions as these variables decide them. */
  shapeFor(coerced: Readonly<DataObject>): ResponseShape;
}

/** Whether `@skip` and `@include` leave a selection in. */
function isTaken({ directives = [] }: SelectionNode, variables: Readonly<DataObject>): boolean {
  return directives.every(({ name, arguments: given = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const node = given[0]?.value;
    const value = node && valueFromAST(node, GraphQLBoolean, variables);
    return name.value === 'skip' ? value !== true : value === true;
  });
}

/**
 * Prepares an operation of a valid document; `plan` is made of the `planned` one by whoever knows the
 * subgraphs.
 */
export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  plan: QueryPlan,
  planned: PlannedDocument,
): PreparedOperation {
  const fragments = fragmentsIn(document);
  const definitions = [operation, ...fragments.values()];
  const conditions = conditionsOf({ kind: Kind.DOCUMENT, definitions });
  const coerce = variableReader(schema, operation.variableDefinitions, { onlyFirst: true });
  const shapes = kept<string, ResponseShape>(SHAPES_MAX);
  return {
    ...{ plan, planned, operation, fragments },
    coerce(variables) {
      const read = coerce(variables);
      const isUndecided = conditions.some((name) => read.coerced?.[name] === null);
      return isUndecided ? { errors: [new GraphQLError(UNDECIDED)] } : read;
    },
    shapeFor(coerced) {
      const key = conditions.map((name) => (coerced[name] === true ? '1' : '0')).join('');
      const known = shapes.get(key);
      if (known) return known;
      const taken = (node: SelectionNode) => isTaken(node, coerced);
      const shape = compileShape({
        ...{ schema, operation, fragments, isTaken: taken },
        gatheredAs: planned.gatheredAs,
      });
      shapes.set(key, shape);
      return shape;
    },
  };
}

/** The operation that a request means. */
export function operationIn(
  { definitions }: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | undefined {
  return definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .find((node) => name === undefined || node.name?.value === name);
}
