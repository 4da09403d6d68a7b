import { readFile } from 'node:fs/promises';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { JWTVerifyGetKey } from 'jose';
import type { Log } from '../subgraphs/kit/log.ts';
import { answers, openOrm } from '../subgraphs/kit/orm.ts';
import { gatewayTrail } from './audit/gateway-trail.ts';
import { refusalLog } from './audit/refusals.ts';
import { bearerAuthentication } from './auth/authenticate.ts';
import { grantsFrom, type GrantsOf } from './auth/grants.ts';
import { openIdProvider, type ProviderSettings } from './auth/openid-provider.ts';
import { COST_MAX, RATE_PER_MINUTE } from './config.ts';
import { serveConsole } from './console-files.ts';
import type { GatewayContext } from './context.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createDoors } from './http.ts';
import { createGateway } from './server.ts';
import { tokenBuckets } from './limits/token-bucket.ts';
import { addSessionDoors } from './session/doors.ts';
import { relyingParty } from './session/relying-party.ts';
import { sessionStore } from './session/session-store.ts';
import { storage } from './session/storage.ts';
import { readTrustedDocuments } from './session/trusted-documents.ts';
import type { SubgraphClient } from './sources/subgraph-client.ts';

/** What a whole gateway is made of; the same in one process with the rest and on its own. */
export interface GatewayParts {
  /** The four subgraphs, in process or over HTTP. */
  readonly clients: readonly SubgraphClient[];
  /** Database of browsers' sessions, shared by all gateways. */
  readonly databaseUrl: string;
  readonly poolMax?: number;
  /** `https://host[:port]` that browsers see. */
  readonly origin: string;
  /** Audience of access tokens. */
  readonly audience: string;
  readonly provider: ProviderSettings;
  /** Keys of access tokens. Default: those that the provider publishes. */
  readonly keys?: JWTVerifyGetKey;
  /** Most that one ad-hoc operation costs. Default: 1,000. */
  readonly costMax?: number;
  /** Units of cost that a client may spend a minute. Default: 600,000. */
  readonly ratePerMinute?: number;
  /** What counts. Default: nothing is counted. */
  readonly metrics?: Pick<Metrics, 'plugin'> | undefined;
  /** Whether GraphiQL is served at `/graphiql/`. Default: no. */
  readonly graphiql?: boolean;
  readonly log: Log;
}

/** A whole gateway that does not listen yet. */
export interface Gateway {
  readonly app: FastifyInstance;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly grantsOf: GrantsOf;
  close(): Promise<void>;
}

/** Path where the provider sends browsers back to. */
export const CALLBACK_PATH = '/sign-in/callback';

/** Where a page of this address may ask for tokens. */
function tokenPlace({ origin, provider: { issuer } }: GatewayParts) {
  const here = new URL(issuer).origin === origin;
  return { tokenPath: here ? `${new URL(issuer).pathname}/token` : null };
}

/** Composes a gateway without listening. Order: graph, doors of tokens, doors of browsers, pages. */
export async function composeGateway(parts: GatewayParts): Promise<Gateway> {
  const { clients, origin, audience, log } = parts;
  const residents = clients.find(({ name }) => name === 'residents');
  if (!residents) throw new Error('There is no residents subgraph.');
  const provider = openIdProvider(parts.provider);
  const orm = await openOrm(storage, parts.databaseUrl, parts.poolMax);
  const file = new URL(import.meta.resolve('#schema/supergraph.graphql'));
  const supergraphSdl = await readFile(file, 'utf8');
  const grantsOf = grantsFrom(residents);
  const trail = gatewayTrail(orm);
  const refusals = refusalLog(trail, log);
  const documents = await readTrustedDocuments(new URL(import.meta.resolve('#trusted-documents')));
  const counting = parts.metrics?.plugin(new Set(documents.values()));
  const rates = tokenBuckets(parts.ratePerMinute ?? RATE_PER_MINUTE);
  const limits = { costMax: parts.costMax ?? COST_MAX, rates };
  const apollo = createGateway({
    ...{ supergraphSdl, clients, grantsOf, refusals, counting },
    ...{ limits, log },
  });
  const rules = { issuer: provider.issuer, audience, keys: parts.keys ?? provider.keys };
  const authenticate = bearerAuthentication(rules, grantsOf);
  const checks = {
    database: () => answers(orm),
    ...Object.fromEntries(clients.map((client) => [client.name, () => client.reaches()])),
  };
  const app = await createDoors({ apollo, authenticate, rates, checks, log });
  await addSessionDoors(app, {
    ...{ apollo, grantsOf, trail, origin, log },
    sessions: sessionStore(orm, () => new Date()),
    party: relyingParty(provider, `${origin}${CALLBACK_PATH}`),
    documents,
  });
  await serveConsole(app, { graphiql: parts.graphiql ? tokenPlace(parts) : undefined });
  return {
    app,
    apollo,
    grantsOf,
    async close() {
      await app.close();
      await apollo.stop();
      await refusals.close();
      await orm.close();
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}
