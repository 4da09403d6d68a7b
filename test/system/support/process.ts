import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoFile, type DemoFile } from '../../../cli/all-in-one/demo-file.ts';

/** The project's root. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A Tongma started by its own command, as a user would. */
export interface StartedTongma {
  readonly data: string;
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly output: () => string;
  readonly demo: () => DemoFile;
}

function buildStep(script: string, args: readonly string[]): void {
  const tool = join(ROOT, 'node_modules', script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The project does not build:\n${stdout}\n${stderr}`);
}

/** Says to whatever runs after it in the same process that this checkout has been built. */
const BUILT = 'TONGMA_BUILT';

/** Builds once for all projects of a test run; what is started is what ships. */
export function build(): void {
  if (process.env[BUILT] === ROOT) return;
  buildStep('typescript/bin/tsc', []);
  buildStep('vite/bin/vite.js', [
    'build',
    '--config',
    'console/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  process.env[BUILT] = ROOT;
}

/** A new folder for one test; removed by the caller. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tongma-test-'));
}

/** Says to whatever runs after it where the demo stands filled. */
const FILLED = 'TONGMA_FILLED_FOLDER';

/** Fills one data folder with the demo for all projects of a test run. */
export async function fillOnce(): Promise<void> {
  if (process.env[FILLED] !== undefined) return;
  const tongma = launch(temporaryFolder());
  await printed(tongma, 'Ask again');
  tongma.child.kill('SIGTERM');
  await exitCode(tongma.child);
  process.env[FILLED] = tongma.data;
  process.once('exit', () => {
    rmSync(tongma.data, { recursive: true, force: true });
  });
}

/** A new data folder with the demo in it; removed by the caller. */
export function filledFolder(): string {
  const filled = process.env[FILLED];
  if (filled === undefined) throw new Error('No folder has been filled for this run.');
  return copyOf(filled);
}

function copyOf(folder: string): string {
  const data = temporaryFolder();
  cpSync(folder, data, { recursive: true });
  chmodSync(join(data, 'postgres'), 0o700); // the mode of folders is not copied
  return data;
}

/** Says to whatever runs after it where a migrated database without rows stands. */
const EMPTY = 'TONGMA_EMPTY_FOLDER';

/** Makes one migrated database for all tests of a run that begin with an empty one. */
export function emptyOnce(): void {
  if (process.env[EMPTY] !== undefined) return;
  const data = temporaryFolder();
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', 'migrate'], {
    cwd: ROOT,
    env: { ...process.env, TONGMA_DATA: data },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`A database was not made:\n${stderr}`);
  process.env[EMPTY] = data;
  process.once('exit', () => {
    rmSync(data, { recursive: true, force: true });
  });
}

/** A new data folder, with a migrated database in it when {@link emptyOnce} made one. */
export function emptyFolder(): string {
  const empty = process.env[EMPTY];
  return empty === undefined ? temporaryFolder() : copyOf(empty);
}

/** Runs `tongma start` in a process group of its own. */
export function launch(data: string, env: NodeJS.ProcessEnv = {}, args: readonly string[] = []) {
  const child = spawn(process.execPath, ['dist/cli/main.js', 'start', ...args], {
    cwd: ROOT,
    env: { ...process.env, TONGMA_DATA: data, PORT: '0', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const demo = () => demoFile.parse(JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')));
  return { data, child, output: () => output, demo } satisfies StartedTongma;
}

/** Waits until a started Tongma has printed something, or says what it printed instead. */
export async function printed(tongma: StartedTongma, words: string, ms = 240_000): Promise<void> {
  const until = Date.now() + ms;
  while (!tongma.output().includes(words)) {
    if (tongma.child.exitCode !== null || tongma.child.signalCode !== null || Date.now() > until) {
      throw new Error(`Tongma did not print "${words}" but:\n${tongma.output()}`);
    }
    await sleep(100);
  }
}

/** Waits for the exit code of a process. */
export function exitCode(child: ChildProcess): Promise<number | null> {
  // A process that a signal ended has no exit code.
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Ends a Tongma in order and removes its folder. */
export async function finish({ child, data }: StartedTongma): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await exitCode(child);
  rmSync(data, { recursive: true, force: true });
}
