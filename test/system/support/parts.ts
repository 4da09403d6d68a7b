import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exitCode, ROOT } from './process.ts';
import type { Part } from './provided.ts';

/** A process of split mode that was started. */
export interface StartedPart {
  readonly child: ChildProcess;
  readonly output: () => string;
}

/** Environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

function spawnNode(args: readonly string[], env: Environment): StartedPart {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // Nothing else of the tests' own environment; and nobody sends requests by `/ready`.
    env: { PATH: process.env['PATH'], DRAIN_MS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

/** Runs a built file, such as `test/system/support/provider-main.js`. */
export function runBuilt(file: string, args: readonly string[], env: Environment): StartedPart {
  return spawnNode(['--enable-source-maps', join('dist', file), ...args], env);
}

/** Runs what the npm script `start:…` of a part says. */
export function startPart(part: Part, env: Environment): StartedPart {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [program, ...args] = scripts[`start:${part}`]!.split(' ');
  if (program !== 'node') throw new Error(`start:${part} does not run Node.`);
  return spawnNode(args, env);
}

/** Waits until a process answers at `/health`; fails with what it printed when it ends before. */
export async function ready({ child, output }: StartedPart, origin: string, ms = 300_000) {
  const end = Date.now() + ms;
  for (;;) {
    const answered = await fetch(`${origin}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
      const ended = String(child.exitCode ?? child.signalCode ?? 'still running');
      const how = `${child.spawnargs.join(' ')} (${ended})`;
      throw new Error(`${how} did not become ready at ${origin} but printed:\n${output()}`);
    }
    await sleep(50);
  }
}

/** Ends a process in order. */
export async function stopPart({ child }: StartedPart): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await exitCode(child);
}

/** Runs a subcommand of `tongma` to its end. @throws when it fails, with what it printed */
export async function runTongma(args: readonly string[], env: Environment): Promise<string> {
  const started = runBuilt('cli/main.js', args, env);
  const code = await exitCode(started.child);
  if (code !== 0) throw new Error(`tongma ${args.join(' ')} failed:\n${started.output()}`);
  return started.output();
}
