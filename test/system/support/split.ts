import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { writeDemoFile } from '../../../cli/all-in-one/demo.ts';
import type { Ask } from '../../../cli/all-in-one/ask.ts';
import { checkpointSigner, logNameOf } from '../../../cli/embedded/checkpoint-key.ts';
import { openDataFolder, type DataFolder } from '../../../cli/embedded/data-folder.ts';
import { URL_VARIABLES } from '../../../cli/embedded/env-file.ts';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { CONSOLE_CLIENT, providerSettings } from '../../../cli/embedded/openid-settings.ts';
import { startPostgres } from '../../../cli/embedded/postgres.ts';
import { readSealed, writeSealed } from '../../../cli/embedded/sealed-file.ts';
import { eachRole, readSecrets, type Secrets } from '../../../cli/embedded/secrets.ts';
import { seedPeople } from '../../../cli/seed/seed-demo.ts';
import { ready, runBuilt, runTongma, startPart, stopPart, type StartedPart } from './parts.ts';
import { temporaryFolder } from './process.ts';
import type { Part, SharedTongma } from './provided.ts';
import { signedByProvider } from './provider-tokens.ts';
import { send } from './send.ts';

/** A Tongma in split mode with the demo in it. */
export interface SplitTongma {
  readonly data: string;
  readonly facts: SharedTongma;
  /** What all its processes printed so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Fewer than all in one: each step of their stories goes through three processes. */
const PEOPLE = 100;

const SUBGRAPHS = ['residents', 'health-records', 'travel-history', 'codes'] as const;

/** `RESIDENTS`, `HEALTH_RECORDS`, …: how variables of a part begin. */
function prefixOf(part: Part): string {
  return part.toUpperCase().replace('-', '_');
}

type Environments = Record<Part, Record<string, string>>;

interface Addresses {
  readonly ports: Readonly<Record<(typeof SUBGRAPHS)[number], number>>;
  readonly gateways: readonly [number, number];
  readonly checkpoint: number;
  readonly issuer: string;
}

/** What each of the six processes is told, and nothing more. */
function environmentsOf(
  folder: DataFolder,
  { fieldKey, indexKey, identityKey }: Secrets,
  urls: NodeJS.Dict<string>,
  { ports, gateways, checkpoint, issuer }: Addresses,
): Environments {
  const logName = logNameOf(checkpointSigner(folder)); // made here, with its files
  const { keysFile, trustRootsFile, root, providerFile } = folder;
  const keyFile = join(root, 'identity-key.pem');
  writeSealed(keyFile, identityKey);
  const publicKey = createPublicKey(createPrivateKey(identityKey));
  const identity = String(publicKey.export({ type: 'spki', format: 'pem' }));
  const subgraph = (part: (typeof SUBGRAPHS)[number]) => {
    const prefix = prefixOf(part);
    return {
      IDENTITY_PUBLIC_KEY: identity,
      [`${prefix}_PORT`]: String(ports[part]),
      [`${prefix}_DATABASE_URL`]: urls[`${prefix}_DATABASE_URL`] ?? '',
    };
  };
  const origins = SUBGRAPHS.map((part) => [
    `${prefixOf(part)}_URL`,
    `http://127.0.0.1:${ports[part]}`,
  ]);
  return {
    residents: { ...subgraph('residents'), FIELD_KEY: fieldKey, INDEX_KEY: indexKey },
    'health-records': { ...subgraph('health-records'), FIELD_KEY: fieldKey },
    'travel-history': subgraph('travel-history'),
    codes: {
      ...subgraph('codes'),
      CODES_RECOGNIZE_URL: urls['CODES_RECOGNIZE_URL'] ?? '',
      AUDIT_PUBLIC_KEY: readFileSync(folder.checkpointPublicKeyFile, 'utf8'),
      ...{ CODES_KEYS_FILE: keysFile, CODES_TRUST_ROOTS_FILE: trustRootsFile },
    },
    checkpoint: {
      CHECKPOINT_PORT: String(checkpoint),
      CHECKPOINT_DATABASE_URL: urls['CHECKPOINT_DATABASE_URL'] ?? '',
      CHECKPOINT_PRIVATE_KEY_FILE: folder.checkpointKeyFile,
      CHECKPOINT_FILE: folder.checkpointFile,
      AUDIT_LOG_NAME: logName,
    },
    gateway: {
      ...Object.fromEntries(origins),
      PORT: String(gateways[0]),
      PUBLIC_URL: `http://127.0.0.1:${gateways[0]}`,
      GATEWAY_DATABASE_URL: urls['GATEWAY_DATABASE_URL'] ?? '',
      IDENTITY_PRIVATE_KEY_FILE: keyFile,
      ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CONSOLE_CLIENT },
      OIDC_CLIENT_SECRET: readSealed(providerFile, providerSettings)?.consoleSecret ?? '',
    },
  };
}

/** Asks the gateway as any account, with a token as the provider would give it. */
function askOver(gatewayUrl: string, data: string, issuer: string): Ask {
  return async (subject, query, variables) => {
    const token = await signedByProvider(data, { iss: issuer, aud: gatewayUrl, sub: subject });
    const answer = await send(gatewayUrl, token, query, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as Record<string, unknown>;
  };
}

/**
 * Does what README.md tells an operator: a PostgreSQL beside Tongma, roles, migrations, reference
 * data, a provider, one process of each subgraph and two gateways. Then the demo's people come,
 * through the first gateway.
 */
export async function startSplit(): Promise<SplitTongma> {
  const folder = openDataFolder(temporaryFolder());
  folder.unlock(); // `tongma seed` locks it for itself
  const data = folder.root;
  const parts: StartedPart[] = [];
  const secrets = readSecrets(folder.secretsFile);
  const password = secrets.superuserPassword;
  const postgres = await startPostgres({ dataDir: folder.postgres, password });
  async function stop(): Promise<void> {
    await Promise.all(parts.map(stopPart));
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  }
  async function start(part: StartedPart, origin: string): Promise<void> {
    parts.push(part);
    await ready(part, origin);
  }
  try {
    const urlsFile = join(data, 'urls.env');
    await runTongma(['prepare', urlsFile], { TONGMA_SUPERUSER_URL: postgres.superuserUrl });
    const urls = parseEnv(readFileSync(urlsFile, 'utf8'));
    await runTongma(['migrate'], urls);
    await runTongma(['seed'], { ...urls, TONGMA_DATA: data });

    const [a, b, provider, ...rest] = await Promise.all(Array.from({ length: 8 }, freePort));
    const origins = [a, b].map((port) => `http://127.0.0.1:${port ?? 0}`);
    const [first = '', second = ''] = origins;
    const gatewayUrl = `${first}/graphql`;
    const issuer = `http://127.0.0.1:${provider ?? 0}/oidc`;
    const ports = {
      ...{ residents: rest[0] ?? 0, 'health-records': rest[1] ?? 0 },
      ...{ 'travel-history': rest[2] ?? 0, codes: rest[3] ?? 0 },
    };
    const checkpoint = rest[4] ?? 0;
    const addresses = { ports, checkpoint, gateways: [a ?? 0, b ?? 0], issuer } as const;
    const environments = environmentsOf(folder, secrets, urls, addresses);
    const idp = runBuilt('test/system/support/provider-main.js', [], {
      ...{ PORT: String(provider), SETTINGS_FILE: folder.providerFile },
      ...{ AUDIENCE: gatewayUrl, REDIRECT_URI: `${first}/sign-in/callback` },
    });
    const { gateway } = environments;
    await Promise.all([
      start(idp, new URL(issuer).origin),
      ...SUBGRAPHS.map((part) =>
        start(startPart(part, environments[part]), `http://127.0.0.1:${ports[part]}`),
      ),
      start(startPart('checkpoint', environments.checkpoint), `http://127.0.0.1:${checkpoint}`),
      start(startPart('gateway', gateway), first),
      start(startPart('gateway', { ...gateway, PORT: String(b) }), second),
    ]);

    const ask = askOver(gatewayUrl, data, issuer);
    const people = await seedPeople(folder, ask, new Date(), () => undefined, PEOPLE);
    await writeDemoFile({ folder, origin: first, issuer, ask }, people);
    const facts: SharedTongma = {
      ...{ mode: 'split', gateways: origins, environments, keys: secrets },
      urls: eachRole((role) => urls[URL_VARIABLES[role]] ?? ''),
    };
    const output = () => parts.map((part) => part.output()).join('\n');
    return { data, facts, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
