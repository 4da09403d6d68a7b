import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from '../start-error.ts';
import { commandOf } from './process-table.ts';

/** Folder of an all-in-one Tongma, locked for this process. */
export interface DataFolder {
  readonly root: string;
  /** PostgreSQL's own files. */
  readonly postgres: string;
  readonly secretsFile: string;
  /** Private keys of the regions. */
  readonly keysFile: string;
  /** Root keys that trust lists are verified with. */
  readonly trustRootsFile: string;
  /** Private root keys of the demo: a real root never stands beside what it signs. */
  readonly demoRootsFile: string;
  /** Clients and signing key of the embedded sign-in provider. */
  readonly providerFile: string;
  readonly demoFile: string;
  readonly partnerKeyFile: string;
  /** Gives the folder free for another start. */
  unlock(): void;
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function makeFolder(root: string): void {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(root, `.probe-${randomUUID()}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new StartError(`The data folder ${root} cannot be written (${reason(cause)}).`, {
      cause,
    });
  }
}

/** Another Tongma holds the folder when the process in the lock lives and is a Tongma. */
function holder(lock: string): number | null {
  try {
    const [pid, command] = readFileSync(lock, 'utf8').split('\n');
    const running = commandOf(Number(pid));
    return running !== null && running === command ? Number(pid) : null;
  } catch {
    return null;
  }
}

/**
 * Opens the data folder for this process alone. A lock that a killed process left is taken over.
 * @throws {StartError} when it cannot be written or is in use
 */
export function openDataFolder(path: string): DataFolder {
  const root = resolve(path);
  makeFolder(root);
  const lock = join(root, 'tongma.pid');
  const other = holder(lock);
  if (other !== null && other !== process.pid) {
    throw new StartError(
      `The data folder ${root} is in use by a running Tongma (process ${other}).`,
    );
  }
  writeFileSync(lock, `${process.pid}\n${commandOf(process.pid) ?? ''}\n`, { mode: 0o600 });
  return {
    root,
    postgres: join(root, 'postgres'),
    secretsFile: join(root, 'secrets.json'),
    keysFile: join(root, 'region-keys.json'),
    trustRootsFile: join(root, 'trust-roots.json'),
    demoRootsFile: join(root, 'demo-root-keys.json'),
    providerFile: join(root, 'sign-in-provider.json'),
    demoFile: join(root, 'demo.json'),
    partnerKeyFile: join(root, 'demo-partner-key.pem'),
    unlock: () => {
      rmSync(lock, { force: true });
    },
  };
}
