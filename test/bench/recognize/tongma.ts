import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFile, type DemoFile } from '../../../cli/all-in-one/demo-file.ts';
import { eachRole, readSecrets, type Secrets } from '../../../cli/embedded/secrets.ts';
import { providerSettings } from '../../../cli/embedded/openid-settings.ts';
import { readSealed } from '../../../cli/embedded/sealed-file.ts';
import type { DatabaseUrls } from '../../../cli/embedded/database.ts';
import { accessToken } from '../../../cli/partner-client.ts';
import { startServer, type Server } from '../support/child.ts';
import type { BenchRun } from '../support/on-built.ts';

/** Tongma, all in one, with its data folder. */
export interface BenchTongma extends Server {
  readonly gatewayUrl: string;
  readonly demo: DemoFile;
  readonly urls: DatabaseUrls;
  readonly secrets: Secrets;
  readonly keysFile: string;
  readonly trustRootsFile: string;
  /** Its data folder. */
  readonly data: string;
  /** Of the console, at the sign-in provider. */
  readonly consoleSecret: string;
  /** Process of its PostgreSQL. */
  readonly postmaster: number;
  /** A partner's access token. */
  token(): Promise<string>;
}

/** Given folders are kept; others are made for one benchmark, as are those of which there are two. */
async function dataFolder(fresh: boolean): Promise<{ data: string; remove: () => void }> {
  const given = process.env['BENCH_DATA'];
  if (given !== undefined && !fresh) return { data: given, remove: () => undefined };
  const data = await mkdtemp(join(tmpdir(), 'tongma-bench-'));
  return {
    data,
    remove() {
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Starts Tongma as `npm start` does, on a folder of its own with the demo in it. */
export async function startTongma(
  cpus: string | null,
  nodeOptions: readonly string[] = [],
  { fresh = false }: { readonly fresh?: boolean } = {},
): Promise<BenchTongma> {
  const { data, remove } = await dataFolder(fresh);
  const main = ['--enable-source-maps', 'dist/cli/main.js', 'start'];
  const env = { TONGMA_DATA: data, PORT: '0' };
  const options = { name: 'tongma', args: [...nodeOptions, ...main], cpus, env };
  const server = await startServer(options, (output) => output.includes('Ask again'));
  const demo = demoFile.parse(JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')));
  const settings = readSealed(join(data, 'sign-in-provider.json'), providerSettings);
  const { gatewayUrl, partner } = demo;
  const secrets = readSecrets(join(data, 'secrets.json'));
  // PostgreSQL's own file: its process in the first line, its port in the fourth.
  const pidFile = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const place = `127.0.0.1:${pidFile[3] ?? ''}/tongma`;
  return {
    ...server,
    ...{ data, consoleSecret: settings?.consoleSecret ?? '' },
    ...{ gatewayUrl, demo, secrets, postmaster: Number(pidFile[0]) },
    urls: eachRole((role) => `postgres://${role}:${secrets.rolePasswords[role]}@${place}`),
    keysFile: join(data, 'region-keys.json'),
    trustRootsFile: join(data, 'trust-roots.json'),
    token: () =>
      accessToken({
        ...{ gatewayUrl, ...partner },
        privateKey: readFileSync(partner.privateKeyFile, 'utf8'),
      }),
    async stop() {
      await server.stop();
      remove();
    },
  };
}

/** Starts it for one run of a benchmark. */
export async function startFilled({ say, cpus, undo }: BenchRun): Promise<BenchTongma> {
  say('Starting Tongma and filling its demo.');
  const tongma = await startTongma(cpus?.servers ?? null);
  undo(tongma.stop);
  return tongma;
}
