import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, fchownSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { StartError } from '../start-error.ts';
import { ended } from './cluster.ts';
import { readPidFile } from './leftover.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** How one postmaster is run. */
export interface PostmasterOptions {
  readonly dataDir: string;
  readonly password: string;
  readonly port: number;
}

/** One that takes connections. */
export interface Postmaster {
  readonly pid: number;
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

// Recovery after a kill of a busy one may take its time.
const READY_MS = 120_000;
const FAST_MS = 13_000;
const IMMEDIATE_MS = 6_500;

function flags(port: number): string[] {
  const settings = {
    ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) },
    ...{ max_connections: '128', shared_buffers: '128MB', fsync: 'on' },
    // A demo grows from nothing in seconds: until tables are analyzed, plans are those of empty ones.
    autovacuum_naptime: '10s',
    // Statements hold parameters, and parameters hold people.
    ...{ log_statement: 'none', log_min_error_statement: 'panic', log_error_verbosity: 'terse' },
    ...{ log_min_messages: 'fatal', logging_collector: 'off', log_destination: 'stderr' },
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function logOf(dataDir: string): string {
  return `${dataDir}.log`;
}

/** The last line since `from`, without its instant and process. */
function lastLine(dataDir: string, from: number): string {
  const file = logOf(dataDir);
  const written = existsSync(file) ? readFileSync(file).subarray(from).toString() : '';
  const line = written.trim().split('\n').at(-1) ?? '';
  return line.replace(/^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] /, '');
}

function spawnPostmaster({ dataDir, port }: PostmasterOptions, binaries: PostgresBinaries) {
  const log = openSync(logOf(dataDir), 'a', 0o600);
  try {
    const { ids } = binaries.user;
    if (ids) fchownSync(log, ids.uid, ids.gid);
    // A group of its own: Ctrl-C in a terminal is for us, and we stop it in order.
    const options = { stdio: ['ignore' as const, log, log], detached: true };
    return binaries.run('postgres', ['-D', dataDir, ...flags(port)], options);
  } finally {
    closeSync(log);
  }
}

/** Whether it answers; it is known to listen, so a refused password is an answer too: a wrong one. */
async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (cause) {
    if (cause instanceof DatabaseError && cause.code === '28P01') {
      throw new StartError(
        'The database refuses the password of its superuser: the secrets beside it are not those it was made with.',
        { cause },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopPostmaster(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  for (const [signal, ms] of [['SIGINT', FAST_MS] as const, ['SIGQUIT', IMMEDIATE_MS] as const]) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    child.kill(signal);
    const waiting = new AbortController();
    const late = sleep(ms, undefined, { signal: waiting.signal }).catch(() => undefined);
    await Promise.race([gone, late]);
    waiting.abort();
  }
  child.unref();
}

/**
 * Runs a postmaster until it takes connections.
 * @returns it, or the last line of its log when it refuses to start
 * @throws {StartError} when it starts and cannot be used
 */
export async function launchPostmaster(
  options: PostmasterOptions,
  binaries: PostgresBinaries,
): Promise<Postmaster | { refusal: string }> {
  const { dataDir, password, port } = options;
  const from = existsSync(logOf(dataDir)) ? statSync(logOf(dataDir)).size : 0;
  const child = spawnPostmaster(options, binaries);
  const over = new AbortController();
  const gone = ended(child).then((code) => over.abort(code));
  const stop = () => stopPostmaster(child, gone);
  const superuserUrl = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  const until = Date.now() + READY_MS;
  try {
    while (!over.signal.aborted && Date.now() < until) {
      const seen = readPidFile(dataDir);
      const listens = seen?.ready === true && seen.pid === child.pid;
      if (listens && (await answers(superuserUrl))) {
        child.unref();
        return { pid: seen.pid, superuserUrl, stop };
      }
      await sleep(50);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  if (!over.signal.aborted) {
    await stop();
    throw new StartError(`The database is not ready after ${READY_MS / 1_000} s.`);
  }
  return { refusal: lastLine(dataDir, from) || `it ended with ${String(over.signal.reason)}` };
}
