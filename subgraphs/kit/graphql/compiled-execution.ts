import {
  BREAK,
  execute,
  getNullableType,
  getOperationAST,
  GraphQLError,
  isListType,
  isObjectType,
  OperationTypeNode,
  visit,
  type ASTNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/** What is executed. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

/** A document is compiled when it is asked for again: compiling costs as much as executing it some times. */
const USES_BEFORE = 3;

type Run = (context: unknown, variables: Execution['variables']) => Promise<ExecutionResult>;

/** What is known of one operation of a document. */
interface Known {
  uses: number;
  /** Null where it cannot be compiled. */
  compiled?: Run | null;
}

/**
 * Whether a document has what compiled code mistakes: a field that is asked for twice where fields are
 * skipped or included, a variable within a list or an object.
 */
function isMistaken(document: DocumentNode): boolean {
  let found = false;
  const stop = () => {
    found = true;
    return BREAK;
  };
  const lookWithin = (value: ASTNode) => {
    visit(value, { Variable: stop });
    return found ? BREAK : undefined;
  };
  visit(document, { Directive: stop, ListValue: lookWithin, ObjectValue: lookWithin });
  return found;
}

/** Whether a field gives lists of lists: compiled code gives them an item too many when one fails. */
function hasListsOfLists(schema: GraphQLSchema): boolean {
  return Object.values(schema.getTypeMap()).some(
    (type) =>
      isObjectType(type) &&
      Object.values(type.getFields()).some(({ type: given }) => {
        const list = getNullableType(given);
        return isListType(list) && isListType(getNullableType(list.ofType));
      }),
  );
}

/**
 * Errors as graphql-js has them. Compiled code leaves out what is empty, and says of a null where none
 * may be as if nobody had caused it.
 */
function inOurWords({ data, errors }: ExecutionResult): ExecutionResult {
  if (!errors) return { data: data ?? null };
  return {
    ...(data !== undefined && { data }),
    errors: errors.map(({ message, path, originalError }) => {
      const cause = originalError ?? new Error(message);
      return new GraphQLError(message, { path, originalError: cause });
    }),
  };
}

/**
 * Executes operations against a schema. Queries that come again and again are compiled to functions,
 * which costs a half of what graphql-js takes to walk them; the answers are the same, but for the order
 * of fields. What compiled code would mistake, mutations, and what has a variable of the wrong shape
 * are left to graphql-js.
 */
export function compiledExecution(
  schema: GraphQLSchema,
): (execution: Execution) => Promise<ExecutionResult> {
  const known = new WeakMap<DocumentNode, Map<string, Known>>();

  async function walk({ document, operationName, variables, context }: Execution) {
    return execute({
      ...{ schema, document, variableValues: variables, contextValue: context },
      operationName: operationName ?? null,
    });
  }

  const isPlain = !hasListsOfLists(schema);

  function compiled({ document, operationName }: Execution): Run | null {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return null;
    if (!isPlain || isMistaken(document)) return null;
    const made = compileQuery(schema, document, operation.name?.value);
    if (!isCompiledQuery(made)) return null;
    return async (context, variables) =>
      inOurWords(await made.query(undefined, context, variables));
  }

  function knownOf({ document, operationName = '' }: Execution): Known {
    const operations = known.get(document) ?? new Map<string, Known>();
    known.set(document, operations);
    const one = operations.get(operationName) ?? { uses: 0 };
    operations.set(operationName, one);
    return one;
  }

  return async (execution) => {
    const one = knownOf(execution);
    one.uses += 1;
    if (one.uses <= USES_BEFORE) return walk(execution);
    if (one.compiled === undefined) one.compiled = compiled(execution);
    if (!one.compiled) return walk(execution);
    const result = await one.compiled(execution.context, execution.variables);
    // Without data nothing was executed: a variable has the wrong shape.
    return result.data === undefined ? walk(execution) : result;
  };
}
