import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner, type FetchNode } from '@apollo/query-planner';
import { parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { SubgraphResult } from '../../subgraphs/kit/subgraph.ts';
import type { GatewayContext } from '../context.ts';
import type { DataObject } from './data.ts';
import { introspection } from './introspection.ts';
import { joinedNames, plannedDocument } from './joined-names.ts';
import { operationIn, prepareOperation, type PreparedOperation } from './prepared-operation.ts';
import { runPlan, type PlanRun } from './run-plan.ts';
import { unexplained } from './unexplained.ts';
import { withoutIntrospection } from './without-introspection.ts';

/** One request of the gateway to a subgraph. */
export interface SubgraphFetch {
  readonly query: string;
  /** `query` parsed. */
  readonly document?: DocumentNode | undefined;
  readonly operationName?: string | undefined;
  readonly variables: DataObject;
}

/** Asks one subgraph on behalf of a request. */
export type AskSubgraph = (
  fetch: SubgraphFetch,
  context: GatewayContext,
) => Promise<SubgraphResult>;

/** An operation of a valid document. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** As the request gives them. */
  readonly variables: DataObject;
}

/** What a federated graph is made of. */
export interface FederatedGraphOptions {
  /** Without directives of policy. */
  readonly supergraphSdl: string;
  /** By the subgraphs' names. */
  readonly subgraphs: ReadonlyMap<string, AskSubgraph>;
  /** Is told of each plan that is used, and whether it was made before. Default: nobody is. */
  readonly onPlan?: ((known: boolean) => void) | undefined;
}

/** What is made of a supergraph once. */
interface Loaded {
  readonly api: Schema;
  readonly schema: GraphQLSchema;
  /** Types of all subgraphs, inaccessible ones too. */
  readonly supergraph: GraphQLSchema;
  readonly planner: QueryPlanner;
  /** Fields by which subgraphs are joined. */
  readonly joined: ReadonlySet<string>;
}

function load(supergraphSdl: string): Loaded {
  const document = parse(supergraphSdl);
  const supergraph = Supergraph.build(document);
  const api = supergraph.apiSchema();
  return {
    ...{ api, schema: api.toGraphQLJSSchema() },
    supergraph: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
    joined: joinedNames(document),
  };
}

/**
 * A supergraph, and what it answers: plans as Apollo Gateway does, by its planner, and runs plans itself.
 * What can be made once for an operation is: its plan and the shape of its answer. Both live as long as
 * the document that the server keeps.
 */
export class FederatedGraph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly #options: FederatedGraphOptions;
  readonly #loaded: Loaded;
  readonly #prepared = new WeakMap<DocumentNode, Map<string, PreparedOperation>>();

  /** @throws {Error} for what is no supergraph */
  constructor(options: FederatedGraphOptions) {
    this.#options = options;
    this.#loaded = load(options.supergraphSdl);
    this.schema = this.#loaded.schema;
  }

  /** Plans an operation that is not known yet. @throws {GraphQLError} when it cannot be planned */
  #prepare(document: DocumentNode, operationName: string | undefined): PreparedOperation {
    const { api, schema, planner, joined } = this.#loaded;
    const operation = operationIn(document, operationName);
    if (!operation) throw new Error('It is not said which operation is meant.');
    const planned = plannedDocument(withoutIntrospection(document), joined);
    const meant = operationFromDocument(api, planned.document, {
      ...(operationName !== undefined && { operationName }),
    });
    const plan = planner.buildQueryPlan(meant);
    const prepared = prepareOperation(schema, document, operation, plan, planned);
    const ofDocument = this.#prepared.get(document) ?? new Map<string, PreparedOperation>();
    this.#prepared.set(document, ofDocument.set(operationName ?? '', prepared));
    return prepared;
  }

  /** Executes an operation; without data when its variables are none that it takes. @throws {Error} */
  async execute(
    { document, operationName, variables }: AskedOperation,
    context: GatewayContext,
  ): Promise<ExecutionResult> {
    const known = this.#prepared.get(document)?.get(operationName ?? '');
    const prepared = known ?? this.#prepare(document, operationName);
    const { coerced, errors: refused } = prepared.coerce(variables);
    if (!coerced) return { errors: refused };
    const shape = prepared.shapeFor(coerced);
    if (context.warming) {
      context.warming.planned = true;
      return { data: null };
    }
    this.#options.onPlan?.(known !== undefined);
    const run: PlanRun = {
      ...{ supergraph: this.#loaded.supergraph, variables, conditions: coerced },
      ...{ gathered: {}, errors: [], inAnswer: prepared.planned.inAnswer },
      ask: (fetch, used) => this.#ask(fetch, used, context),
    };
    const { node } = prepared.plan;
    if (node && node.kind !== 'Subscription') await runPlan(run, node);
    const introspect = introspection(this.schema, prepared, coerced);
    const { data, errors } = shape(run.gathered, introspect);
    const broken = unexplained(errors, run.errors);
    return {
      ...(run.errors.length > 0 && { errors: run.errors }),
      data,
      ...(broken.length > 0 && { extensions: { valueCompletion: broken } }),
    };
  }

  #ask(fetch: FetchNode, variables: DataObject, context: GatewayContext): Promise<SubgraphResult> {
    const ask = this.#options.subgraphs.get(fetch.serviceName);
    if (!ask)
      throw new Error(`The supergraph names a subgraph "${fetch.serviceName}" unknown here.`);
    const { operation: query, operationDocumentNode: document, operationName } = fetch;
    return ask({ query, document, operationName, variables }, context);
  }
}
