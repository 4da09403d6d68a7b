import { afterEach, expect, inject, it } from 'vitest';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { tokenOfPartner, until } from '../support/client.ts';
import { REQUESTS, startLoad, type Load } from '../support/load.ts';
import { ready, startPart, stopPart, type StartedPart } from '../support/parts.ts';
import { exitCode } from '../support/process.ts';
import type { Part } from '../support/provided.ts';

const QUERY = '{ regions { id } }';
const { environments } = inject('tongma');
const started: StartedPart[] = [];
let load: Load | null = null;

afterEach(async () => {
  load?.stop();
  await Promise.all(started.splice(0).map(stopPart));
});

async function start(part: Part, more: Record<string, string>) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const name = part === 'gateway' ? 'PORT' : `${part.toUpperCase().replace('-', '_')}_PORT`;
  const one = startPart(part, { ...environments[part], [name]: String(port), ...more });
  started.push(one);
  await ready(one, origin);
  return { ...one, origin };
}

const statusOf = async (origin: string) => (await fetch(`${origin}/ready`)).status;

async function isReady(origin: string): Promise<void> {
  await until(
    () => statusOf(origin),
    (status) => status === 200,
    30_000,
  );
}

// It leaves long before the load ends, on a quick machine too.
it.each([0, 500])(
  'a gateway that is told to stop under load, with %i ms to leave, loses no request',
  async (drainMs) => {
    const settings = { DRAIN_MS: String(drainMs), GATEWAY_RATE_PER_MINUTE: '100000000' };
    const [first, second] = await Promise.all([
      start('gateway', settings),
      start('gateway', settings),
    ]);
    await Promise.all([isReady(first.origin), isReady(second.origin)]);
    load = startLoad([first.origin, second.origin], await tokenOfPartner(), QUERY);
    const { ended, report } = load;
    await until(
      async () => ended(),
      (now) => now > REQUESTS / 6,
      600_000,
    );
    first.child.kill('SIGTERM');
    const { failed, why, elsewhere, answered } = await report;
    expect({ failed, why }).toEqual({ failed: 0, why: [] });
    expect(await exitCode(first.child)).toBe(0);
    expect(answered[first.origin]).toBeGreaterThan(REQUESTS / 20);
    expect(answered[second.origin]).toBeGreaterThan(REQUESTS / 2);
    expect(elsewhere).toBeGreaterThan(0);
    expect(Object.values(answered).reduce((sum, one) => sum + one, 0)).toBe(REQUESTS);
  },
  1_200_000,
);

it.each<Part>(['gateway', 'residents', 'checkpoint'])(
  '%s says that it leaves as soon as it is told to stop, and answers on for a while',
  async (part) => {
    const one = await start(part, { DRAIN_MS: '2000' });
    await isReady(one.origin);
    one.child.kill('SIGTERM');
    const told = Date.now();
    expect(
      await until(
        () => statusOf(one.origin),
        (status) => status === 503,
      ),
    ).toBe(503);
    expect(Date.now() - told).toBeLessThan(1_000);
    const answer = await fetch(`${one.origin}/ready`);
    expect(await answer.json()).toEqual({ status: 'leaving' });
    const health = await fetch(`${one.origin}/health`);
    expect([health.status, health.headers.get('connection')]).toEqual([200, 'close']);
    expect(await exitCode(one.child)).toBe(0);
    expect(Date.now() - told).toBeGreaterThan(1_900);
  },
);
