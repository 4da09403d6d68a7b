import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIdentity } from '../../subgraphs/kit/identity.ts';
import { createDoors } from '../http.ts';
import { tokenBuckets } from '../limits/token-bucket.ts';
import { createGateway } from '../server.ts';

const supergraph = new URL('../../schema/supergraph.graphql', import.meta.url);
const identity = { ...systemIdentity('a', '330000'), scopes: ['code:verify'] };
const REGIONS = { query: '{ regions { id } }' };
const UUID = /^[\da-f]{8}-[\da-f]{4}-/;

const lines: { requestId?: string; msg: string }[] = [];
let app: FastifyInstance;
let url: string;

/** A gateway whose subgraphs fail as nobody foresaw. */
beforeAll(async () => {
  const log = pino(
    { level: 'error' },
    { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) },
  );
  const clients = ['residents', 'health-records', 'travel-history', 'codes'].map((name) => ({
    name,
    execute: () => Promise.reject(new Error('nobody foresaw this')),
    reaches: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  }));
  const rates = tokenBuckets(100_000, () => 0);
  const guard = {
    grantsOf: Object.assign(() => Promise.resolve(identity), { forget: () => undefined }),
    refusals: { note: () => Promise.resolve(), close: () => Promise.resolve() },
    limits: { costMax: 1_000, rates },
  };
  const supergraphSdl = readFileSync(supergraph, 'utf8');
  const apollo = createGateway({ supergraphSdl, clients, guard, log });
  await apollo.start();
  const engine = { apollo, documents: new Map<string, string>() };
  const caller = { client: 'a', identity: () => Promise.resolve(identity) };
  app = await createDoors({
    ...{ engines: { use: (work) => work(engine) }, checks: {}, log },
    guard: { authenticate: () => Promise.resolve(caller), rates },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => app.close());

async function refusal(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'a', ...headers },
    body: JSON.stringify(body),
  });
  const { errors } = (await response.json()) as { errors: [{ extensions: object }] };
  return { status: response.status, ...errors[0].extensions };
}

describe('a refusal has the id of its request', () => {
  const cases: [string, unknown, Record<string, string>?][] = [
    ['a list of operations', [REGIONS]],
    ['no text', {}],
    ['a text that is none', { query: { kind: 'Document' } }],
    ['variables in a list', { ...REGIONS, variables: [1] }],
    ['a key that is too short', REGIONS, { 'idempotency-key': 'short' }],
    ['a key that cannot be printed', REGIONS, { 'idempotency-key': 'blank blank' }],
    ['an answer that nobody gives', REGIONS, { accept: 'image/png, text/*' }],
    ['a document that is wrong', { query: '{ nothing }' }],
    ['a document that cannot be read', { query: '{' }],
  ];
  it.each(cases)('%s', async (_what, body, headers) => {
    const refused = await refusal(body, headers);
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false });
    expect(refused.status).toBe(headers?.['accept'] ? 406 : 400);
    expect(refused).toHaveProperty('requestId', expect.stringMatching(UUID));
  });
});

it('a fault is logged under the id that its answer has', async () => {
  lines.length = 0;
  const [one, other] = await Promise.all([refusal(REGIONS), refusal(REGIONS)]);
  for (const answer of [one, other]) expect(answer).toMatchObject({ code: 'INTERNAL' });
  const said = [one, other].map(
    (answer) => Object.entries(answer).find(([k]) => k === 'requestId')?.[1],
  );
  expect(new Set(lines.map(({ requestId }) => requestId))).toEqual(new Set(said));
  expect(new Set(said).size).toBe(2);
});
