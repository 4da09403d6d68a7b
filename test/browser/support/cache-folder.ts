import { accessSync, constants, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../system/support/process.ts';

/** Whether this user may write into a folder, which is made if it is not there. */
function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder under the system's temporary one that nobody else can have prepared. */
function privateFolder(): string {
  const uid = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `tongma-cache-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const ours = found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0;
  if (process.getuid && !ours) throw new Error(`${folder} belongs to somebody else.`);
  return folder;
}

/** Where things lie that are unpacked once: beside the packages they come from. */
export const PACKAGES_CACHE = join(ROOT, 'node_modules/.cache/tongma');

/** A cache this user may write to: {@link PACKAGES_CACHE}, else a private folder elsewhere. */
export function writableCache(): string {
  return isWritable(PACKAGES_CACHE) ? PACKAGES_CACHE : privateFolder();
}
