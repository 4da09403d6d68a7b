import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { birthOf } from './process-table.ts';

const TRIES = 20;

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Does something; false when it failed with that error code. */
function unless(code: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (codeOf(error) !== code) throw error;
    return false;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The running process that a lock names; null when it was left by one that has gone. */
function holderOf(text: string): number | null {
  const [pid = '', birth] = text.split('\n');
  const running = birthOf(Number(pid));
  return running !== null && running === birth ? Number(pid) : null;
}

/** Takes a stale lock away, unless another start has just replaced it by its own. */
function clear(lock: string, stale: string): void {
  const aside = `${lock}.${randomUUID()}`;
  if (!unless('ENOENT', () => renameSync(lock, aside))) return;
  if (textOf(aside) !== stale) unless('EEXIST', () => linkSync(aside, lock));
  rmSync(aside);
}

/**
 * Takes a lock file for this process. One that a killed process left does not hinder, also when
 * its number has been given to another process since.
 * @returns how to give it free, or the process that holds it
 */
export function takeLock(lock: string): { free(): void } | { heldBy: number } {
  const mine = `${process.pid}\n${birthOf(process.pid) ?? ''}\n${randomUUID()}\n`;
  const own = `${lock}.${randomUUID()}`;
  // A link appears with its content or not at all, and only where there is none.
  writeFileSync(own, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (unless('EEXIST', () => linkSync(own, lock))) {
        return {
          free: () => {
            if (textOf(lock) === mine) rmSync(lock, { force: true });
          },
        };
      }
      const found = textOf(lock);
      const heldBy = holderOf(found);
      if (heldBy !== null) return { heldBy };
      clear(lock, found);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new Error(`The lock ${lock} cannot be taken.`);
}
