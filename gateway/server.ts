import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { print } from 'graphql';
import { formatError } from '../subgraphs/kit/graphql/format-error.ts';
import type { Log } from '../subgraphs/kit/log.ts';
import type { Refusals } from './audit/refusals.ts';
import type { GrantsOf } from './auth/grants.ts';
import type { GatewayContext } from './context.ts';
import { costTable } from './cost/cost-table.ts';
import { FederatedGateway } from './execution/federated-gateway.ts';
import { enforcePolicy } from './plugins/enforce-policy.ts';
import { forgetGrants } from './plugins/forget-grants.ts';
import {
  limitAliases,
  limitDepth,
  oneMutationField,
  TOKENS_MAX,
} from './plugins/limit-document.ts';
import { limitCost, type CostLimits } from './plugins/limit-cost.ts';
import { noteRefusals } from './plugins/note-refusals.ts';
import { requestId } from './plugins/request-id.ts';
import { splitSupergraph } from './policy/policy-table.ts';
import type { SubgraphClient } from './sources/subgraph-client.ts';
import { askOf } from './sources/ask-of.ts';

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
  /** Counts operations. Default: nothing does. */
  readonly counting?: ApolloServerPlugin<GatewayContext> | undefined;
  readonly log: Log;
}

/** Builds the gateway without listening; http.ts puts it behind doors, a test runs operations on it. */
export function createGateway(options: GatewayOptions): ApolloServer<GatewayContext> {
  const { supergraphSdl, clients, grantsOf, refusals, limits, counting, log } = options;
  const { document, policy } = splitSupergraph(supergraphSdl);
  const subgraphs = new Map(clients.map((client) => [client.name, askOf(client)]));
  const gateway = new FederatedGateway({ supergraphSdl: print(document), subgraphs });
  return new ApolloServer<GatewayContext>({
    gateway,
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
      noteRefusals(refusals),
      ...(counting ? [counting] : []),
    ],
    formatError: (_formatted, error) =>
      formatError(error, '', (fault) => {
        log.error({ err: fault }, 'fault');
      }),
  });
}
