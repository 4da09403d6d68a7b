import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { makeCluster } from './cluster.ts';
import { stopLeftover } from './leftover.ts';
import { findBinaries } from './postgres-binaries.ts';
import { freePort } from './free-port.ts';
import { launchPostmaster } from './postmaster.ts';

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  readonly superuserUrl: string;
  /** Whether the run before this one had not ended in order. Nothing committed is lost by that. */
  readonly recovered: boolean;
  /** Stops it and waits, 20 s at most; nothing to do when it has gone already. */
  stop(): Promise<void>;
}

/** Where it keeps its data and who its superuser is. */
export interface PostgresOptions {
  /** Absolute path; its parent exists. The log is written beside it. */
  readonly dataDir: string;
  /** Data folder that it is in, where it does not stand there itself yet. Default: its parent. */
  readonly within?: string;
  /** Password of `postgres`, the superuser; it is set when the cluster is made. */
  readonly password: string;
  /** Default: any free one. */
  readonly port?: number;
}

const REFUSED_MS = 20_000;

// What passes: a postmaster or its workers just killed, a port taken since it was looked for.
const PASSING = /lock file|shared memory/;
const PORT_TAKEN = /TCP\/IP sockets|could not bind/;

/**
 * Starts the embedded PostgreSQL on a data folder, after a crash or a kill too. It outlives a
 * Ctrl-C and the death of this process: whoever ends in order calls `stop`.
 * @throws {StartError} with the last line of its log
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, password } = options;
  const binaries = await findBinaries(dataDir, options.within);
  const recovered = await stopLeftover(dataDir);
  await makeCluster(dataDir, password, binaries);
  const until = Date.now() + REFUSED_MS;
  for (;;) {
    const port = options.port ?? (await freePort());
    const launched = await launchPostmaster({ dataDir, password, port }, binaries);
    if ('pid' in launched) return { ...launched, port, recovered };
    const { refusal } = launched;
    if (PORT_TAKEN.test(refusal) && options.port !== undefined) {
      throw new StartError(`The database does not start: port ${port} is taken.`);
    }
    if (!(PASSING.test(refusal) || PORT_TAKEN.test(refusal)) || Date.now() > until) {
      throw new StartError(`The database does not start: ${refusal}`);
    }
    await sleep(250);
    await stopLeftover(dataDir);
  }
}
