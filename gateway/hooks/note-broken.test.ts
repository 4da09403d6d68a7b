import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemIdentity } from '../../subgraphs/kit/identity.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { tokenBuckets } from '../limits/token-bucket.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { createGateway } from '../server.ts';

const supergraphSdl = readFileSync(
  new URL('../../schema/supergraph.graphql', import.meta.url),
  'utf8',
);
const identity = systemIdentity('a', '330000');
const said: Record<string, unknown>[] = [];
const log = createLog('gateway', 'silent');
log.error = (given: unknown) => {
  if (typeof given === 'object') said.push({ ...given });
};
const metrics = createMetrics();
let regions: unknown[] = [];
const clients = ['residents', 'health-records', 'travel-history', 'codes'].map((name) => ({
  name,
  execute: () => Promise.resolve({ data: { regions } }),
  reaches: () => Promise.resolve(true),
  close: () => Promise.resolve(),
}));
const apollo = createGateway({
  ...{ supergraphSdl, clients, log, hooks: [metrics.hook(new Set())] },
  guard: {
    grantsOf: Object.assign(() => Promise.resolve(identity), { forget: () => undefined }),
    refusals: { note: () => Promise.resolve(), close: () => Promise.resolve() },
    limits: { costMax: 1_000, rates: tokenBuckets(1_000) },
  },
});
beforeAll(() => apollo.start());
afterAll(() => apollo.stop());

async function ask() {
  const { body } = await apollo.executeOperation(
    { query: '{ regions { id } }' },
    { contextValue: { requestId: 'the-request', identity } },
  );
  return body.kind === 'single' ? body.singleResult : {};
}

it('says nothing of an answer that is what the schema promises', async () => {
  regions = [{ id: '330000' }];
  expect(await ask()).toMatchObject({ data: { regions: [{ id: '330000' }] } });
  expect(said).toEqual([]);
});

it('tells clients and the operator where an answer is not, and counts it as failed', async () => {
  regions = [{ id: '330000' }, { id: null }, { id: null }];
  const { data, errors, extensions } = await ask();
  expect({ data, errors }).toEqual({ data: null, errors: undefined });
  expect(extensions?.['valueCompletion']).toMatchObject([
    { path: ['regions', 1, 'id'] },
    { path: ['regions', 2, 'id'] },
  ]);
  expect(said).toEqual([
    { requestId: 'the-request', places: ['regions.#.id'], alarm: 'BROKEN_PROMISE' },
  ]);
  expect(await metrics.text()).toContain(
    'tongma_operations_total{operation="ad-hoc",outcome="INTERNAL"} 1',
  );
});
