import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopLeftover } from './leftover.ts';
import { syncFolder } from './sealed-file.ts';

/** Where a restored data folder is made, inside the one it will be. */
export function restoringFolder(root: string): string {
  return join(root, 'restoring');
}

function wholeMark(root: string): string {
  return join(restoringFolder(root), 'whole');
}

/** Says that what is being restored is whole: from here on it is what the folder holds. */
export function markWhole(root: string): void {
  writeFileSync(wholeMark(root), '', { mode: 0o600, flush: true });
  syncFolder(restoringFolder(root));
}

/** Removes what a restore has left that was ended before it was whole. */
export async function dropHalfRestored(root: string): Promise<void> {
  const from = restoringFolder(root);
  if (!existsSync(from) || existsSync(wholeMark(root))) return;
  await stopLeftover(join(from, 'postgres'));
  rmSync(from, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/**
 * Puts what was restored in its place, if it is whole; what stood there is set aside, not deleted.
 * One that was killed meanwhile is gone on with: whoever locks the folder does this first.
 * @returns folder where the former content stands; null when there was none
 */
export function swapRestored(root: string): string | null {
  const from = restoringFolder(root);
  if (!existsSync(wholeMark(root))) return null;
  const aside = join(root, 'replaced');
  let isUsed = false;
  for (const name of readdirSync(from).filter((one) => one !== 'whole')) {
    const place = join(root, name);
    if (existsSync(place)) {
      mkdirSync(aside, { recursive: true, mode: 0o700 });
      renameSync(place, join(aside, `${name}.${Date.now()}`));
      isUsed = true;
    }
    renameSync(join(from, name), place);
  }
  syncFolder(root);
  rmSync(from, { recursive: true });
  return isUsed ? aside : null;
}
