import {
  BREAK,
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { conditionsOf } from '../graphql/conditions.ts';
import { variableReader, type Coerced } from '../graphql/read-variables.ts';
import { kept, type Kept } from '../kept.ts';
import { isLate, noteError, type Run } from './execution-run.ts';
import { planFields } from './plan-fields.ts';
import { runFields, type PlannedFields } from './run-fields.ts';

/** What is executed: a valid document. */
export interface Execution {
  readonly document: DocumentNode;
  /** Which of its operations. Default: the only one. */
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

/** Most ways that conditions of one operation come out that are kept. */
const WAYS_MAX = 16;
/** As many faults of variables are told as graphql-js tells. */
const FAULTS_MAX = 50;

/** What is known of one operation of a document. */
interface Known {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Names of the variables in its conditions. */
  readonly conditions: readonly string[];
  /** By the values of those variables. */
  readonly plans: Kept<string, PlannedFields>;
  readonly coerce: (variables: Execution['variables']) => Coerced;
}

/** The schema itself, and a name that is no property of an answer. */
const LEFT = new Set(['__schema', '__type', '__proto__']);

/** Whether a document asks for something that is left to graphql-js. */
function isLeft(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name, alias }) {
      if (!LEFT.has(name.value) && !(alias && LEFT.has(alias.value))) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

function knownOf(schema: GraphQLSchema, { document, operationName }: Execution): Known | null {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return null;
  if (isLeft(document)) return null;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const conditions = conditionsOf(document);
  const { variableDefinitions } = operation;
  const coerce = variableReader(schema, variableDefinitions, { maxErrors: FAULTS_MAX });
  return { operation, fragments, conditions, plans: kept(WAYS_MAX), coerce };
}

/**
 * Executes operations against a schema as graphql-js does, which looks for the fields of each object
 * and coerces the arguments of each field anew: here a query is planned once, with its arguments
 * coerced once for all items of a list. Mutations and what is asked about the schema itself are left
 * to graphql-js. Source: GraphQL, 6.
 */
export function operationExecutor(
  schema: GraphQLSchema,
): (execution: Execution) => ExecutionResult | PromiseLike<ExecutionResult> {
  const documents = new WeakMap<DocumentNode, Map<string, Known | null>>();

  function find(execution: Execution): Known | null {
    const { document, operationName = '' } = execution;
    let operations = documents.get(document);
    if (!operations) {
      operations = new Map<string, Known | null>();
      documents.set(document, operations);
    }
    let known = operations.get(operationName);
    if (known === undefined) operations.set(operationName, (known = knownOf(schema, execution)));
    return known;
  }

  function planOf(known: Known, variables: Run['variables']): PlannedFields {
    const { operation, fragments, plans } = known;
    const conditions = Object.fromEntries(known.conditions.map((name) => [name, variables[name]]));
    const way = Object.values(conditions).join();
    let plan = plans.get(way);
    if (!plan) {
      plan = planFields({ schema, operation, fragments, conditions });
      plans.set(way, plan);
    }
    return plan;
  }

  return (execution) => {
    const { document, operationName, variables: given, context } = execution;
    const known = find(execution);
    if (!known) {
      return execute({
        ...{ schema, document, variableValues: given, contextValue: context },
        operationName: operationName ?? null,
      });
    }
    const { coerced, errors } = known.coerce(given);
    if (!coerced) return { errors };
    const run: Run = {
      ...{ context, variables: coerced, errors: [], nulled: new Set(), arguments: [] },
    };
    const answer = (data: unknown): ExecutionResult => {
      const found = data as Record<string, unknown> | null;
      return run.errors.length > 0 ? { errors: run.errors, data: found } : { data: found };
    };
    const fail = (error: unknown) => {
      if (!(error instanceof GraphQLError)) throw error;
      noteError(error, undefined, run);
      return answer(null);
    };
    try {
      const data = runFields(planOf(known, coerced), undefined, undefined, run);
      return isLate(data) ? data.then(answer, fail) : answer(data);
    } catch (error) {
      return fail(error);
    }
  };
}
