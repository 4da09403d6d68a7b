import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { birthOf, isPostgresIn, postgresProcessesIn, waitForEnd } from './process-table.ts';

const FAST_MS = 20_000;
const IMMEDIATE_MS = 8_000;

/** What a postmaster writes about itself into its data folder. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  /** Whether it takes connections. */
  readonly ready: boolean;
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'postmaster.pid');
}

/** Reads postmaster.pid; null when there is none. Source: PostgreSQL, miscadmin.h, LOCK_FILE_LINE_. */
export function readPidFile(dataDir: string): PidFile | null {
  if (!existsSync(pathIn(dataDir))) return null;
  const lines = readFileSync(pathIn(dataDir), 'utf8').split('\n');
  const ready = lines[7]?.trim() === 'ready';
  return { pid: Number(lines[0]), port: Number(lines[3]), ready };
}

async function stop(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT'); // fast: rolls back what runs, writes everything
    if (await waitForEnd(pid, FAST_MS)) return;
    process.kill(pid, 'SIGQUIT'); // immediate: the next start recovers from the log
    if (await waitForEnd(pid, IMMEDIATE_MS)) return;
  } catch (cause) {
    if (birthOf(pid) === null) return;
    throw new StartError(
      `A database of an earlier start (process ${pid}) belongs to another user; stop it first.`,
      { cause },
    );
  }
  throw new StartError(`A database of an earlier start (process ${pid}) does not stop.`);
}

/**
 * PostgreSQL takes the file of a dead postmaster over by itself, and looks first whether any of
 * its workers lives; so it must not be deleted. It is fooled only when the number belongs to
 * another process by now: then ours, its parent's, is written there, which it does not fear.
 */
function disownPidFile(dataDir: string): void {
  const file = pathIn(dataDir);
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(`${file}.new`, [process.pid, ...rest].join('\n'), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function quit(worker: number): Promise<void> {
  try {
    process.kill(worker, 'SIGQUIT');
    await waitForEnd(worker, IMMEDIATE_MS);
  } catch {
    // It went by itself; where it did not, PostgreSQL refuses to start and says so.
  }
}

/**
 * Stops what outlived the process that started it: a postmaster, or workers whose postmaster was
 * killed. @returns whether the last run did not end in order
 * @throws {StartError} when it does not stop
 */
export async function stopLeftover(dataDir: string): Promise<boolean> {
  const found = readPidFile(dataDir);
  if (found === null) return false;
  const { pid } = found;
  if (isPostgresIn(pid, dataDir)) await stop(pid);
  else if (birthOf(pid) !== null) disownPidFile(dataDir);
  for (const worker of postgresProcessesIn(dataDir)) await quit(worker);
  // Cut short while it was being written: PostgreSQL would wait for its writer forever.
  if (pid === 0) {
    await sleep(500);
    if (readPidFile(dataDir)?.pid === 0) rmSync(pathIn(dataDir));
  }
  return true;
}
