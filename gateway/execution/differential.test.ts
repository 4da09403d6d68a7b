import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  executeSync,
  getIntrospectionQuery,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL, SEED } from '../../test/sample.ts';
import type { GatewayContext } from '../context.ts';
import type { DataObject } from './data.ts';
import { operationsPlugin } from '../hooks/operation-hooks.ts';
import { answerBy } from './answer-by.ts';
import { FederatedGraph } from './federated-graph.ts';
import { fakeSubgraph, SDLS, type FaultRates } from './graph-fakes.ts';
import { randomOperation } from './operation-fakes.ts';

const OPERATIONS = ALL ? 5_000 : 250;
const NONE: FaultRates = { down: 0, fieldError: 0, nullInNonNull: 0, wrongValue: 0 };
const FEW: FaultRates = { down: 40, fieldError: 30, nullInNonNull: 30, wrongValue: 30 };

const documents = new Map<string, DocumentNode>();
function documentOf(text: string): DocumentNode {
  const known = documents.get(text) ?? parse(text);
  documents.set(text, known);
  return known;
}

const { supergraphSdl = '' } = composeServices(
  Object.entries(SDLS).map(([name, sdl]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(sdl),
  })),
);
/** What subgraphs are at the moment; both gateways ask them. */
let world = { seed: 0, faults: NONE };

function answer(name: string, query: string, variables: DataObject) {
  return fakeSubgraph(name, world.seed, world.faults)(documentOf(query), variables);
}

let ours: ApolloServer<GatewayContext>;
let stock: ApolloServer<GatewayContext>;
let schema: GraphQLSchema;

beforeAll(async () => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const subgraphs = new Map(
    Object.keys(SDLS).map((name) => [
      name,
      async ({ query, variables }: { query: string; variables: DataObject }) =>
        Promise.resolve(answer(name, query, variables)),
    ]),
  );
  const graph = new FederatedGraph({ supergraphSdl, subgraphs });
  ({ schema } = graph);
  const options = { introspection: true, stopOnTerminationSignals: false } as const;
  const plugins = [
    operationsPlugin(
      [],
      answerBy(graph, (formatted) => formatted),
    ),
  ];
  ours = new ApolloServer<GatewayContext>({ schema, plugins, ...options });
  stock = new ApolloServer<GatewayContext>({
    gateway: new ApolloGateway({
      supergraphSdl,
      buildService: ({ name }) => ({
        process: ({ request: { query = '', variables = {} } }) =>
          Promise.resolve(answer(name, query, structuredClone(variables))),
      }),
    }),
    ...options,
  });
  await Promise.all([ours.start(), stock.start()]);
});

afterAll(async () => {
  await Promise.all([ours.stop(), stock.stop()]);
});

/** Fields in an order of their own: the stock gateway puts fragments last. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

interface Answered {
  /** Fields and errors in an order of their own. */
  readonly data: string;
  readonly errors: readonly string[];
  /** Whether subgraphs broke their promises; where, in what is null anyway, depends on the order. */
  readonly isCompleted: boolean;
}

function linesOf(errors: readonly GraphQLFormattedError[]): string[] {
  const lines = errors.map(({ message, path, extensions }) => {
    // The stock gateway names the type of the fragment that a field stands in.
    const said = message.replace(/field \w+\./, 'field ');
    // And where some entities cannot be asked about, it counts them wrongly.
    const place = path?.map((part) => (typeof part === 'number' ? '#' : part));
    return JSON.stringify({ message: said, place, code: extensions?.['code'] });
  });
  return lines.toSorted();
}

async function answerOf(
  server: typeof ours,
  query: string,
  variables: DataObject,
): Promise<Answered> {
  const { body } = await server.executeOperation(
    { query, variables },
    { contextValue: { requestId: 'one' } },
  );
  if (body.kind !== 'single') throw new Error('One answer is expected.');
  const { data, errors = [], extensions = {} } = body.singleResult;
  return {
    data: JSON.stringify(data, sorted),
    errors: linesOf(errors),
    // Beside errors of other places the stock gateway says nothing of it.
    isCompleted: errors.length === 0 && 'valueCompletion' in extensions,
  };
}

/** Valid operations without end, each with variables. */
function* operations() {
  for (let at = 0; ; at += 1) {
    const query = randomOperation(schema, SEED * 7_919 + at);
    if (validate(schema, parse(query)).length > 0) continue;
    yield { query, variables: { a: at % 2 === 0, ...(at % 3 === 0 && { b: false }) }, seed: at };
  }
}

describe('the answer to a generated operation is that of the stock gateway', () => {
  it.each([
    ['when all is well', NONE],
    ['when subgraphs fail and break their promises', FEW],
  ])(
    '%s',
    async (_name, faults) => {
      let [drawn, filled, failed] = [0, 0, 0];
      // A sample goes on until a tenth of it is worth comparing.
      const isEnough = () => drawn >= OPERATIONS && filled > OPERATIONS / 10;
      for (const { query, variables, seed } of operations()) {
        if (isEnough() || drawn >= 3 * OPERATIONS) break;
        drawn += 1;
        world = { seed, faults };
        const expected = await answerOf(stock, query, variables);
        // It cannot do everything: not when an alias is the name of a key, for one.
        if (expected.errors.join().includes('INTERNAL_SERVER_ERROR')) {
          failed += 1;
          continue;
        }
        const actual = await answerOf(ours, query, variables);
        const how = `seed ${SEED}/${seed} ${JSON.stringify(variables)}\n${query}`;
        expect(actual, how).toEqual(expected);
        if (expected.data.length > 200) filled += 1;
      }
      expect(filled).toBeGreaterThan(OPERATIONS / 10);
      expect(failed).toBeLessThan(drawn / 10);
    },
    600_000,
  );
});

it('all that a schema tells of itself is told, beside what subgraphs are asked', async () => {
  const told = getIntrospectionQuery({
    ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true },
    ...{ schemaDescription: true, inputValueDeprecation: true, oneOf: true },
  });
  world = { seed: 1, faults: NONE };
  const query = told.replace('{', '{ ...Q __type(name: "Query") { ...T }');
  const { data, errors } = await answerOf(
    ours,
    `${query} fragment T on __Type { isOneOf fields { name } } fragment Q on Query { __typename }`,
    {},
  );
  expect(errors).toEqual([]);
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => ({ name }));
  expect(JSON.parse(data)).toEqual({
    ...{ __typename: 'Query', __type: { isOneOf: null, fields } },
    ...executeSync({ schema, document: parse(told) }).data,
  });
});
