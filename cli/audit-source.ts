import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { keptCheckpoint, type CheckpointMark } from '../subgraphs/kit/audit/kept-checkpoint.ts';
import { postgresUrl, publicKey } from '../subgraphs/kit/config-fields.ts';
import { readConfig } from '../subgraphs/kit/read-config.ts';
import { reachDatabase } from './all-in-one/reach-database.ts';
import { pathsIn } from './embedded/data-folder.ts';
import { refuseHalf } from './external-database.ts';
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

/**
 * The log of an external database, when CODES_DATABASE_URL and AUDIT_PUBLIC_KEY name one, else that
 * of a data folder, whether or not its Tongma runs.
 * @throws {StartError}
 */
export async function openAuditSource(data: string, env: NodeJS.ProcessEnv): Promise<AuditSource> {
  refuseHalf(env, ['CODES_DATABASE_URL', 'AUDIT_PUBLIC_KEY']);
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
  const { urls, leave } = await reachDatabase(data);
  return { keys, kept, url: urls.tongma_codes, close: leave };
}
