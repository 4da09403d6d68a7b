import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the operating system says of a process. */
interface ProcessEntry {
  /** Name of its program. */
  readonly name: string;
  /** When it began: tells it from a later process that got the same number. */
  readonly birth: string;
}

function fromProc(pid: number): ProcessEntry | null | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = line.slice(line.indexOf('(') + 1, line.lastIndexOf(')'));
    // The name may hold blanks; after it come field 3, the state, and field 22, the start.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const [state = '', start = ''] = [fields[0], fields[19]];
    // A zombie is over, its parent has not noticed yet.
    if ('ZX'.includes(state)) return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { name, birth: `${boot} ${start}` };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): ProcessEntry | null {
  try {
    const ask = (field: string) =>
      execFileSync('ps', ['-p', String(pid), '-o', `${field}=`], { encoding: 'utf8' }).trim();
    const program = ask('comm').split('/').at(-1) ?? '';
    return { name: program, birth: ask('lstart') };
  } catch {
    return null;
  }
}

function entryOf(pid: number): ProcessEntry | null {
  if (!Number.isInteger(pid) || pid < 1) return null;
  const entry = fromProc(pid);
  if (entry !== undefined) return entry;
  // No such process, or no /proc at all: macOS.
  return process.platform === 'linux' ? null : fromPs(pid);
}

/** Tells a process from a later one of the same number; null when it is not running. */
export function birthOf(pid: number): string | null {
  return entryOf(pid)?.birth ?? null;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // no /proc here: macOS
  }
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isFolderOf(pid: number, folder: string): boolean {
  try {
    const [its, ours] = [statSync(`/proc/${pid}/cwd`), statSync(folder)];
    return its.dev === ours.dev && its.ino === ours.ino;
  } catch {
    // Another user's, which a container's root may not look into, or no /proc.
    return `${commandOf(pid).trim()} `.includes(` -D ${folder} `);
  }
}

/** Whether a process is a PostgreSQL at work in a data folder, whatever path it was started with. */
export function isPostgresIn(pid: number, dataDir: string): boolean {
  return entryOf(pid)?.name === 'postgres' && isFolderOf(pid, dataDir);
}

/** Every PostgreSQL process at work in a data folder; none where there is no /proc. */
export function postgresProcessesIn(dataDir: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => isPostgresIn(pid, dataDir));
}

/** Waits until a process is gone; false when it is still there after `timeoutMs`. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const birth = birthOf(pid);
  const until = Date.now() + timeoutMs;
  while (birth !== null && birthOf(pid) === birth) {
    if (Date.now() >= until) return false;
    await sleep(50);
  }
  return true;
}
