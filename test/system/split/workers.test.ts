import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, inject, it } from 'vitest';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { tokenOfPartner, until } from '../support/client.ts';
import { ready, startPart, stopPart, type StartedPart } from '../support/parts.ts';
import { exitCode } from '../support/process.ts';

const QUERY = '{ regions { id } }';
const { environments } = inject('tongma');
const started: StartedPart[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map(stopPart));
});

/** Process ids of the children of a process. */
function childrenOf({ child }: StartedPart): number[] {
  const pid = String(child.pid);
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.split(' ').filter(Boolean).map(Number);
}

async function ask(origin: string, token: string): Promise<number> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    // Each on a connection of its own, as connections are what workers share.
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      connection: 'close',
    },
    body: JSON.stringify({ query: QUERY }),
  });
  await response.text();
  return response.status;
}

async function counted(metrics: string): Promise<number> {
  const text = await (await fetch(`${metrics}/metrics`)).text();
  const of = /tongma_operations_total\{[^}]*outcome="OK"[^}]*\} (\d+)/g;
  return [...text.matchAll(of)].reduce((sum, [, count]) => sum + Number(count), 0);
}

it.skipIf(process.platform !== 'linux')(
  'workers share a port and their metrics; one that is lost is replaced, and all leave together',
  async () => {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const origin = `http://127.0.0.1:${port}`;
    const gateway = startPart('gateway', {
      ...environments.gateway,
      ...{ PORT: String(port), METRICS_PORT: String(metricsPort), GATEWAY_WORKERS: '2' },
    });
    started.push(gateway);
    await ready(gateway, origin);
    const workers = await until(
      async () => Promise.resolve(childrenOf(gateway)),
      ({ length }) => length === 2,
    );
    await until(
      async () => (await fetch(`${origin}/ready`)).status,
      (status) => status === 200,
      30_000,
    );
    const token = await tokenOfPartner();
    const statuses = await Promise.all(Array.from({ length: 40 }, () => ask(origin, token)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const metrics = `http://127.0.0.1:${metricsPort}`;
    expect(
      await until(
        () => counted(metrics),
        (count) => count >= 40,
      ),
    ).toBe(40);

    process.kill(workers[0] ?? 0, 'SIGKILL');
    const again = await until(
      async () => Promise.resolve(childrenOf(gateway)),
      (now) => now.length === 2 && !now.includes(workers[0] ?? 0),
      30_000,
    );
    expect(again).toContain(workers[1]);
    expect(gateway.output()).toContain('WORKER_LOST');
    expect(await ask(origin, token)).toBe(200);

    gateway.child.kill('SIGTERM');
    expect(await exitCode(gateway.child)).toBe(0);
    for (const pid of again) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  },
  120_000,
);

it.skipIf(process.platform !== 'linux')(
  'what keeps a lost worker from being replaced keeps no other from serving, and it is when it can be',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongma-workers-'));
    const file = join(folder, 'supergraph.graphql');
    const good = await readFile(new URL('../../../schema/supergraph.graphql', import.meta.url));
    await writeFile(file, good);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const gateway = startPart('gateway', {
      ...environments.gateway,
      ...{ PORT: String(port), SUPERGRAPH: file, GATEWAY_WORKERS: '2' },
    });
    started.push(gateway);
    await ready(gateway, origin);
    const [lost = 0, other = 0] = await until(
      async () => Promise.resolve(childrenOf(gateway)),
      ({ length }) => length === 2,
    );
    const token = await tokenOfPartner();
    await writeFile(file, 'type Query');
    process.kill(lost, 'SIGKILL');
    const losses = async () => Promise.resolve(gateway.output().split('WORKER_LOST').length - 1);
    // The lost one, and one that was to take its place.
    await until(losses, (count) => count >= 2, 30_000);
    expect(childrenOf(gateway)).toContain(other);
    expect(await ask(origin, token)).toBe(200);

    await writeFile(file, good);
    const now = await until(
      async () => Promise.resolve(childrenOf(gateway)),
      ({ length }) => length === 2,
      30_000,
    );
    expect(now).toContain(other);
    await rm(folder, { recursive: true });
  },
  120_000,
);

it.skipIf(process.platform !== 'linux')(
  'it ends when it is told to while all are lost',
  async () => {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const gateway = startPart('gateway', {
      ...environments.gateway,
      ...{ PORT: String(port), METRICS_PORT: String(metricsPort), GATEWAY_WORKERS: '2' },
    });
    started.push(gateway);
    await ready(gateway, `http://127.0.0.1:${port}`);
    const workers = await until(
      async () => Promise.resolve(childrenOf(gateway)),
      ({ length }) => length === 2,
    );
    for (const worker of workers) process.kill(worker, 'SIGKILL');
    await until(
      async () => Promise.resolve(childrenOf(gateway)),
      ({ length }) => length === 0,
    );
    gateway.child.kill('SIGTERM');
    expect(await exitCode(gateway.child)).toBe(0);
  },
  120_000,
);

it('what keeps workers from starting is said once', async () => {
  const gateway = startPart('gateway', {
    ...{ ...environments.gateway, GATEWAY_WORKERS: '2', OIDC_CLIENT_ID: '' },
  });
  expect(await exitCode(gateway.child)).toBe(1);
  expect(gateway.output()).toBe(
    'gateway: These settings cannot be used:\n  OIDC_CLIENT_ID: is not set\n',
  );
});
