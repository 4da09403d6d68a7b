import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { print } from 'graphql';
import { DomainError } from '../subgraphs/kit/domain-error.ts';
import { formatError } from '../subgraphs/kit/graphql/format-error.ts';
import type { Log } from '../subgraphs/kit/log.ts';
import type { Refusals } from './audit/refusals.ts';
import type { GrantsOf } from './auth/grants.ts';
import type { GatewayContext } from './context.ts';
import type { Warming } from './engine/warm.ts';
import { costTable } from './cost/cost-table.ts';
import { enforcePolicy } from './plugins/enforce-policy.ts';
import { forgetGrants } from './plugins/forget-grants.ts';
import {
  limitAliases,
  limitDepth,
  oneMutationField,
  TOKENS_MAX,
} from './plugins/limit-document.ts';
import { limitCost, type CostLimits } from './plugins/limit-cost.ts';
import { onlyPlan } from './plugins/only-plan.ts';
import { noteRefusals } from './plugins/note-refusals.ts';
import { requestId } from './plugins/request-id.ts';
import { splitSupergraph } from './policy/policy-table.ts';
import type { SubgraphClient } from './sources/subgraph-client.ts';
import { SubgraphSource } from './sources/subgraph-source.ts';

// Read when @apollo/gateway constructs its reporting; nothing is sent anywhere.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

/**
 * What is kept of documents and of plans, reckoned by their length as JSON: in memory documents take
 * some seven times as much, plans twice. That is 1,600 documents of twenty fields, and 8,000 plans.
 */
const KEPT_MIB = { documents: 8, plans: 4 } as const;

/** What a gateway is made of. */
export interface GatewayOptions {
  /** Complete supergraph: schema/supergraph.graphql. */
  readonly supergraphSdl: string;
  readonly clients: readonly SubgraphClient[];
  /** What accounts may do; what it keeps is dropped when an account changes something. */
  readonly grantsOf: GrantsOf;
  /** Where refusals are noted. */
  readonly refusals: Refusals;
  /** Most that one ad-hoc operation may cost, and what clients may spend. */
  readonly limits: Omit<CostLimits, 'table'>;
  /** What watches operations: counts, traces. Default: nothing does. */
  readonly plugins?: readonly ApolloServerPlugin<GatewayContext>[];
  /** Is told of each plan that is used, and whether it was made before. Default: nobody is. */
  readonly onPlan?: ((known: boolean) => void) | undefined;
  readonly log: Log;
}

function isWarming(value: unknown): value is Warming {
  return typeof value === 'object' && value !== null && 'planned' in value;
}

/** Builds the gateway without listening; http.ts puts it behind doors, a test runs operations on it. */
export function createGateway(options: GatewayOptions): ApolloServer<GatewayContext> {
  const { supergraphSdl, clients, grantsOf, refusals, limits, plugins = [], onPlan, log } = options;
  const { document, policy } = splitSupergraph(supergraphSdl);
  const known = new WeakSet<object>();
  const gateway = new ApolloGateway({
    logger: log,
    supergraphSdl: print(document), // composed before, never while serving
    experimental_approximateQueryPlanStoreMiB: KEPT_MIB.plans,
    buildService({ name }) {
      const client = clients.find((candidate) => candidate.name === name);
      if (!client) throw new Error(`The supergraph names a subgraph "${name}" unknown here.`);
      return new SubgraphSource(client);
    },
    experimental_didResolveQueryPlan({ queryPlan, requestContext }) {
      const warming: unknown = requestContext.context['warming'];
      if (isWarming(warming)) {
        known.add(queryPlan);
        warming.planned = true;
        throw new DomainError('UPSTREAM_TIMEOUT', 'Nobody is asked for what is only planned.');
      }
      onPlan?.(known.has(queryPlan));
      known.add(queryPlan);
    },
  });
  return new ApolloServer<GatewayContext>({
    gateway,
    documentStore: new InMemoryLRUCache({ maxSize: KEPT_MIB.documents * 2 ** 20 }),
    logger: log,
    introspection: true, // with a token, and of the partners' schema: every door asks for one
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false, // texts come with each request, so that each is looked at
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: TOKENS_MAX },
    validationRules: [limitDepth, limitAliases, oneMutationField],
    plugins: [
      limitCost({ table: costTable(supergraphSdl), ...limits }),
      enforcePolicy(policy),
      forgetGrants(grantsOf),
      requestId(),
      onlyPlan(),
      noteRefusals(refusals),
      ...plugins,
    ],
    formatError: (_formatted, error) =>
      formatError(error, '', (fault) => {
        log.error({ err: fault }, 'fault');
      }),
  });
}
