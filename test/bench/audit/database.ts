import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheckpointer } from '../../../cli/embedded/checkpoint-key.ts';
import { openDataFolder, type DataFolder } from '../../../cli/embedded/data-folder.ts';
import { prepareDatabase, type DatabaseUrls } from '../../../cli/embedded/database.ts';
import { startPostgres } from '../../../cli/embedded/postgres.ts';
import { readSecrets } from '../../../cli/embedded/secrets.ts';
import { migrateAll } from '../../../cli/migrate-all.ts';
import type { Checkpointer } from '../../../subgraphs/kit/audit/checkpointer.ts';
import { createLog } from '../../../subgraphs/kit/log.ts';

/** A database with all tables and an audit log under checkpoints. */
export interface BenchDatabase {
  readonly folder: DataFolder;
  readonly urls: DatabaseUrls;
  readonly checkpointer: Checkpointer;
  /** Bypasses row security. */
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

/** Makes a {@link BenchDatabase} of its own. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'tongma-bench-audit-')));
  const secrets = readSecrets(folder.secretsFile);
  const password = secrets.superuserPassword;
  const postgres = await startPostgres({ dataDir: folder.postgres, password });
  const urls = await prepareDatabase(postgres.superuserUrl, secrets);
  await migrateAll(urls.tongma_owner);
  const checkpointer = await openCheckpointer(folder, urls, createLog('bench', 'silent'));
  return {
    ...{ folder, urls, checkpointer },
    superuserUrl: postgres.superuserUrl.replace(/\/postgres$/, '/tongma'),
    async drop() {
      await checkpointer.close();
      await postgres.stop();
      rmSync(folder.root, { recursive: true });
    },
  };
}
