import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { keptCheckpoint, type CheckpointMark } from '../subgraphs/kit/audit/kept-checkpoint.ts';
import { postgresUrl, publicKey } from '../subgraphs/kit/config-fields.ts';
import { readConfig } from '../subgraphs/kit/read-config.ts';
import { openDatabase } from './all-in-one/tongma.ts';
import { FolderInUseError, openDataFolder, pathsIn } from './embedded/data-folder.ts';
import { roleUrls } from './embedded/database.ts';
import { readPidFile } from './embedded/leftover.ts';
import { readSecrets } from './embedded/secrets.ts';
import { StartError } from './start-error.ts';

/** Where a log is read, and what it is checked with. */
export interface AuditSource {
  readonly url: string;
  readonly keys: readonly KeyObject[];
  /** Read before the database is: the database is never behind it in a log that is right. */
  readonly kept: CheckpointMark | null;
  close(): Promise<void>;
}

const external = z.object({
  CODES_DATABASE_URL: postgresUrl.optional(),
  AUDIT_PUBLIC_KEY: publicKey.optional(),
  CHECKPOINT_FILE: z.string().min(1).optional(),
});

/** Public key of a data folder's checkpoints. @throws {StartError} when there is none */
export function publicKeyIn(data: string): KeyObject {
  const { root, checkpointPublicKeyFile } = pathsIn(data);
  try {
    return createPublicKey(readFileSync(checkpointPublicKeyFile));
  } catch (cause) {
    throw new StartError(`The data folder ${root} has no audit log.`, { cause });
  }
}

async function databaseOf(data: string): Promise<Pick<AuditSource, 'url' | 'close'>> {
  const paths = pathsIn(data);
  try {
    const folder = openDataFolder(data);
    const { postgres, urls } = await openDatabase(folder, readSecrets(folder.secretsFile));
    const close = async () => {
      await postgres.stop();
      folder.unlock();
    };
    return { url: urls.tongma_codes, close };
  } catch (error) {
    const running = error instanceof FolderInUseError ? readPidFile(paths.postgres) : null;
    if (!running) throw error;
    const urls = roleUrls(`postgres://127.0.0.1:${running.port}/`, readSecrets(paths.secretsFile));
    return { url: urls.tongma_codes, close: () => Promise.resolve() };
  }
}

/**
 * The log of an external database, when CODES_DATABASE_URL and AUDIT_PUBLIC_KEY name one, else that
 * of a data folder, whether or not its Tongma runs.
 * @throws {StartError}
 */
export async function openAuditSource(data: string, env: NodeJS.ProcessEnv): Promise<AuditSource> {
  const {
    CODES_DATABASE_URL: url,
    AUDIT_PUBLIC_KEY: key,
    CHECKPOINT_FILE,
  } = readConfig(external, env);
  if (url !== undefined && key !== undefined) {
    const kept = CHECKPOINT_FILE === undefined ? null : keptCheckpoint(CHECKPOINT_FILE).read();
    return { url, keys: [key], kept, close: () => Promise.resolve() };
  }
  const keys = [publicKeyIn(data)];
  const kept = keptCheckpoint(pathsIn(data).checkpointFile).read();
  return { keys, kept, ...(await databaseOf(data)) };
}
