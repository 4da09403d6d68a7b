import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet } from 'jose';
import { bearerAuthentication } from '../../gateway/auth/authenticate.ts';
import { grantsFrom } from '../../gateway/auth/grants.ts';
import { serveConsole } from '../../gateway/console-files.ts';
import { createDoors } from '../../gateway/http.ts';
import { createGateway } from '../../gateway/server.ts';
import { addSessionDoors } from '../../gateway/session/doors.ts';
import { relyingParty } from '../../gateway/session/relying-party.ts';
import { sessionStore } from '../../gateway/session/session-store.ts';
import { storage as sessionStorage } from '../../gateway/session/storage.ts';
import { readTrustedDocuments } from '../../gateway/session/trusted-documents.ts';
import { inProcessClient } from '../../gateway/sources/in-process-client.ts';
import { codesConfig } from '../../subgraphs/codes/config.ts';
import { createCodes } from '../../subgraphs/codes/subgraph.ts';
import { healthRecordsConfig } from '../../subgraphs/health-records/config.ts';
import { createHealthRecords } from '../../subgraphs/health-records/subgraph.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { openOrm } from '../../subgraphs/kit/orm.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { residentsConfig } from '../../subgraphs/residents/config.ts';
import { createResidents } from '../../subgraphs/residents/subgraph.ts';
import { travelHistoryConfig } from '../../subgraphs/travel-history/config.ts';
import { createTravelHistory } from '../../subgraphs/travel-history/subgraph.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import type { DatabaseUrls } from '../embedded/database.ts';
import { mountOpenIdProvider, PROVIDER_PATH } from '../embedded/openid-provider.ts';
import { CONSOLE_CLIENT, publicPart, type ProviderSettings } from '../embedded/openid-settings.ts';
import type { Secrets } from '../embedded/secrets.ts';
import { askAs, type Ask } from './ask.ts';

/** What an all-in-one Tongma is made of once its database stands. */
export interface StackOptions {
  readonly folder: DataFolder;
  readonly urls: DatabaseUrls;
  readonly secrets: Secrets;
  readonly provider: ProviderSettings;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly logLevel: string;
}

/** A composed Tongma: gateway, four subgraphs and sign-in provider in one process. */
export interface Stack {
  readonly app: FastifyInstance;
  readonly ask: Ask;
  readonly issuer: string;
  close(): Promise<void>;
}

/** The same settings as in split mode, as one process gives them to itself. */
function environment({ folder, urls, secrets, logLevel }: StackOptions): NodeJS.ProcessEnv {
  return {
    RESIDENTS_DATABASE_URL: urls.tongma_residents,
    HEALTH_RECORDS_DATABASE_URL: urls.tongma_health,
    TRAVEL_HISTORY_DATABASE_URL: urls.tongma_travel,
    CODES_DATABASE_URL: urls.tongma_codes,
    CODES_RECOGNIZE_URL: urls.tongma_recognize,
    CODES_KEYS_FILE: folder.keysFile,
    CODES_TRUST_ROOTS_FILE: folder.trustRootsFile,
    FIELD_KEY: secrets.fieldKey,
    INDEX_KEY: secrets.indexKey,
    LOG_LEVEL: logLevel,
  };
}

async function composeSubgraphs(env: NodeJS.ProcessEnv): Promise<Subgraph[]> {
  return Promise.all([
    createResidents(readConfig(residentsConfig, env)),
    createHealthRecords(readConfig(healthRecordsConfig, env)),
    createTravelHistory(readConfig(travelHistoryConfig, env)),
    createCodes(readConfig(codesConfig, env)),
  ]);
}

/** Composes everything without listening. Order: subgraphs, gateway, doors, sign-in provider. */
export async function composeStack(options: StackOptions): Promise<Stack> {
  const { provider, origin, logLevel } = options;
  const subgraphs = await composeSubgraphs(environment(options));
  const clients = subgraphs.map(inProcessClient);
  const residents = clients.find(({ name }) => name === 'residents');
  if (!residents) throw new Error('There is no residents subgraph.');
  const log = createLog('gateway', logLevel);
  const file = new URL(import.meta.resolve('#schema/supergraph.graphql'));
  const supergraphSdl = await readFile(file, 'utf8');
  const grantsOf = grantsFrom(residents);
  const apollo = createGateway({ supergraphSdl, clients, grantsOf, log });
  const issuer = `${origin}${PROVIDER_PATH}`;
  const audience = `${origin}/graphql`;
  const keys = createLocalJWKSet({ keys: [publicPart(provider.signingKey)] });
  const authenticate = bearerAuthentication({ issuer, audience, keys }, grantsOf);
  const app = await createDoors({ apollo, authenticate, log });
  const redirectUri = `${origin}/sign-in/callback`;
  const orm = await openOrm(sessionStorage, options.urls.tongma_gateway);
  await addSessionDoors(app, {
    ...{ apollo, grantsOf, origin, log },
    sessions: sessionStore(orm, () => new Date()),
    party: relyingParty({
      ...{ issuer, redirectUri },
      ...{ clientId: CONSOLE_CLIENT, clientSecret: provider.consoleSecret },
    }),
    documents: await readTrustedDocuments(new URL(import.meta.resolve('#trusted-documents'))),
  });
  await mountOpenIdProvider(app, provider, { issuer, audience, redirectUri });
  await serveConsole(app);
  return {
    app,
    ask: askAs(apollo, grantsOf),
    issuer,
    async close() {
      await app.close();
      await apollo.stop();
      await orm.close();
      await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
    },
  };
}
