import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet } from 'jose';
import { CALLBACK_PATH, composeGateway } from '../../gateway/gateway.ts';
import { inProcessClient } from '../../gateway/sources/in-process-client.ts';
import { codesConfig } from '../../subgraphs/codes/config.ts';
import { createCodes } from '../../subgraphs/codes/subgraph.ts';
import { healthRecordsConfig } from '../../subgraphs/health-records/config.ts';
import { createHealthRecords } from '../../subgraphs/health-records/subgraph.ts';
import { mountCheckpoints } from '../../subgraphs/kit/audit/checkpoint-routes.ts';
import type { Cosigning } from '../../subgraphs/kit/audit/config.ts';
import { witnessOf } from '../../subgraphs/kit/audit/witness.ts';
import type { Checkpointer } from '../../subgraphs/kit/audit/checkpointer.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { residentsConfig } from '../../subgraphs/residents/config.ts';
import { createResidents } from '../../subgraphs/residents/subgraph.ts';
import { travelHistoryConfig } from '../../subgraphs/travel-history/config.ts';
import { createTravelHistory } from '../../subgraphs/travel-history/subgraph.ts';
import { checkpointSigner, logNameOf, openCheckpointer } from '../embedded/checkpoint-key.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import type { DatabaseUrls } from '../embedded/database.ts';
import { mountOpenIdProvider, PROVIDER_PATH } from '../embedded/openid-provider.ts';
import { CONSOLE_CLIENT, publicPart, type ProviderSettings } from '../embedded/openid-settings.ts';
import { folderWrapper, type Secrets } from '../embedded/secrets.ts';
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
  /** Seconds between two times that lists are fetched from other stacks. Default: 60. */
  readonly exchangeSeconds?: number;
  /** Logs that look after each other. Default: none. */
  readonly cosigning?: Cosigning;
}

/** A composed Tongma: gateway, four subgraphs and sign-in provider in one process. */
export interface Stack {
  readonly app: FastifyInstance;
  readonly ask: Ask;
  readonly issuer: string;
  readonly checkpointer: Checkpointer;
  close(): Promise<void>;
}

/** The same settings as in split mode, as one process gives them to itself. */
function environment({
  folder,
  urls,
  secrets,
  logLevel,
  exchangeSeconds,
}: StackOptions): NodeJS.ProcessEnv {
  return {
    RESIDENTS_DATABASE_URL: urls.tongma_residents,
    HEALTH_RECORDS_DATABASE_URL: urls.tongma_health,
    TRAVEL_HISTORY_DATABASE_URL: urls.tongma_travel,
    CODES_DATABASE_URL: urls.tongma_codes,
    CODES_RECOGNIZE_URL: urls.tongma_recognize,
    CODES_KEYS_FILE: folder.keysFile,
    CODES_TRUST_ROOTS_FILE: folder.trustRootsFile,
    CODES_TRUST_FLOOR_FILE: folder.trustFloorFile,
    AUDIT_PUBLIC_KEY: readFileSync(folder.checkpointPublicKeyFile, 'utf8'),
    ...(existsSync(folder.evidenceKeysFile) && { EVIDENCE_KEYS_FILE: folder.evidenceKeysFile }),
    FIELD_KEY: secrets.fieldKey,
    INDEX_KEY: secrets.indexKey,
    LOG_LEVEL: logLevel,
    ...(exchangeSeconds !== undefined && { CODES_EXCHANGE_SECONDS: String(exchangeSeconds) }),
  };
}

/** Those of one group end together. */
async function closeAll(group: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.all(group.map((one) => one.close()));
}

/** All four, or none: what another's failing leaves behind is closed. */
async function composeSubgraphs(options: StackOptions): Promise<Subgraph[]> {
  const env = environment(options);
  // Reads the file again when its key has been replaced while this runs.
  const keyWrapper = folderWrapper(options.folder.secretsFile);
  const residents = readConfig(residentsConfig, env);
  const healthRecords = readConfig(healthRecordsConfig, env);
  const travelHistory = readConfig(travelHistoryConfig, env);
  const codes = readConfig(codesConfig, env);
  const composed = await Promise.allSettled([
    createResidents({ ...residents, keyWrapper }),
    createHealthRecords({ ...healthRecords, keyWrapper }),
    createTravelHistory(travelHistory),
    createCodes(codes),
  ]);
  const subgraphs = composed.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = composed.find((one) => one.status === 'rejected');
  if (!failed) return subgraphs;
  await closeAll(subgraphs);
  throw failed.reason;
}

/** Composes everything without listening. Order: checkpoints, subgraphs, gateway, sign-in provider. */
export async function composeStack(options: StackOptions): Promise<Stack> {
  const opened = new AsyncDisposableStack();
  try {
    return await compose(options, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function compose(options: StackOptions, opened: AsyncDisposableStack): Promise<Stack> {
  const { folder, provider, origin, logLevel, urls, cosigning } = options;
  const checkpointer = await openCheckpointer(
    folder,
    urls,
    createLog('checkpoint', logLevel),
    cosigning?.witnesses,
  );
  opened.defer(() => checkpointer.close());
  const subgraphs = await composeSubgraphs(options);
  opened.defer(() => closeAll(subgraphs));
  const issuer = `${origin}${PROVIDER_PATH}`;
  const audience = `${origin}/graphql`;
  const gateway = await composeGateway({
    ...{ origin, audience, databaseUrl: urls.tongma_gateway },
    clients: subgraphs.map(inProcessClient),
    provider: { issuer, clientId: CONSOLE_CLIENT, clientSecret: provider.consoleSecret },
    keys: createLocalJWKSet({ keys: [publicPart(provider.signingKey)] }),
    graphiql: true,
    log: createLog('gateway', logLevel),
  });
  opened.defer(() => gateway.close());
  for (const subgraph of subgraphs) subgraph.routes?.(gateway.app);
  const key = checkpointSigner(folder);
  const log = { log: logNameOf(key), key };
  const witnessed = `${folder.checkpointFile}.witnessed`;
  const witness = witnessOf(log, cosigning?.witnessFor ?? [], witnessed);
  mountCheckpoints(gateway.app, '/audit', checkpointer, witness);
  const redirectUri = `${origin}${CALLBACK_PATH}`;
  await mountOpenIdProvider(gateway.app, provider, { issuer, audience, redirectUri });
  return {
    app: gateway.app,
    ask: askAs(gateway.engines, gateway.grantsOf),
    issuer,
    checkpointer,
    close: () => opened.disposeAsync(),
  };
}
