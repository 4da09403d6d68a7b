import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { answers, ROOT, startServer, type Server } from '../support/child.ts';
import type { BenchTongma } from './tongma.ts';

/** Something that is measured: where it is asked, and which processes answer. */
export interface Side {
  readonly name: string;
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly servers: readonly number[];
}

/** Baselines that run. */
export interface Baselines {
  readonly sides: readonly Side[];
  stop(): Promise<void>;
}

/** As many connections as Tongma's own recognition has. */
const POOL_MAX = '4';

const SUBGRAPHS = ['residents', 'health-records', 'travel-history', 'codes'] as const;

interface Placed extends Server {
  readonly origin: string;
}

type Start = (name: string, script: string, env: NodeJS.ProcessEnv) => Promise<Placed>;

/** Environment of the subgraphs as processes of their own: of all four, each takes its part. */
function subgraphEnvironment({ urls, secrets, keysFile, trustRootsFile }: BenchTongma) {
  const identity = createPublicKey(createPrivateKey(secrets.identityKey));
  return {
    RESIDENTS_DATABASE_URL: urls.tongma_residents,
    HEALTH_RECORDS_DATABASE_URL: urls.tongma_health,
    TRAVEL_HISTORY_DATABASE_URL: urls.tongma_travel,
    CODES_DATABASE_URL: urls.tongma_codes,
    CODES_RECOGNIZE_URL: urls.tongma_recognize,
    CODES_RECOGNIZE_POOL_MAX: POOL_MAX,
    CODES_KEYS_FILE: keysFile,
    CODES_TRUST_ROOTS_FILE: trustRootsFile,
    FIELD_KEY: secrets.fieldKey,
    INDEX_KEY: secrets.indexKey,
    IDENTITY_PUBLIC_KEY: String(identity.export({ type: 'spki', format: 'pem' })),
  };
}

/** What the stock gateways load: the supergraph with the subgraphs' addresses of this run. */
function placedSupergraph(origins: ReadonlyMap<string, string>): string {
  const sdl = readFileSync(join(ROOT, 'schema/gateway.graphql'), 'utf8');
  return sdl.replace(
    /@join__graph\(name: "([\w-]+)", url: "[^"]*"\)/g,
    (_whole, name: string) =>
      `@join__graph(name: "${name}", url: "${origins.get(name) ?? ''}/graphql")`,
  );
}

async function startSubgraphs(start: Start, tongma: BenchTongma): Promise<Placed[]> {
  const env = subgraphEnvironment(tongma);
  return Promise.all(
    SUBGRAPHS.map(async (name) => {
      const port = String(await freePort());
      const portName = `${name.toUpperCase().replace('-', '_')}_PORT`;
      const script = `dist/subgraphs/${name}/main.js`;
      return start(name, script, { ...env, PORT: port, [portName]: port });
    }),
  );
}

/** Starts the three baselines over Tongma's database; `folder` is for files of this run. */
export async function startBaselines(
  tongma: BenchTongma,
  cpus: string | null,
  folder: string,
): Promise<Baselines> {
  const started: Server[] = [];
  const start: Start = async (name, script, env) => {
    const port = env['PORT'] ?? String(await freePort());
    const origin = `http://127.0.0.1:${port}`;
    const options = { name, args: [script], cpus, env: { ...env, PORT: port } };
    // Apollo's stand-alone server has no page of health; it refuses a bare GET when it listens.
    const server = await startServer(options, async () =>
      name === 'apollo'
        ? fetch(origin).then(
            () => true,
            () => false,
          )
        : answers(`${origin}${name === 'hive' ? '/healthcheck' : '/health'}`),
    );
    started.push(server);
    return { ...server, origin };
  };
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
  };
  try {
    const subgraphs = await startSubgraphs(start, tongma);
    const supergraph = join(folder, 'supergraph.graphql');
    writeFileSync(
      supergraph,
      placedSupergraph(new Map(subgraphs.map(({ name, origin }) => [name, origin]))),
    );
    const handler = await start('handler', 'test/bench/baseline/handler.ts', {
      RECOGNIZE_URL: tongma.urls.tongma_recognize,
      KEYS_FILE: tongma.keysFile,
      POOL_MAX,
    });
    const gatewayEnv = {
      SUPERGRAPH: supergraph,
      IDENTITY_KEY: tongma.secrets.identityKey,
      APOLLO_TELEMETRY_DISABLED: '1',
    };
    const apollo = await start('apollo', 'test/bench/baseline/apollo.ts', gatewayEnv);
    const hive = await start('hive', 'test/bench/baseline/hive.js', gatewayEnv);
    const behind = subgraphs.map(({ pid }) => pid);
    const side = ({ name, origin, pid }: Placed, path: string, others: number[] = []): Side => ({
      ...{ name, origin, path, headers: {}, servers: [pid, ...others] },
    });
    return {
      sides: [side(handler, '/'), side(apollo, '/', behind), side(hive, '/graphql', behind)],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
