import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';

/** As whom PostgreSQL runs. */
export interface PostgresUser {
  /** Command that the binaries are run through; empty = run as they are. */
  readonly through: readonly string[];
  /** User and group they are given; null = that of this process. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

const OURSELVES: PostgresUser = { through: [], ids: null };
const UNSHARE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];

function mayUnshare(): boolean {
  const [command = '', ...flags] = UNSHARE;
  return spawnSync(command, [...flags, 'true'], { stdio: 'ignore' }).status === 0;
}

function nobody(): { uid: number; gid: number } {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const [, , uid, gid] = lines.find((line) => line.startsWith('nobody:'))?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new StartError(
      'PostgreSQL does not run as root, and there is no other user here; start Tongma as a normal user.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** The first folder on the way to `path` that other users may not enter. */
function closedFolder(path: string): string | null {
  const parent = dirname(path);
  const above = parent === path ? null : closedFolder(parent);
  return above ?? ((statSync(path).mode & 0o001) === 0 ? path : null);
}

function giveTo(path: string, ids: { uid: number; gid: number }): void {
  lchownSync(path, ids.uid, ids.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) giveTo(inside, ids);
    else lchownSync(inside, ids.uid, ids.gid);
  }
}

function asNobody(dataDir: string, binary: string, within: string): PostgresUser {
  const ids = nobody();
  const closed = closedFolder(dirname(within)) ?? closedFolder(dirname(binary));
  if (closed !== null) {
    throw new StartError(
      `PostgreSQL does not run as root and no other user may enter ${closed}; start Tongma as a normal user, or put it and its data folder where every user may enter.`,
    );
  }
  // To pass through; the files in it stay closed one by one.
  for (const folder of new Set([within, dirname(dataDir)])) {
    chmodSync(folder, statSync(folder).mode | 0o011);
  }
  if (existsSync(dataDir)) giveTo(dataDir, ids);
  return { through: [], ids };
}

/**
 * Decides as whom PostgreSQL runs: it refuses root. As root it runs as the owner of its data; else
 * in a user namespace, where root appears as another user and nothing changes on the host; where
 * that is forbidden, as `nobody`, to whom its data is given. `within` is our own folder that holds
 * it, or holds its parent: that user is let pass through it.
 * @throws {StartError} when none of these is possible
 */
export function postgresUser(dataDir: string, binary: string, within: string): PostgresUser {
  if (process.getuid?.() !== 0) return OURSELVES;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { through: [], ids: { uid, gid } };
  }
  return mayUnshare() ? { through: UNSHARE, ids: null } : asNobody(dataDir, binary, within);
}
