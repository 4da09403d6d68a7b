import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { CONSOLE_CLIENT } from '../../../cli/embedded/openid-settings.ts';
import { answers, ROOT, startServer, type Server } from '../support/child.ts';
import type { BenchTongma } from './tongma.ts';

/** As many connections as Tongma's own recognition has. */
export const POOL_MAX = '4';

const SUBGRAPHS = ['residents', 'health-records', 'travel-history', 'codes'] as const;

/** A server and where it answers. */
export interface Placed extends Server {
  readonly origin: string;
}

/** Starts a script as a server of that name, with PORT among its environment. */
type Start = (name: string, script: string, env: NodeJS.ProcessEnv) => Promise<Placed>;

/** Servers on some processors, stopped together. */
export interface Placing {
  readonly start: Start;
  stop(): Promise<void>;
}

/** Where a server says that it is ready; null: Apollo's stand-alone server refuses a bare GET. */
function healthOf(name: string): string | null {
  if (name === 'apollo') return null;
  return name === 'hive' ? '/healthcheck' : '/health';
}

/** Starts servers, each at a port of its own unless it is told one. */
export function placing(cpus: string | null): Placing {
  const starting: Promise<Server>[] = [];
  return {
    async start(name, script, env) {
      const port = env['PORT'] ?? String(await freePort());
      const origin = `http://127.0.0.1:${port}`;
      const options = { name, args: [script], cpus, env: { ...env, PORT: port } };
      const health = healthOf(name);
      const server = startServer(options, () =>
        health === null
          ? fetch(origin).then(
              () => true,
              () => false,
            )
          : answers(`${origin}${health}`),
      );
      starting.push(server);
      return { ...(await server), origin };
    },
    async stop() {
      // Those that are still starting too: one of them may have failed.
      const ended = await Promise.allSettled(starting);
      const running = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      await Promise.all(running.map((server) => server.stop()));
    },
  };
}

/** Environment of the subgraphs as processes of their own: of all four, each takes its part. */
function subgraphEnvironment(tongma: BenchTongma) {
  const { urls, secrets, keysFile, trustRootsFile, data } = tongma;
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
    AUDIT_PUBLIC_KEY: readFileSync(join(data, 'checkpoint-public-key.pem'), 'utf8'),
    FIELD_KEY: secrets.fieldKey,
    INDEX_KEY: secrets.indexKey,
    IDENTITY_PUBLIC_KEY: String(identity.export({ type: 'spki', format: 'pem' })),
  };
}

/** What the stock gateways load: the supergraph with the addresses of subgraphs, in a file of `folder`. */
export function placedSupergraph(folder: string, subgraphs: readonly Placed[]): string {
  const origins = new Map(subgraphs.map(({ name, origin }) => [name, origin]));
  const sdl = readFileSync(join(ROOT, 'schema/gateway.graphql'), 'utf8');
  const placed = sdl.replace(
    /@join__graph\(name: "([\w-]+)", url: "[^"]*"\)/g,
    (_whole, name: string) =>
      `@join__graph(name: "${name}", url: "${origins.get(name) ?? ''}/graphql")`,
  );
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, placed);
  return file;
}

/** The four subgraphs as processes of their own, over Tongma's database. */
export async function startSubgraphs({ start }: Placing, tongma: BenchTongma): Promise<Placed[]> {
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

/** Tongma's gateway as a process of its own before such subgraphs; `folder` is for its key. */
export async function startGateway(
  { start }: Placing,
  tongma: BenchTongma,
  subgraphs: readonly Placed[],
  folder: string,
): Promise<Placed> {
  const keyFile = join(folder, 'identity-key.pem');
  writeFileSync(keyFile, tongma.secrets.identityKey, { mode: 0o600 });
  const urls = subgraphs.map(({ name, origin }): [string, string] => [
    `${name.toUpperCase().replace('-', '_')}_URL`,
    origin,
  ]);
  return start('http', 'dist/gateway/main.js', {
    ...Object.fromEntries(urls),
    PORT: String(await freePort()),
    GATEWAY_DATABASE_URL: tongma.urls.tongma_gateway,
    IDENTITY_PRIVATE_KEY_FILE: keyFile,
    OIDC_ISSUER: `${new URL(tongma.gatewayUrl).origin}/oidc`,
    OIDC_CLIENT_ID: CONSOLE_CLIENT,
    OIDC_CLIENT_SECRET: tongma.consoleSecret,
    API_AUDIENCE: tongma.gatewayUrl,
  });
}
