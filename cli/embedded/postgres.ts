import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { StartError } from '../start-error.ts';
import { findBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { commandOf, waitForEnd } from './process-table.ts';

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  readonly superuserUrl: string;
  /** Stops it and waits; nothing to do when it has gone already. */
  stop(): Promise<void>;
}

/** Where it keeps its data and who its superuser is. */
export interface PostgresOptions {
  readonly dataDir: string;
  readonly password: string;
}

const STOP_MS = 20_000;
const READY_MS = 30_000;
const START_TRIES = 5;

function lastLine(logFile: string): string {
  if (!existsSync(logFile)) return 'no log';
  return readFileSync(logFile, 'utf8').trim().split('\n').at(-1) ?? 'empty log';
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => {
      resolve(null);
    });
  });
}

/** Makes the cluster beside its place and moves it there when it is whole. */
async function makeCluster({ dataDir, password }: PostgresOptions, binaries: PostgresBinaries) {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return;
  const making = `${dataDir}.making`;
  const passwordFile = `${dataDir}.password`;
  for (const left of [dataDir, making]) rmSync(left, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const [command = '', ...args] = binaries.initdb;
  const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256'];
  const child = spawn(
    command,
    [...args, '-D', making, '-U', 'postgres', `--pwfile=${passwordFile}`, ...flags],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const code = await ended(child);
  rmSync(passwordFile);
  if (code !== 0) {
    const why = complaints.trim().split('\n').at(-1) ?? 'no reason given';
    throw new StartError(`The database could not be made: ${why}`);
  }
  renameSync(making, dataDir);
}

/** Stops a postmaster that outlived the process that started it. */
async function stopLeftover(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  // Another process may have got its number since.
  if (!commandOf(pid)?.includes(dataDir)) {
    rmSync(pidFile, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (!(await waitForEnd(pid, STOP_MS))) {
    throw new StartError(`A database of an earlier start (process ${pid}) does not stop.`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function launch(options: PostgresOptions, binaries: PostgresBinaries, logFile: string) {
  const { dataDir, password } = options;
  const port = await freePort();
  const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const [command = '', ...args] = binaries.postgres;
  const settings = {
    ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) },
    ...{ max_connections: '120', shared_buffers: '128MB', log_min_messages: 'fatal' },
    // Statements hold parameters, and parameters hold people.
    ...{ log_statement: 'none', log_min_error_statement: 'panic', log_error_verbosity: 'terse' },
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a', 0o600);
  // A group of its own: Ctrl-C in a terminal is for us, and we stop it in order.
  const child = spawn(command, [...args, '-D', dataDir, ...flags], {
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  const gone = new AbortController();
  void ended(child).then(() => gone.abort());
  const until = Date.now() + READY_MS;
  while (!gone.signal.aborted && Date.now() < until) {
    if (await answers(superuserUrl)) return { port, superuserUrl, pid: child.pid ?? 0 };
    await sleep(100);
  }
  if (!gone.signal.aborted && child.pid !== undefined) process.kill(child.pid, 'SIGINT');
  return null;
}

/**
 * Starts the embedded PostgreSQL on a data folder, after a crash or a kill too.
 * @throws {StartError} with the last line of its log
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir } = options;
  const binaries = await findBinaries();
  await stopLeftover(dataDir);
  await makeCluster(options, binaries);
  const logFile = `${dataDir}.log`;
  for (let attempt = 1; attempt <= START_TRIES; attempt += 1) {
    const running = await launch(options, binaries, logFile);
    if (running) {
      const { port, superuserUrl, pid } = running;
      const stop = async () => {
        if (!commandOf(pid)?.includes(dataDir)) return;
        process.kill(pid, 'SIGINT');
        await waitForEnd(pid, STOP_MS);
      };
      return { port, superuserUrl, pid, stop };
    }
    // Right after a kill the shared memory of the old one may be held for a moment.
    await sleep(1_000);
  }
  throw new StartError(`The database does not start: ${lastLine(logFile)}`);
}
