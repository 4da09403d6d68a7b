import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BreakerState } from '../../gateway/sources/breaker.ts';
import { httpClient } from '../../gateway/sources/http-client.ts';
import type { SubgraphClient } from '../../gateway/sources/subgraph-client.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { newId } from '../../subgraphs/kit/new-id.ts';
import { answers, openOrm } from '../../subgraphs/kit/orm.ts';
import { serveHttp } from '../../subgraphs/kit/serve-http.ts';
import { pemSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { travelHistoryConfig } from '../../subgraphs/travel-history/config.ts';
import { storage } from '../../subgraphs/travel-history/persistence/storage.ts';
import { createTravelHistory } from '../../subgraphs/travel-history/subgraph.ts';
import { emptyDatabase, type EmptyDatabase } from '../system/support/empty-database.ts';
import { until } from '../system/support/until.ts';
import { tcpProxy, type Fault, type TcpProxy } from './tcp-proxy.ts';

/** How long the client of these stories waits; a gateway waits for ten seconds. */
const TIMEOUT_MS = 800;
const REST_MS = 150;
/** What a time-out may come late by on a busy machine. */
const SLACK_MS = 1_500;
const POOL_MAX = 3;
const DECLARE = 'mutation D($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
const STAYS = `query S($id: ID!) { _entities(representations: [{ __typename: "Resident", id: $id }]) {
  ... on Resident { recentStays { id } } } }`;

const residentId = newId('330100');
const identity: Identity = {
  ...{ kind: 'RESIDENT', subject: residentId, scopes: ['self'], grants: [] },
  ...{ regions: ['330100'], residents: [residentId], purposes: [], agency: null },
};

let database: EmptyDatabase;
let superuser: Client;
let toDatabase: TcpProxy;
let toSubgraph: TcpProxy;
let travel: Subgraph;
let app: FastifyInstance;
let client: SubgraphClient;
/** How often each request reached the subgraph. */
const reached = new Map<string, number>();
const states: BreakerState[] = [];
let asked = 0;

beforeAll(async () => {
  database = await emptyDatabase();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const url = new URL(database.urls.tongma_travel);
  toDatabase = await tcpProxy(Number(url.port));
  url.port = String(toDatabase.port);
  const config = travelHistoryConfig.parse({
    ...{ TRAVEL_HISTORY_DATABASE_URL: url.href, TRAVEL_HISTORY_POOL_MAX: POOL_MAX },
    LOG_LEVEL: 'silent',
  });
  travel = await createTravelHistory(config, { works: false });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  app = serveHttp(travel, publicKey, createLog('travel-history', 'silent'));
  app.addHook('onRequest', async ({ headers }) => {
    const id = String(headers['x-request-id']);
    reached.set(id, (reached.get(id) ?? 0) + 1);
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  toSubgraph = await tcpProxy((app.server.address() as AddressInfo).port);
  client = httpClient({
    ...{ name: 'travel-history', origin: `http://127.0.0.1:${toSubgraph.port}` },
    identitySigner: pemSigner(String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 'EdDSA'),
    ...{ timeoutMs: TIMEOUT_MS, restMs: REST_MS },
    onBreaker: (state) => states.push(state),
  });
});

afterEach(() => {
  toSubgraph.heal();
  toDatabase.heal();
  states.length = 0;
});

afterAll(async () => {
  await client.close();
  await toSubgraph.close();
  await app.close();
  await travel.close();
  await toDatabase.close();
  await superuser.end();
  await database.drop();
});

interface Outcome {
  /** Code of the refusal, or what was thrown that has none; null when it was answered. */
  readonly code: string | null;
  readonly ms: number;
  readonly text: string;
  readonly requestId: string;
}

async function ask(query: string, variables: Record<string, unknown>): Promise<Outcome> {
  const requestId = `request-${(asked += 1)}`;
  const began = performance.now();
  const outcome = (code: string | null, text: string) => ({
    ...{ code, text, requestId, ms: performance.now() - began },
  });
  try {
    const { errors } = await client.execute({ query, variables, requestId }, identity);
    const error = errors?.[0];
    return error ? outcome(String(error.extensions?.['code']), error.message) : outcome(null, '');
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    return outcome(code ?? 'untyped', message);
  }
}

const read = () => ask(STAYS, { id: residentId });

/** Declares a stay like no other, by which its rows are found. */
async function declare() {
  const arrivedAt = new Date(Date.now() - 3_600_000 + asked * 1_000).toISOString();
  const outcome = await ask(DECLARE, { input: { residentId, division: '330106', arrivedAt } });
  return { ...outcome, arrivedAt };
}

async function rowsOf(arrivedAt: string): Promise<number> {
  const { rowCount } = await superuser.query(
    'select from travel_history.stay where arrived_at = $1',
    [arrivedAt],
  );
  return rowCount ?? 0;
}

/** Statements that the subgraph has running at the database. */
async function running(): Promise<number> {
  const { rowCount } = await superuser.query(
    `select from pg_stat_activity where usename = 'tongma_travel' and state <> 'idle'`,
  );
  return rowCount ?? 0;
}

const works = () =>
  until(
    async () => ({ read: await read(), declared: await declare() }),
    ({ read, declared }) => read.code === null && declared.code === null,
    10_000,
  );

describe('between gateway and subgraph', () => {
  it.each<[Fault, { readonly done: readonly number[] }]>([
    ['slow', { done: [0, 1] }],
    ['reset', { done: [0] }],
    ['answers lost', { done: [1] }],
    ['half open', { done: [0] }],
    ['black hole', { done: [0] }],
    ['trickle', { done: [1] }],
  ])(
    '%s: nothing hangs, nothing is done twice, and all is well afterwards',
    async (fault, { done }) => {
      await works();
      states.length = 0;
      toSubgraph.set(fault);
      const outcomes = await Promise.all([declare(), declare(), declare(), declare(), declare()]);
      for (const { code, ms, text } of outcomes) {
        expect({ code, text }).toEqual({
          ...{ code: 'UPSTREAM_TIMEOUT', text: 'A part of the graph does not answer.' },
        });
        expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS);
      }
      expect(states).toEqual(['open']);
      const [connected, before] = [toSubgraph.connected(), reached.size];
      const refused = await Promise.all([declare(), declare(), declare()]);
      for (const { code, ms } of [...refused, await read()]) {
        expect(code).toBe('UPSTREAM_TIMEOUT');
        expect(ms).toBeLessThan(REST_MS);
      }
      expect([toSubgraph.connected(), reached.size]).toEqual([connected, before]);

      toSubgraph.heal();
      const { declared } = await works();
      expect(states.at(-1)).toBe('closed');
      expect(await rowsOf(declared.arrivedAt)).toBe(1);
      for (const { arrivedAt, requestId } of outcomes) {
        expect(done).toContain(await rowsOf(arrivedAt));
        expect(reached.get(requestId) ?? 0).toBeLessThanOrEqual(1);
      }
      for (const { arrivedAt } of refused) expect(await rowsOf(arrivedAt)).toBe(0);
    },
  );
});

describe('between subgraph and PostgreSQL', () => {
  it.each<Fault>(['reset', 'black hole', 'answers lost', 'half open'])(
    '%s: nothing hangs, nothing is done twice, and all is well afterwards',
    async (fault) => {
      await works();
      toDatabase.set(fault);
      const outcomes = await Promise.all([declare(), declare(), declare(), read()]);
      for (const { code, ms } of outcomes) {
        expect(['UPSTREAM_TIMEOUT', 'INTERNAL']).toContain(code);
        expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS);
      }
      expect(await until(client.reaches, (ready) => !ready)).toBe(false);
      toDatabase.heal();
      const { declared } = await works();
      expect(await until(client.reaches, (ready) => ready)).toBe(true);
      expect(await rowsOf(declared.arrivedAt)).toBe(1);
      for (const one of outcomes) {
        if ('arrivedAt' in one) expect(await rowsOf(one.arrivedAt)).toBeLessThanOrEqual(1);
      }
    },
  );

  it('an exhausted pool: what was refused is not done, and holds nothing at the database', async () => {
    await works();
    // A client of its own: within one transaction a look at what runs is not taken anew.
    const holder = new Client({ connectionString: database.superuserUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table travel_history.stay in access exclusive mode');
    const outcomes = await Promise.all(Array.from({ length: POOL_MAX * 4 }, declare));
    for (const { code, ms } of outcomes) {
      expect(['UPSTREAM_TIMEOUT', 'INTERNAL']).toContain(code);
      expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS);
    }
    // Nobody waits for them, so that nothing of theirs is left waiting for the lock.
    expect(await until(running, (left) => left === 0)).toBe(0);
    await holder.end();
    const { declared } = await works();
    expect(await rowsOf(declared.arrivedAt)).toBe(1);
    for (const { arrivedAt } of outcomes) expect(await rowsOf(arrivedAt)).toBe(0);
  });

  it('a connection on which nothing is heard any more is given up, and another opened', async () => {
    const url = new URL(database.urls.tongma_travel);
    const proxy = await tcpProxy(Number(url.port));
    url.port = String(proxy.port);
    const orm = await openOrm(storage, url.href, 1, { silentMs: 400 });
    const one = () => orm.em.fork().execute('select 1 as one');
    try {
      expect(await answers(orm)).toBe(true); // before anything was asked
      expect(await one()).toEqual([{ one: 1 }]);
      proxy.set('black hole');
      const began = performance.now();
      await expect(one()).rejects.toThrow('nothing was heard');
      expect(performance.now() - began).toBeLessThan(400 + SLACK_MS);
      proxy.heal(false); // as TCP is healed: what was connected is not told
      expect(await one()).toEqual([{ one: 1 }]);
      await sleep(500);
      expect(await one()).toEqual([{ one: 1 }]);
    } finally {
      await orm.close();
      await proxy.close();
    }
  });
});
