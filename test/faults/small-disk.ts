import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can be filled. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves so many bytes. */
  fill(left: number): void;
  /** Gives it more room, as an operator does who clears it. */
  clear(): void;
  remove(): void;
}

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** A file system in memory; null where one may not be mounted. */
export function smallDisk(bytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'tongma-disk-'));
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=0777`, 'tmpfs', path)) {
    rmSync(path, { recursive: true });
    return null;
  }
  mkdirSync(join(path, 'filler'));
  const filler = join(path, 'filler', 'filler');
  return {
    path,
    fill(left) {
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left), 1));
    },
    clear() {
      rmSync(filler, { force: true });
    },
    remove() {
      run('umount', '-l', path);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
