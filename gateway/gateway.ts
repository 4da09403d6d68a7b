import type { FastifyInstance } from 'fastify';
import type { JWTVerifyGetKey } from 'jose';
import { clockAlarm } from '../subgraphs/kit/clock-alarm.ts';
import type { Log } from '../subgraphs/kit/log.ts';
import { answers, openOrm } from '../subgraphs/kit/orm.ts';
import { isTracing } from '../subgraphs/kit/tracing/tracing.ts';
import { gatewayTrail } from './audit/gateway-trail.ts';
import { refusalLog } from './audit/refusals.ts';
import { bearerAuthentication } from './auth/authenticate.ts';
import { residentEntry } from './auth/enter-resident.ts';
import { grantsFrom, type GrantsOf } from './auth/grants.ts';
import { requestIdentities } from './auth/request-identity.ts';
import { openIdProvider, type ProviderSettings } from './auth/openid-provider.ts';
import { COST_MAX, RATE_PER_MINUTE } from './config.ts';
import { serveConsole } from './console-files.ts';
import { readEngine } from './engine/engine.ts';
import { openEngines, type Engines } from './engine/engines.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createDoors } from './http.ts';
import { tokenBuckets } from './limits/token-bucket.ts';
import { traceOperations } from './hooks/trace-operations.ts';
import { addSessionDoors } from './session/doors.ts';
import { relyingParty } from './session/relying-party.ts';
import { sessionStore } from './session/session-store.ts';
import { storage } from './session/storage.ts';
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
  /** Whether whoever signs in to the resident's pages gets an account here. Default: no. */
  readonly entersResidents?: boolean;
  /** Most that one ad-hoc operation costs. Default: 1,000. */
  readonly costMax?: number;
  /** Units of cost that a client may spend a minute. Default: 600,000. */
  readonly ratePerMinute?: number;
  /** What counts. Default: nothing is counted. */
  readonly metrics?: Pick<Metrics, 'hook' | 'plan'> | undefined;
  /** File of the supergraph. Default: the one that ships. */
  readonly supergraph?: string | undefined;
  /** Whether GraphiQL is served at `/graphiql/`. Default: no. */
  readonly graphiql?: boolean;
  readonly log: Log;
}

/** A whole gateway that does not listen yet. */
export interface Gateway {
  readonly app: FastifyInstance;
  readonly engines: Engines;
  readonly grantsOf: GrantsOf;
  close(): Promise<void>;
}

/** Path where the provider sends browsers back to. */
export const CALLBACK_PATH = '/sign-in/callback';

function watching({ metrics }: GatewayParts, trusted: ReadonlySet<string>) {
  return [
    ...(metrics ? [metrics.hook(trusted)] : []),
    ...(isTracing() ? [traceOperations(trusted)] : []),
  ];
}

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
  const grantsOf = grantsFrom(residents);
  const trail = gatewayTrail(orm);
  const refusals = refusalLog(trail, log);
  const rates = tokenBuckets(parts.ratePerMinute ?? RATE_PER_MINUTE);
  const limits = { costMax: parts.costMax ?? COST_MAX, rates };
  const guard = { grantsOf, refusals, limits };
  const files = {
    supergraph: parts.supergraph ?? new URL(import.meta.resolve('#schema/supergraph.graphql')),
    documents: new URL(import.meta.resolve('#trusted-documents')),
  };
  const read = () =>
    readEngine(files, (documents) => ({
      ...{ clients, guard, log },
      hooks: watching(parts, new Set(documents.values())),
      onPlan: (known) => parts.metrics?.plan(known),
    }));
  const engines = await openEngines(read, log);
  const rules = {
    ...{ issuer: provider.issuer, audience, keys: parts.keys ?? provider.keys },
    onClock: clockAlarm(log, 'sign-in provider'),
  };
  const identityFor = requestIdentities(refusals);
  const authenticate = bearerAuthentication(rules, grantsOf, identityFor);
  const checks = {
    database: () => answers(orm),
    documents: () => Promise.resolve(engines.warmed()),
    ...Object.fromEntries(clients.map((client) => [client.name, () => client.reaches()])),
  };
  const app = await createDoors({ engines, guard: { authenticate, rates }, checks, log });
  await addSessionDoors(app, {
    ...{ engines, grantsOf, identityFor, trail, origin, log },
    enterResident: parts.entersResidents ? residentEntry(residents, grantsOf) : null,
    sessions: sessionStore(orm, () => new Date()),
    party: relyingParty(provider, `${origin}${CALLBACK_PATH}`),
  });
  await serveConsole(app, { graphiql: parts.graphiql ? tokenPlace(parts) : undefined });
  return {
    app,
    engines,
    grantsOf,
    async close() {
      await app.close();
      await engines.close();
      await refusals.close();
      await orm.close();
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}
