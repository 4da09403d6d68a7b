import { readFileSync } from 'node:fs';
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

it('what keeps workers from starting is said once', async () => {
  const gateway = startPart('gateway', {
    ...{ ...environments.gateway, GATEWAY_WORKERS: '2', OIDC_CLIENT_ID: '' },
  });
  expect(await exitCode(gateway.child)).toBe(1);
  expect(gateway.output()).toBe(
    'gateway: These settings cannot be used:\n  OIDC_CLIENT_ID: is not set\n',
  );
});
