import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { syncFolder } from './sealed-file.ts';

const FLAGS = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--no-clean'];

/** Waits for the end of a process; its exit code, or why it could not be run. */
export function ended(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? String(signal));
    });
    child.once('error', ({ message }) => {
      resolve(message);
    });
  });
}

function complaint(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error:|FATAL:|PANIC:/.test(line)) ?? lines.at(-1);
}

async function initialize(folder: string, password: string, binaries: PostgresBinaries) {
  const passwordFile = `${folder}.password`;
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { ids } = binaries.user;
  if (ids) for (const path of [folder, passwordFile]) chownSync(path, ids.uid, ids.gid);
  const args = ['-D', folder, '-U', 'postgres', `--pwfile=${passwordFile}`, ...FLAGS];
  const child = binaries.run('initdb', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await ended(child);
  rmSync(passwordFile);
  if (code !== 0) {
    const why = complaint(output) ?? `initdb ended with ${code}`;
    throw new StartError(`The database could not be made: ${why}`);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  } catch {
    // An initdb whose Tongma was killed may still be writing there; the next start tries again.
  }
}

/**
 * Makes the cluster unless it stands. It is made beside its place and moved there when it is
 * whole, so that one half made is never taken for one. What stands in its place and is no cluster
 * is set aside, not deleted.
 * @throws {StartError} with what initdb complains about
 */
export async function makeCluster(
  dataDir: string,
  password: string,
  binaries: PostgresBinaries,
): Promise<void> {
  const parent = dirname(dataDir);
  const prefix = `${basename(dataDir)}.making-`;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    remove(join(parent, name));
  }
  if (existsSync(join(dataDir, 'global', 'pg_control'))) return;
  const making = join(parent, `${prefix}${randomUUID()}`);
  try {
    await initialize(making, password, binaries);
    if (existsSync(dataDir)) renameSync(dataDir, `${dataDir}.aside-${randomUUID()}`);
    renameSync(making, dataDir);
    syncFolder(parent);
  } catch (error) {
    remove(making);
    throw error;
  }
}
