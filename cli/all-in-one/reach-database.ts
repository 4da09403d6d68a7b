import { Client } from 'pg';
import { createLog } from '../../subgraphs/kit/log.ts';
import { openCheckpointer } from '../embedded/checkpoint-key.ts';
import {
  FolderInUseError,
  openDataFolder,
  pathsIn,
  type DataFolder,
  type DataPaths,
} from '../embedded/data-folder.ts';
import { roleUrls, type DatabaseUrls } from '../embedded/database.ts';
import { readPidFile } from '../embedded/leftover.ts';
import { readSecrets, type Secrets } from '../embedded/secrets.ts';
import { StartError } from '../start-error.ts';
import { openDatabase } from './open-database.ts';

/** A database of a data folder that answers, whether or not a Tongma runs on it. */
export interface ReachedDatabase {
  readonly folder: DataPaths;
  readonly urls: DatabaseUrls;
  readonly superuserUrl: string;
  /** The folder, when it was opened for this alone: no Tongma runs on it. */
  readonly opened: DataFolder | null;
  /** Ends what was started for this alone. */
  leave(): Promise<void>;
}

function superuser(port: number, { superuserPassword }: Secrets): string {
  return `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`;
}

async function reachRunning(data: string): Promise<ReachedDatabase> {
  const folder = pathsIn(data);
  const found = readPidFile(folder.postgres);
  if (!found?.ready) {
    throw new StartError(`The Tongma of ${folder.root} is just starting or ending; try again.`);
  }
  const secrets = readSecrets(folder.secretsFile);
  const superuserUrl = superuser(found.port, secrets);
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new StartError(`The database of ${folder.root} does not answer.`, { cause });
  } finally {
    await client.end();
  }
  const leave = () => Promise.resolve();
  return { folder, urls: roleUrls(superuserUrl, secrets), superuserUrl, opened: null, leave };
}

/**
 * Reaches the database of a data folder: that of the Tongma that runs there, or else one started
 * for this alone. @throws {StartError}
 */
export async function reachDatabase(data: string): Promise<ReachedDatabase> {
  let folder: ReturnType<typeof openDataFolder>;
  try {
    folder = openDataFolder(data);
  } catch (error) {
    if (error instanceof FolderInUseError) return reachRunning(data);
    throw error;
  }
  try {
    const { postgres, urls } = await openDatabase(folder, readSecrets(folder.secretsFile));
    return {
      ...{ folder, urls, superuserUrl: postgres.superuserUrl, opened: folder },
      async leave() {
        await postgres.stop();
        folder.unlock();
      },
    };
  } catch (error) {
    folder.unlock();
    throw error;
  }
}

/** The same to be written to: nothing is for long without checkpoints, which a running Tongma signs. */
export async function reachForWriting(data: string): Promise<ReachedDatabase> {
  const reached = await reachDatabase(data);
  const { opened, urls } = reached;
  if (!opened) return reached;
  try {
    const checkpointer = await openCheckpointer(opened, urls, createLog('cli', 'error'));
    return {
      ...reached,
      async leave() {
        await checkpointer.close();
        await reached.leave();
      },
    };
  } catch (error) {
    await reached.leave();
    throw error;
  }
}
