import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemIdentity, type Identity } from '../../subgraphs/kit/identity.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { DIVISIONS } from '../../subgraphs/kit/standards/gbt2260-data.ts';
import { DEADLINE_HEADER, IDENTITY_HEADER, serveHttp } from '../../subgraphs/kit/serve-http.ts';
import { pemSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import { httpClient, type HttpClientOptions } from './http-client.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const identitySigner = pemSigner(
  String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  'EdDSA',
);
const identity = systemIdentity('somebody', '330000');
const QUERY = { query: 'query { regions { id } }', requestId: 'r' };
const MUTATION = { query: 'mutation { issueCode { text } }', requestId: 'r' };
const NOT_ANSWERING = { code: 'UPSTREAM_TIMEOUT', message: 'A part of the graph does not answer.' };

type Behavior = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A peer that behaves as told, with what it was sent. */
async function peer(behavior: Behavior) {
  const seen: { readonly token: string; readonly gone: Promise<void> }[] = [];
  const server = createServer((request, response) => {
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    seen.push({ token: String(request.headers[IDENTITY_HEADER]), gone });
    request.resume().once('end', () => {
      behavior(request, response, seen.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, port: (server.address() as AddressInfo).port };
}

function clientOf(port: number, more: Partial<HttpClientOptions> = {}) {
  const origin = `http://127.0.0.1:${port}`;
  const client = httpClient({ name: 'codes', origin, identitySigner, ...more });
  open.push(() => client.close());
  return client;
}

const answering: Behavior = (_request, response) => response.end('{"data":{"done":true}}');
const breaking: Behavior = (request) => request.socket.destroy();
const silent: Behavior = () => undefined;
const stopping: Behavior = (_request, response) => response.writeHead(200).write('{"data":');
const saying =
  (status: number, body: string): Behavior =>
  (_request, response) =>
    response.writeHead(status).end(body);

/** A peer that keeps whoever asks waiting until told to answer, with what each was told is left. */
async function keeping() {
  const left: number[] = [];
  const kept: (() => void)[] = [];
  const { port } = await peer((request, response, nth) => {
    const answer = () => answering(request, response, nth);
    if (request.url === '/ready') answer();
    else {
      left.push(Number(request.headers[DEADLINE_HEADER]));
      kept.push(answer);
    }
  });
  const asked = (count: number) => vi.waitFor(() => expect(left).toHaveLength(count));
  return { left, port, asked, answer: () => kept.splice(0).forEach((done) => done()) };
}

const failed = (asked: Promise<unknown>) => expect(asked).rejects.toMatchObject(NOT_ANSWERING);
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);

describe('a subgraph over HTTP', () => {
  it('is asked a query once more when the first was not answered', async () => {
    const { seen, port } = await peer((...all) => (all[2] === 1 ? breaking : answering)(...all));
    expect(await clientOf(port).execute(QUERY, identity)).toEqual({ data: { done: true } });
    expect(seen).toHaveLength(2);
  });

  it('is asked a query twice at most', async () => {
    const { seen, port } = await peer(breaking);
    await expect(clientOf(port).execute(QUERY, identity)).rejects.toMatchObject(NOT_ANSWERING);
    expect(seen).toHaveLength(2);
  });

  it('is asked a mutation once: it may have been done', async () => {
    const { seen, port } = await peer(breaking);
    await expect(clientOf(port).execute(MUTATION, identity)).rejects.toMatchObject(NOT_ANSWERING);
    expect(seen).toHaveLength(1);
  });

  it('has so long to answer and is no longer listened to then', async () => {
    const { seen, port } = await peer(silent);
    const began = Date.now();
    const asked = clientOf(port, { timeoutMs: 300 }).execute(QUERY, identity);
    await expect(asked).rejects.toMatchObject(NOT_ANSWERING);
    expect(Date.now() - began).toBeGreaterThanOrEqual(290);
    expect(seen).toHaveLength(1);
    await seen[0]?.gone;
  });

  it('is not waited for when whoever asked has gone, unless it changes something', async () => {
    const { seen, port } = await peer(silent);
    const asker = new AbortController();
    const asked = clientOf(port).execute({ ...QUERY, signal: asker.signal }, identity);
    while (seen.length === 0) await sleep(5);
    asker.abort();
    await expect(asked).rejects.toMatchObject(NOT_ANSWERING);
    await seen[0]?.gone;

    const slow = await peer((...all) => void sleep(100).then(() => answering(...all)));
    const gone = AbortSignal.abort();
    const changed = clientOf(slow.port).execute({ ...MUTATION, signal: gone }, identity);
    expect(await changed).toEqual({ data: { done: true } });
  });

  it.each([
    ['a page of a proxy', 502, '<html>bad gateway 10.0.0.7</html>'],
    ['JSON that is no answer', 404, '{"statusCode":404,"message":"no such path at 10.0.0.7"}'],
    ['a refusal of the gateway', 401, '{"errors":[{"message":"not valid at 10.0.0.7"}]}'],
    ['half an answer', 200, '{"data":{"done":'],
  ])('shows nothing of %s', async (_title, status, body) => {
    const { port } = await peer((_request, response) => response.writeHead(status).end(body));
    await expect(clientOf(port).execute(QUERY, identity)).rejects.toMatchObject(NOT_ANSWERING);
  });

  it.each([413, 431])(
    'is asked on however often it says %s of what one client sends',
    async (status) => {
      const { seen, port } = await peer((request, response, nth) => {
        if (nth > 12) answering(request, response, nth);
        else response.writeHead(status).end('{"statusCode":413,"message":"too large at 10.0.0.7"}');
      });
      const client = clientOf(port);
      for (let n = 1; n <= 12; n += 1) {
        await expect(client.execute(QUERY, identity)).rejects.toMatchObject({
          code: 'BAD_USER_INPUT',
          message: 'A part of the graph does not take so much at once.',
        });
        expect(seen).toHaveLength(n); // nor a second time: it would say so again
      }
      expect(await client.execute(QUERY, identity)).toEqual({ data: { done: true } });
    },
  );

  it('is told of an account of every division that there is', async () => {
    const subgraph = {
      ...{ name: 'codes', sdl: '', reaches: async () => true, close: () => Promise.resolve() },
      execute: (_operation: unknown, { regions }: Identity) =>
        Promise.resolve({ data: { regions: regions.length } }),
    };
    const app = serveHttp(subgraph, publicKey, createLog('codes', 'silent'));
    await app.listen({ port: 0, host: '127.0.0.1' });
    open.push(() => app.close());
    const { port } = app.server.address() as AddressInfo;
    const everywhere = { ...identity, regions: DIVISIONS.map(({ code }) => code) };
    expect(await clientOf(port).execute(QUERY, everywhere)).toEqual({
      data: { regions: DIVISIONS.length },
    });
  });

  it('is not asked at all after five failures in a row, and is again when it answers', async () => {
    let works = false;
    const { seen, port } = await peer((...all) => (works ? answering : breaking)(...all));
    const states: string[] = [];
    const client = clientOf(port, { restMs: 200, onBreaker: (state) => states.push(state) });
    for (let n = 0; n < 20; n += 1) {
      const asked = client.execute(n % 2 ? QUERY : MUTATION, identity);
      await expect(asked).rejects.toMatchObject(NOT_ANSWERING);
    }
    expect(seen).toHaveLength(5);
    expect(states).toEqual(['open']);

    await sleep(210);
    await expect(client.execute(MUTATION, identity)).rejects.toMatchObject(NOT_ANSWERING);
    expect(seen).toHaveLength(6); // it was tried once, and rests again
    await expect(client.execute(QUERY, identity)).rejects.toMatchObject(NOT_ANSWERING);
    expect(seen).toHaveLength(6);

    works = true;
    await sleep(210);
    expect(await client.execute(MUTATION, identity)).toEqual({ data: { done: true } });
    expect(await client.execute(QUERY, identity)).toEqual({ data: { done: true } });
    expect(seen).toHaveLength(8);
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it('is tried with one request, while all others are refused at once', async () => {
    let behavior = breaking;
    const { seen, port } = await peer((...all) => behavior(...all));
    const client = clientOf(port, { restMs: 100, timeoutMs: 400 });
    for (let n = 0; n < 5; n += 1) await client.execute(MUTATION, identity).catch(() => null);
    behavior = silent;
    await sleep(110);
    const probe = client.execute(QUERY, identity).catch(() => null);
    const began = Date.now();
    const others = Array.from({ length: 50 }, () => client.execute(QUERY, identity));
    for (const other of others) await expect(other).rejects.toMatchObject(NOT_ANSWERING);
    expect(Date.now() - began).toBeLessThan(200);
    await probe;
    expect(seen).toHaveLength(6);
  });

  it('is asked on however many of those who ask go away', async () => {
    const { seen, port } = await peer((request, response, nth) =>
      (nth <= 8 ? silent : answering)(request, response, nth),
    );
    const client = clientOf(port);
    for (let n = 1; n <= 8; n += 1) {
      const asker = new AbortController();
      const asked = client.execute({ ...QUERY, signal: asker.signal }, identity);
      while (seen.length < n) await sleep(5);
      asker.abort();
      await expect(asked).rejects.toMatchObject(NOT_ANSWERING);
    }
    expect(await client.execute(QUERY, identity)).toEqual({ data: { done: true } });
  });

  it('is told how long the gateway waits, the second time too', async () => {
    const left: number[] = [];
    const { port } = await peer((request, response, nth) => {
      left.push(Number(request.headers[DEADLINE_HEADER]));
      (nth === 1 ? breaking : answering)(request, response, nth);
    });
    await clientOf(port, { timeoutMs: 3_000 }).execute(QUERY, identity);
    const [first = 0, second = 0] = left;
    expect(first).toBeGreaterThan(2_500);
    expect(first).toBeLessThanOrEqual(3_000);
    expect(second).toBeLessThanOrEqual(first - 90);
  });

  it('gets one signed identity for as long as it holds', async () => {
    const { seen, port } = await peer(answering);
    const client = clientOf(port);
    for (let n = 0; n < 3; n += 1) await client.execute(QUERY, identity);
    await client.execute(QUERY, { ...identity, subject: 'another' });
    const [first, second, third, other] = seen.map(({ token }) => token);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
  });

  it('is found again after it was restarted', async () => {
    const subgraph = {
      ...{ name: 'codes', sdl: '', reaches: async () => true, close: () => Promise.resolve() },
      execute: () => Promise.resolve({ data: { done: true } }),
    };
    const started = async (port: number): Promise<FastifyInstance> => {
      const app = serveHttp(subgraph, publicKey, createLog('codes', 'silent'));
      await app.listen({ port, host: '127.0.0.1' });
      return app;
    };
    const first = await started(0);
    const { port } = first.server.address() as AddressInfo;
    const client = clientOf(port);
    expect(await client.execute(MUTATION, identity)).toEqual({ data: { done: true } });
    await first.close();
    await expect(client.execute(QUERY, identity)).rejects.toMatchObject(NOT_ANSWERING);
    const second = await started(port);
    open.push(() => second.close());
    expect(await client.execute(MUTATION, identity)).toEqual({ data: { done: true } });
  });
});

describe('a subgraph over HTTP that is asked more than it answers at the same time', () => {
  it('is told what is left when it is asked, and not what was before the wait for a turn', async () => {
    const { left, port, asked, answer } = await keeping();
    const client = clientOf(port, { timeoutMs: 5_000 });
    const all = times(33, () => client.execute(MUTATION, identity));
    await asked(32);
    await sleep(1_000);
    expect(left).toHaveLength(32);
    answer();
    await asked(33);
    answer();
    await Promise.all(all);
    expect(Math.min(...left.slice(0, 32))).toBeGreaterThan(4_000);
    expect(left[32]).toBeLessThanOrEqual(4_000);
    expect(left[32]).toBeGreaterThan(2_000);
  });

  it('is never asked what has waited for all of its time', async () => {
    const { left, port, asked } = await keeping();
    const client = clientOf(port, { timeoutMs: 500 });
    const all = Promise.all(times(64, () => failed(client.execute(MUTATION, identity))));
    await asked(32);
    // A turn comes while those who wait have not yet heard that their time is over.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 520);
    await all;
    await sleep(100);
    expect(left).toHaveLength(32);
  });

  it('loses no turn and gives none twice when those who wait go away', async () => {
    const { left, port, asked, answer } = await keeping();
    const client = clientOf(port);
    const first = times(32, () => client.execute(MUTATION, identity));
    await asked(32);
    const asker = new AbortController();
    const query = { ...QUERY, signal: asker.signal };
    const gone = Promise.all(times(100, () => failed(client.execute(query, identity))));
    asker.abort();
    await gone; // and not only when a turn came
    const next = times(40, () => client.execute(MUTATION, identity));
    await sleep(50);
    expect(left).toHaveLength(32);
    answer();
    await asked(64);
    await sleep(50);
    expect(left).toHaveLength(64); // and of those 40, 8 wait
    answer();
    await asked(72);
    answer();
    expect(await Promise.all([...first, ...next])).toHaveLength(72);
  });

  it('can be reached, whoever waits', async () => {
    const { port, asked, answer } = await keeping();
    const client = clientOf(port);
    const all = times(40, () => client.execute(MUTATION, identity));
    await asked(32);
    expect(await client.reaches()).toBe(true);
    answer();
    await asked(40);
    answer();
    await Promise.all(all);
  });

  it.each([
    ['it hangs up', breaking, MUTATION],
    ['it says nothing', silent, MUTATION],
    ['it stops in its answer', stopping, MUTATION],
    ['it gives no answer', saying(502, '<html>bad gateway</html>'), MUTATION],
    ['it takes no such request', saying(413, '{"statusCode":413}'), MUTATION],
    ['nobody waits for it to answer', silent, QUERY],
    ['nobody waits for the rest of its answer', stopping, QUERY],
  ])('has all its turns again after 128 times %s', async (_title, failing, operation) => {
    let behavior = failing;
    const { seen, port } = await peer((...all) => behavior(...all));
    const client = clientOf(port, { timeoutMs: 500, restMs: 20 });
    for (let round = 0; round < 4; round += 1) {
      behavior = failing;
      const signal = AbortSignal.timeout(100); // a mutation goes on all the same
      const ask = () => client.execute({ ...operation, signal }, identity);
      await Promise.all(times(32, () => expect(ask()).rejects.toThrow(/^A part of the graph/)));
      behavior = answering;
      await sleep(30); // the breaker tries again
      expect(await client.execute(MUTATION, identity)).toEqual({ data: { done: true } });
    }
    const before = seen.length;
    const held: (() => void)[] = [];
    behavior = (...all) => held.push(() => answering(...all));
    const together = times(32, () => client.execute(MUTATION, identity));
    await vi.waitFor(() => expect(seen).toHaveLength(before + 32));
    held.forEach((answer) => answer());
    expect(await Promise.all(together)).toHaveLength(32);
  });
});
