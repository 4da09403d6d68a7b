import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freePort } from '../../cli/embedded/free-port.ts';

const MAIN = fileURLToPath(new URL('drain-main.ts', import.meta.url));
const REQUESTS = 3_000;
const AT_ONCE = 40;

interface Started {
  readonly origin: string;
  readonly child: ChildProcess;
  readonly output: () => string;
}

async function start(): Promise<Started> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    const up = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (up) return { origin, child, output: () => output };
    if (child.exitCode !== null) throw new Error('The process did not start.');
    await sleep(50);
  }
}

it('a process that is told to stop under load answers all that it began', async () => {
  const [first, second] = await Promise.all([start(), start()]);
  const answeredBy = new Map<string, string>();
  let next = 0;
  let elsewhere = 0;

  /** Sends as a load balancer does: what one process did not take is given to the other. */
  async function send(id: string): Promise<void> {
    for (const { origin } of [first, second]) {
      try {
        const answer = await fetch(`${origin}/slow`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id, ms: 10 + (next % 50) }),
        });
        if (answer.status !== 503) {
          expect([answer.status, await answer.json()]).toEqual([200, { id }]);
          answeredBy.set(id, origin);
          return;
        }
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // fetch's own: refused or reset
      }
      elsewhere += 1;
    }
    throw new Error(`Nobody answered ${id}.`);
  }

  async function sending(): Promise<void> {
    while (next < REQUESTS) {
      next += 1;
      if (next === REQUESTS / 3) first.child.kill('SIGTERM');
      await send(String(next));
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, sending));
    expect(answeredBy.size).toBe(REQUESTS);
    expect(elsewhere).toBeGreaterThan(REQUESTS / 3);
    if (first.child.exitCode === null) await once(first.child, 'exit');
    expect(first.child.exitCode).toBe(0);
    const begun = JSON.parse(first.output()) as string[];
    expect(begun.length).toBeGreaterThan(REQUESTS / 4);
    expect(begun.filter((id) => answeredBy.get(id) !== first.origin)).toEqual([]);
  } finally {
    for (const { child } of [first, second]) child.kill('SIGKILL');
  }
});
