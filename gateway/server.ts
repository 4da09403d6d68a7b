import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { parse, print, type DocumentNode } from 'graphql';
import { formatError } from '../subgraphs/kit/graphql/format-error.ts';
import type { Log } from '../subgraphs/kit/log.ts';
import type { Refusals } from './audit/refusals.ts';
import type { GrantsOf } from './auth/grants.ts';
import type { GatewayContext } from './context.ts';
import { costTable } from './cost/cost-table.ts';
import { answerBy, type FormatError } from './execution/answer-by.ts';
import { FederatedGraph } from './execution/federated-graph.ts';
import { enforcePolicy } from './hooks/enforce-policy.ts';
import { forgetGrants } from './hooks/forget-grants.ts';
import { limitAliases, limitDepth, oneMutationField, TOKENS_MAX } from './limits/limit-document.ts';
import { limitCost, type CostLimits } from './hooks/limit-cost.ts';
import { onlyPlan } from './hooks/only-plan.ts';
import { noteBroken } from './hooks/note-broken.ts';
import { noteRefusals } from './hooks/note-refusals.ts';
import { operationsPlugin, type OperationHook } from './hooks/operation-hooks.ts';
import { refuseNulls } from './hooks/refuse-nulls.ts';
import { carriesPolicy, splitSupergraph, UnenforceablePolicyError } from './policy/policy-table.ts';
import type { SubgraphClient } from './sources/subgraph-client.ts';
import { askOf } from './sources/ask-of.ts';
import { documentStore } from './engine/document-store.ts';
import { currentRequestId } from './engine/request-id.ts';

/** What holds clients to policy, costs and shapes. */
export interface Guard {
  /** What accounts may do; what it keeps is dropped when an account changes something. */
  readonly grantsOf: GrantsOf;
  /** Where refusals are noted. */
  readonly refusals: Refusals;
  /** Most that one ad-hoc operation may cost, and what clients may spend. */
  readonly limits: Omit<CostLimits, 'table'>;
}

/** What a gateway is made of. */
export interface GatewayOptions {
  /** Complete supergraph: schema/supergraph.graphql. */
  readonly supergraphSdl: string;
  readonly clients: readonly SubgraphClient[];
  /** What clients are held to; without it a supergraph that carries policy is refused. */
  readonly guard?: Guard | undefined;
  /** What watches operations: counts, traces. Default: nothing does. */
  readonly hooks?: readonly OperationHook[];
  /** Is told of each plan that is used, and whether it was made before. Default: nobody is. */
  readonly onPlan?: ((known: boolean) => void) | undefined;
  readonly log: Log;
}

/** What the engine loads of a supergraph, and how it holds clients to the rest. */
interface Held {
  readonly document: DocumentNode;
  readonly hooks: readonly OperationHook[];
  readonly formatError: FormatError;
  readonly settings: Pick<ApolloServerOptions<GatewayContext>, 'parseOptions' | 'validationRules'>;
}

function held(supergraphSdl: string, guard: Guard, log: Log): Held {
  const { grantsOf, refusals, limits } = guard;
  const { document, policy } = splitSupergraph(supergraphSdl);
  return {
    document,
    hooks: [
      limitCost({ table: costTable(supergraphSdl), ...limits }),
      enforcePolicy(policy),
      refuseNulls(),
      forgetGrants(grantsOf),
      onlyPlan(),
      noteRefusals(refusals),
      noteBroken(log),
    ],
    settings: {
      parseOptions: { maxLexicalTokens: TOKENS_MAX },
      validationRules: [limitDepth, limitAliases, oneMutationField],
    },
    formatError: (_formatted, error) =>
      formatError(error, currentRequestId(), (fault, requestId) => {
        log.error({ err: fault, requestId }, 'fault');
      }),
  };
}

/** Nobody is held to anything: what subgraphs say of their errors is passed on. */
function free(supergraphSdl: string): Held {
  const document = parse(supergraphSdl, { noLocation: true });
  if (carriesPolicy(document)) throw new UnenforceablePolicyError('Nothing enforces the policy.');
  return {
    document,
    hooks: [],
    settings: {},
    formatError: ({ extensions, ...formatted }) => ({
      ...formatted,
      extensions: { ...extensions, requestId: currentRequestId() },
    }),
  };
}

/**
 * Builds the gateway without listening; http.ts puts it behind doors, a test runs operations on it.
 * @throws {Error} for what is no supergraph
 */
export function createGateway(options: GatewayOptions): ApolloServer<GatewayContext> {
  const { supergraphSdl, clients, guard, hooks = [], onPlan, log } = options;
  const rules = guard ? held(supergraphSdl, guard, log) : free(supergraphSdl);
  const subgraphs = new Map(clients.map((client) => [client.name, askOf(client)]));
  const documents = documentStore();
  const graph = new FederatedGraph({ supergraphSdl: print(rules.document), subgraphs, onPlan });
  return new ApolloServer<GatewayContext>({
    schema: graph.schema,
    formatError: rules.formatError,
    documentStore: documents.cache,
    logger: log,
    introspection: true, // with a token, and of the partners' schema: every door asks for one
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false, // texts come with each request, so that each is looked at
    stopOnTerminationSignals: false,
    ...rules.settings,
    plugins: [
      operationsPlugin(
        [...rules.hooks, documents.keep, ...hooks],
        answerBy(graph, rules.formatError),
      ),
      ApolloServerPluginCacheControlDisabled(), // its doors say of every answer that none keeps it
    ],
  });
}
