import { ApolloServer, HeaderMap } from '@apollo/server';
import { execute } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { systemIdentity } from '../../subgraphs/kit/identity.ts';
import type { GatewayContext } from '../context.ts';
import type { AnswerOperation } from '../execution/answer-by.ts';
import { operationsPlugin } from '../hooks/operation-hooks.ts';
import type { SubgraphClient } from '../sources/subgraph-client.ts';
import { createMetrics } from './metrics.ts';
import { serveMetrics } from './serve-metrics.ts';

const TRUSTED = 'query RegionsPage { region(id: "330000") }';
const metrics = createMetrics();
const answer: AnswerOperation = async ({ schema, document }) => {
  const { data = null, errors } = await execute({ schema, document });
  const singleResult = { data, ...(errors && { errors: errors.map((error) => error.toJSON()) }) };
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
};
const apollo = new ApolloServer<GatewayContext>({
  typeDefs: 'type Query { region(id: ID!): String fails: String }',
  resolvers: {
    Query: {
      region: () => 'x',
      fails: () => {
        throw new Error('of somebody');
      },
    },
  },
  plugins: [operationsPlugin([metrics.hook(new Set([TRUSTED]))], answer)],
});
const app = serveMetrics(metrics);

afterAll(async () => {
  await apollo.stop();
  await app.close();
});

async function lines(): Promise<string[]> {
  const { payload, headers } = await app.inject('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  return payload.split('\n');
}

it('counts trusted documents by name, and all others as one', async () => {
  const ask = (query: string) =>
    apollo.executeOperation({ query }, { contextValue: { requestId: 'r' } });
  await ask(TRUSTED);
  await ask(TRUSTED);
  for (let n = 0; n < 50; n += 1) await ask(`query Name${n} { region(id: "110101199003070011") }`);
  await ask('query RegionsPage { fails }'); // its name is not enough
  await ask('not a document');
  const counted = (await lines()).filter((line) => line.startsWith('tongma_operations_total{'));
  expect(counted.sort()).toEqual([
    'tongma_operations_total{operation="RegionsPage",outcome="OK"} 2',
    'tongma_operations_total{operation="ad-hoc",outcome="INTERNAL"} 2',
    'tongma_operations_total{operation="ad-hoc",outcome="OK"} 50',
  ]);
  const text = (await lines()).join('\n');
  expect(text).not.toMatch(/110101199003070011|Name7|somebody/);
  expect(text).toContain('tongma_operation_seconds_bucket{le="0.5",operation="RegionsPage"} 2');
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);
});

it('measures subgraphs and shows the state of their breakers', async () => {
  let works = true;
  const client: SubgraphClient = metrics.measured({
    name: 'codes',
    async execute() {
      if (!works) throw new DomainError('UPSTREAM_TIMEOUT', 'A part of the graph does not answer.');
      return { data: {} };
    },
    reaches: async () => works,
    close: async () => {},
  });
  const ask = () =>
    client.execute({ query: '{ a }', requestId: 'r' }, systemIdentity('somebody', '330000'));
  await ask();
  works = false;
  await expect(ask()).rejects.toThrow('does not answer');
  metrics.breaker('codes', 'open');
  const text = await lines();
  expect(text).toEqual(
    expect.arrayContaining([
      'tongma_subgraph_seconds_count{subgraph="codes"} 2',
      'tongma_subgraph_failures_total{subgraph="codes",code="UPSTREAM_TIMEOUT"} 1',
      'tongma_subgraph_breaker{subgraph="codes",state="closed"} 0',
      'tongma_subgraph_breaker{subgraph="codes",state="open"} 1',
    ]),
  );
});

it('counts plans that were known, and those that were made', async () => {
  for (const known of [true, false, true]) metrics.plan(known);
  expect((await lines()).filter((line) => line.startsWith('tongma_plans_total'))).toEqual([
    'tongma_plans_total{plan="known"} 2',
    'tongma_plans_total{plan="made"} 1',
  ]);
});
