import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { DomainError } from '../subgraphs/kit/domain-error.ts';
import { systemIdentity } from '../subgraphs/kit/identity.ts';
import { createLog } from '../subgraphs/kit/log.ts';
import type { GrantsOf } from './auth/grants.ts';
import { createDoors } from './http.ts';
import { tokenBuckets } from './limits/token-bucket.ts';
import { createGateway } from './server.ts';
import type { SubgraphOperation } from './sources/subgraph-client.ts';

const supergraphSdl = readFileSync(
  new URL('../schema/supergraph.graphql', import.meta.url),
  'utf8',
);
const BATCH = 'query($inputs: [RecognizeCodeInput!]!) { recognizeCodes(inputs: $inputs) { pass } }';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

interface Body {
  readonly data?: object;
  readonly errors?: readonly { readonly extensions: object }[];
  readonly extensions?: {
    readonly cost: { readonly throttleStatus: { readonly currentlyAvailable: number } };
  };
}

/** A gateway before subgraphs that all answer the same; the header `authorization` is the client. */
async function door(settings: { costMax?: number; quota?: number; arrivalMs?: number } = {}) {
  const { costMax = 1_000, quota = 10_000, arrivalMs } = settings;
  const asked: SubgraphOperation[] = [];
  const clients = ['residents', 'health-records', 'travel-history', 'codes'].map((name) => ({
    name,
    execute(operation: SubgraphOperation) {
      asked.push(operation);
      return Promise.resolve({
        data: { recognizeCodes: [{ pass: true }], regions: [{ id: 'A' }] },
      });
    },
    reaches: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  }));
  const identity = { ...systemIdentity('a', '330000'), scopes: ['code:verify'] };
  const account = { lost: false };
  const arrived = Promise.withResolvers<null>();
  const ask = () =>
    account.lost
      ? Promise.reject(new DomainError('FORBIDDEN', 'This account has no access.'))
      : Promise.resolve(identity);
  const grantsOf: GrantsOf = Object.assign(ask, { forget: () => undefined });
  const rates = tokenBuckets(quota, () => 0);
  const refusals = { note: () => Promise.resolve(), close: () => Promise.resolve() };
  const log = createLog('gateway', 'silent');
  const limits = { costMax, rates };
  const guard = { grantsOf, refusals, limits };
  const apollo = createGateway({ supergraphSdl, clients, guard, log });
  await apollo.start();
  const engine = { apollo, documents: new Map<string, string>() };
  app = await createDoors({
    ...{ engines: { use: (work) => work(engine) }, checks: {}, log },
    guard: {
      authenticate({ authorization = '' }) {
        arrived.resolve(null);
        return Promise.resolve({ client: authorization, identity: ask });
      },
      rates,
    },
    ...(arrivalMs !== undefined && { arrivalMs }),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;

  async function send(query: string, variables: object = {}, client = 'a') {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: client },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors, extensions } = (await response.json()) as Body;
    const [error] = errors ?? [];
    const { status, headers } = response;
    return { status, headers, data, cost: extensions?.cost, ...error?.extensions };
  }
  return { send, asked, port, account, arrived: arrived.promise };
}

/** A request that has begun, and has no body yet. */
function begin(port: number) {
  const outgoing = request({
    ...{ host: '127.0.0.1', port, path: '/graphql', method: 'POST' },
    headers: { 'content-type': 'application/json', 'content-length': 1_000, authorization: 'a' },
  });
  const answered = new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    outgoing.on('response', (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, body });
      });
    });
    outgoing.on('error', reject);
  });
  return { outgoing, answered };
}

it('says what an operation costs, and what is left', async () => {
  const { send } = await door();
  const answer = await send('{ regions { id } }');
  expect(answer).toMatchObject({
    status: 200,
    data: { regions: [{ id: 'A' }] },
    cost: {
      requestedQueryCost: 50,
      maximumQueryCost: 1_000,
      throttleStatus: { maximumAvailable: 10_000, currentlyAvailable: 9_950 },
    },
  });
  expect(answer.headers.get('ratelimit')).toBe('"cost";r=9950;t=1');
  expect(answer.headers.get('ratelimit-policy')).toBe('"cost";q=10000;w=60');
  expect(answer.headers.get('retry-after')).toBeNull();
});

it('lets nobody keep an answer', async () => {
  const { send } = await door();
  expect((await send('{ regions { id } }')).headers.get('cache-control')).toBe('no-store');
  expect((await send('{ regions { no } }')).headers.get('cache-control')).toBe('no-store');
});

it('asks nobody for an answer that the client does not take', async () => {
  const { asked, port } = await door();
  const ask = (accept: string) =>
    fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'a', accept },
      body: '{"query":"{ regions { id } }"}',
    });
  for (const accept of ['image/png', 'text/html, text/*;q=0.8', 'multipart/mixed']) {
    expect((await ask(accept)).status).toBe(406);
  }
  expect(asked).toEqual([]);
  for (const accept of ['*/*', 'text/html, application/*;q=0.1', 'Application/JSON']) {
    expect((await ask(accept)).status).toBe(200);
  }
});

it('refuses a body that is no UTF-8 before anybody is asked', async () => {
  const { asked, port } = await door();
  const [before, after] = [Buffer.from('{"query":"{ regions { id } } #'), Buffer.from('"}')];
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'a' },
    body: Buffer.concat([before, Buffer.from([0xff]), after]),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ message: 'The body is not UTF-8.', extensions: { code: 'BAD_USER_INPUT' } }],
  });
  expect(asked).toEqual([]);
});

it('refuses what costs too much before anybody is asked, and charges 1 for it', async () => {
  const { send, asked } = await door({ costMax: 100 });
  const region = 'text: "HCN1:A", region: "330000", purpose: ENTRY';
  const inputs = Array.from({ length: 1_001 }, () => ({
    text: 'A',
    region: 'B',
    purpose: 'ENTRY',
  }));
  const aliased = `{ a: regions { id } b: regions { id } c: recognizeCode(input: {${region}}) { pass } }`;
  for (const [query, variables, requestedQueryCost] of [
    [aliased, {}, 101],
    [BATCH, { inputs }, 101],
  ] as const) {
    expect(await send(query, variables)).toMatchObject({
      ...{ status: 400, code: 'COST_LIMIT', retryable: false, data: undefined },
      cost: { requestedQueryCost },
    });
  }
  expect(asked).toEqual([]);
  inputs.pop();
  const answer = await send(BATCH, { inputs });
  expect(answer).toMatchObject({ status: 200, cost: { requestedQueryCost: 100 } });
  expect(answer.cost?.throttleStatus.currentlyAvailable).toBe(10_000 - 102);
});

it('asks nobody for a document that does not say which operation is meant', async () => {
  const { send, asked } = await door();
  const answer = await send('query A { regions { id } } query B { regions { id } }');
  expect(answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  expect(asked).toEqual([]);
});

it('refuses a client that has spent its minute, says when to come back, and no other', async () => {
  const { send, asked } = await door({ quota: 120 });
  expect(await send('{ regions { id } }')).toMatchObject({ status: 200 });
  expect(await send('{ regions { id } }')).toMatchObject({ status: 200 });
  asked.length = 0;
  const answer = await send('{ regions { id } }');
  expect(answer).toMatchObject({ status: 429, code: 'RATE_LIMITED', retryable: true });
  expect(answer.headers.get('ratelimit')).toBe('"cost";r=19;t=51');
  expect(answer.headers.get('retry-after')).toBe('15');
  for (let call = 0; call < 19; call += 1) await send('{ nothing }');
  const shut = await send('{ nothing }');
  expect(shut).toMatchObject({ status: 429, code: 'RATE_LIMITED', retryable: true });
  expect(shut.headers.get('retry-after')).toBe('1');
  expect(asked).toEqual([]);
  expect(await send('{ regions { id } }', {}, 'b')).toMatchObject({ status: 200 });
});

it('takes 100 KB, and 2 MB from documents that bring many items', async () => {
  const { send } = await door();
  const input = (text: string) => ({ text, region: '330000', purpose: 'ENTRY' });
  const one = 'query($i: RecognizeCodeInput!) { recognizeCode(input: $i) { pass } }';
  expect(await send(one, { i: input('x'.repeat(102_400)) })).toMatchObject({
    ...{ status: 413, code: 'BAD_USER_INPUT' },
  });
  const inputs = Array.from({ length: 1_000 }, () => input('x'.repeat(1_000)));
  expect(await send(BATCH, { inputs })).toMatchObject({ status: 200 });
});

it('cuts off who sends a byte now and then', async () => {
  const { port } = await door({ arrivalMs: 600 });
  const began = Date.now();
  const { outgoing, answered } = begin(port);
  const drip = setInterval(() => outgoing.write(' '), 100);
  const { status, body } = await answered.finally(() => {
    clearInterval(drip);
  });
  expect({ status, took: Date.now() - began < 5_000 }).toEqual({ status: 408, took: true });
  expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

it('asks what the account may do when the body is in, however long that took', async () => {
  const { port, account, arrived, asked } = await door();
  const { outgoing, answered } = begin(port);
  outgoing.write('{"query":"{ regions ');
  await arrived;
  await setImmediate(); // what is asked before the body has been asked
  account.lost = true;
  outgoing.end('{ id } }"}'.padEnd(1_000 - 20));
  const { status, body } = await answered;
  expect(status).toBe(403);
  expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect(asked).toEqual([]);
});
