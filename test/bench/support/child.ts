import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

/** The project's root. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A server that the benchmark started. */
export interface Server {
  readonly name: string;
  readonly pid: number;
  readonly output: () => string;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** How a Node process is started. */
export interface StartOptions {
  readonly name: string;
  /** Script and arguments, from the project's root; Node's own options may come first. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Processors it may use; null = all. */
  readonly cpus: string | null;
}

const READY_MS = 600_000;
const KILL_MS = 40_000;

/** Starts Node with some script; `taskset` gives way to it, so the process is Node's. */
export function startNode({ args, env, cpus }: Omit<StartOptions, 'name'>): ChildProcess {
  const command = [process.execPath, ...args];
  const [first = '', ...rest] = cpus === null ? command : ['taskset', '-c', cpus, ...command];
  return spawn(first, rest, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Waits until a process has ended. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}

/** Starts a server and waits until `ready` says so. @throws {Error} with what it printed */
export async function startServer(
  options: StartOptions,
  ready: (output: string) => boolean | Promise<boolean>,
): Promise<Server> {
  const { name } = options;
  const child = startNode(options);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const killing = setTimeout(() => child.kill('SIGKILL'), KILL_MS);
    await ended(child);
    clearTimeout(killing);
  };
  const until = Date.now() + READY_MS;
  while (!(await ready(output))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`${name} did not start:\n${output}`);
    }
    await sleep(100);
  }
  return { name, pid: child.pid ?? 0, output: () => output, stop };
}

/** Whether something answers there with 200. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
