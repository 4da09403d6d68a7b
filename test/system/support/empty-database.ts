import type { KeyObject } from 'node:crypto';
import { rmSync } from 'node:fs';
import { openDatabase } from '../../../cli/all-in-one/open-database.ts';
import { checkpointSigner, openCheckpointer } from '../../../cli/embedded/checkpoint-key.ts';
import { openDataFolder, type DataFolder } from '../../../cli/embedded/data-folder.ts';
import type { DatabaseUrls } from '../../../cli/embedded/database.ts';
import { readSecrets } from '../../../cli/embedded/secrets.ts';
import type { Checkpointer } from '../../../subgraphs/kit/audit/checkpointer.ts';
import { publicKeyOf } from '../../../subgraphs/kit/signing/sealed-signer.ts';
import { createLog } from '../../../subgraphs/kit/log.ts';
import { emptyFolder } from './process.ts';

/** A migrated database without rows, on a PostgreSQL of its own. */
export interface EmptyDatabase {
  readonly urls: DatabaseUrls;
  /** Bypasses row-level security: for looking at what is really there. */
  readonly superuserUrl: string;
  readonly folder: DataFolder;
  /** Public key of its checkpoints. */
  readonly checkpointKey: KeyObject;
  /** Signs checkpoints of its audit log, the first before this is given. */
  readonly checkpointer: Checkpointer;
  /** Stops it and removes its folder. */
  drop(): Promise<void>;
}

/** Makes an {@link EmptyDatabase} for one test file. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const folder = openDataFolder(emptyFolder());
  const { postgres, urls } = await openDatabase(folder, readSecrets(folder.secretsFile));
  const checkpointer = await openCheckpointer(folder, urls, createLog('test', 'silent'));
  return {
    ...{ urls, folder, checkpointer, checkpointKey: publicKeyOf(checkpointSigner(folder)) },
    superuserUrl: postgres.superuserUrl.replace(/\/postgres$/, '/tongma'),
    async drop() {
      await checkpointer.close().catch(() => undefined); // a story may have closed it
      await postgres.stop();
      rmSync(folder.root, { recursive: true });
    },
  };
}
