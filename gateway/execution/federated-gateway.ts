import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner, type FetchNode } from '@apollo/query-planner';
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
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

/** What a federated gateway is made of. */
export interface FederatedGatewayOptions {
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

/** The server hands a context through as it was given; its types do not say so. */
function isOurs(context: object): context is GatewayContext {
  return 'requestId' in context && typeof context.requestId === 'string';
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
 * Serves a supergraph: plans as Apollo Gateway does, by its planner, and runs plans itself. What can be
 * made once for an operation is: its plan and the shape of its answer. Both live as long as the
 * document that the server keeps.
 */
export class FederatedGateway implements GatewayInterface {
  readonly #options: FederatedGatewayOptions;
  readonly #listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  readonly #prepared = new WeakMap<DocumentNode, Map<string, PreparedOperation>>();

  constructor(options: FederatedGatewayOptions) {
    this.#options = options;
  }

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback) {
    this.#listeners.add(callback);
    return () => {
      this.#listeners.delete(callback);
    };
  }

  load() {
    const { supergraphSdl } = this.#options;
    const loaded = load(supergraphSdl);
    for (const listener of this.#listeners) {
      listener({ apiSchema: loaded.schema, coreSupergraphSdl: supergraphSdl });
    }
    return Promise.resolve({
      executor: (request: GatewayGraphQLRequestContext) => this.#execute(loaded, request),
    });
  }

  stop() {
    return Promise.resolve();
  }

  /** Plans an operation that is not known yet. @throws {GraphQLError} when it cannot be planned */
  #prepare(
    { api, schema, planner, joined }: Loaded,
    document: DocumentNode,
    operationName: string | undefined,
  ): PreparedOperation {
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

  async #execute(
    loaded: Loaded,
    { request, document, context }: GatewayGraphQLRequestContext,
  ): Promise<GatewayExecutionResult> {
    const { operationName } = request;
    const known = this.#prepared.get(document)?.get(operationName ?? '');
    const prepared = known ?? this.#prepare(loaded, document, operationName);
    const variables: DataObject = request.variables ?? {};
    const { coerced, errors: refused } = prepared.coerce(variables);
    if (!coerced) return { errors: refused };
    if (!isOurs(context)) throw new Error('A request has no id.');
    const shape = prepared.shapeFor(coerced);
    if (context.warming) {
      context.warming.planned = true;
      return { data: null };
    }
    this.#options.onPlan?.(known !== undefined);
    const run: PlanRun = {
      ...{ supergraph: loaded.supergraph, variables, conditions: coerced },
      ...{ gathered: {}, errors: [], inAnswer: prepared.planned.inAnswer },
      ask: (fetch, used) => this.#ask(fetch, used, context),
    };
    const { node } = prepared.plan;
    if (node && node.kind !== 'Subscription') await runPlan(run, node);
    const introspect = introspection(loaded.schema, prepared, coerced);
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
