import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type EmbeddedPostgres } from '../../../cli/embedded/postgres.ts';
import { readSecrets } from '../../../cli/embedded/secrets.ts';
import type { EmptyDatabase } from './empty-database.ts';

/** Ends a database's first process without warning: what was not committed is gone. */
export function killDatabase({ folder }: EmptyDatabase): void {
  const pid = readFileSync(join(folder.postgres, 'postmaster.pid'), 'utf8').split('\n')[0];
  process.kill(Number(pid), 'SIGKILL');
}

/** Starts it again where it was; whoever does so stops it. */
export function restartDatabase({
  folder,
  superuserUrl,
}: EmptyDatabase): Promise<EmbeddedPostgres> {
  const { superuserPassword: password } = readSecrets(folder.secretsFile);
  const port = Number(new URL(superuserUrl).port);
  return startPostgres({ dataDir: folder.postgres, password, port });
}
