import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from '../start-error.ts';
import { swapRestored } from './swap-restored.ts';
import { takeLock } from './folder-lock.ts';

/** Where things stand in the folder of an all-in-one Tongma. */
export interface DataPaths {
  readonly root: string;
  /** PostgreSQL's own files. */
  readonly postgres: string;
  readonly secretsFile: string;
  /** Private keys of the regions. */
  readonly keysFile: string;
  /** Root keys that trust lists are verified with. */
  readonly trustRootsFile: string;
  /** Remembers the highest version of a trust list, beside the database and not in it. */
  readonly trustFloorFile: string;
  /** Public keys of laboratories that sign batches; there when somebody put it there. */
  readonly evidenceKeysFile: string;
  /** Private root keys of the demo: a real root never stands beside what it signs. */
  readonly demoRootsFile: string;
  /** Clients and signing key of the embedded sign-in provider. */
  readonly providerFile: string;
  /** Private key of the audit log's checkpoints, and its public part. */
  readonly checkpointKeyFile: string;
  readonly checkpointPublicKeyFile: string;
  /** Number and hash of the last checkpoint, beside the database and not in it. */
  readonly checkpointFile: string;
  readonly demoFile: string;
  readonly partnerKeyFile: string;
}

/** Folder of an all-in-one Tongma, locked for this process. */
export interface DataFolder extends DataPaths {
  /** Gives the folder free for another start. */
  unlock(): void;
}

/** The folder is held by a running Tongma. */
export class FolderInUseError extends StartError {}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** Makes the folder and locks it; that a lock can be taken shows that it can be written. */
function lockOf(root: string): ReturnType<typeof takeLock> {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    return takeLock(join(root, 'tongma.pid'));
  } catch (cause) {
    throw new StartError(`The data folder ${root} cannot be written (${reason(cause)}).`, {
      cause,
    });
  }
}

/** Paths in a data folder, whoever uses it. */
export function pathsIn(path: string): DataPaths {
  const root = resolve(path);
  return {
    root,
    postgres: join(root, 'postgres'),
    secretsFile: join(root, 'secrets.json'),
    keysFile: join(root, 'region-keys.json'),
    trustRootsFile: join(root, 'trust-roots.json'),
    trustFloorFile: join(root, 'trust-floor.json'),
    evidenceKeysFile: join(root, 'evidence-keys.json'),
    demoRootsFile: join(root, 'demo-root-keys.json'),
    providerFile: join(root, 'sign-in-provider.json'),
    checkpointKeyFile: join(root, 'checkpoint-key.pem'),
    checkpointPublicKeyFile: join(root, 'checkpoint-public-key.pem'),
    checkpointFile: join(root, 'last-checkpoint.json'),
    demoFile: join(root, 'demo.json'),
    partnerKeyFile: join(root, 'demo-partner-key.pem'),
  };
}

/**
 * Opens the data folder for this process alone. A lock that a killed process left is taken over.
 * @throws {StartError} when it cannot be written or is in use
 */
export function openDataFolder(path: string): DataFolder {
  const root = resolve(path);
  const lock = lockOf(root);
  if ('heldBy' in lock) {
    throw new FolderInUseError(
      `The data folder ${root} is in use by a running Tongma (process ${lock.heldBy}).`,
    );
  }
  swapRestored(root);
  return { ...pathsIn(root), unlock: lock.free };
}
