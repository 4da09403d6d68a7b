import { rmSync } from 'node:fs';
import { openDatabase } from '../../../cli/all-in-one/tongma.ts';
import { openDataFolder } from '../../../cli/embedded/data-folder.ts';
import type { DatabaseUrls } from '../../../cli/embedded/database.ts';
import { readSecrets } from '../../../cli/embedded/secrets.ts';
import { temporaryFolder } from './process.ts';

/** A migrated database without rows, on a PostgreSQL of its own. */
export interface EmptyDatabase {
  readonly urls: DatabaseUrls;
  /** Bypasses row-level security: for looking at what is really there. */
  readonly superuserUrl: string;
  /** Stops it and removes its folder. */
  drop(): Promise<void>;
}

/** Makes an {@link EmptyDatabase} for one test file. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const folder = openDataFolder(temporaryFolder());
  const { postgres, urls } = await openDatabase(folder, readSecrets(folder.secretsFile));
  return {
    urls,
    superuserUrl: postgres.superuserUrl.replace(/\/postgres$/, '/tongma'),
    async drop() {
      await postgres.stop();
      rmSync(folder.root, { recursive: true });
    },
  };
}
