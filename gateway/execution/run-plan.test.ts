import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { buildSchema, OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { SubgraphResult } from '../../subgraphs/kit/subgraph.ts';
import type { DataObject } from './data.ts';
import { runPlan, type PlanRun } from './run-plan.ts';

const supergraph = buildSchema(
  'type Query { people: [Person] } type Person { id: ID age: Int } type Pet { id: ID }',
);

function fetchOf(serviceName: string, more: Partial<FetchNode> = {}): FetchNode {
  const operationKind = OperationTypeNode.QUERY;
  return {
    ...{ kind: 'Fetch', serviceName, operation: '{ x }', operationName: 'Q', operationKind },
    ...more,
  };
}

const PEOPLE = fetchOf('people');
const AGES: PlanNode = {
  kind: 'Flatten',
  path: ['people', '@'],
  node: fetchOf('ages', {
    requires: [
      {
        kind: 'InlineFragment',
        typeCondition: 'Person',
        selections: [
          { kind: 'Field', name: '__typename' },
          { kind: 'Field', name: 'id' },
        ],
      },
    ],
  }),
};
const PLAN: PlanNode = { kind: 'Sequence', nodes: [PEOPLE, AGES] };

/** Runs the plan on people and what another subgraph says of their ages. */
async function run(
  people: readonly unknown[],
  agesOf: (representations: readonly DataObject[]) => SubgraphResult,
) {
  const asked: DataObject[][] = [];
  const planRun: PlanRun = {
    ...{ supergraph, variables: {}, conditions: {}, gathered: {}, errors: [] },
    inAnswer: (path) => path,
    ask({ serviceName }, { representations }) {
      if (serviceName === 'people') {
        return Promise.resolve({ data: { people: structuredClone(people) } });
      }
      const who: DataObject[] = Array.isArray(representations) ? representations : [];
      asked.push(who);
      return Promise.resolve(agesOf(who));
    },
  };
  await runPlan(planRun, PLAN);
  return { ...planRun, asked };
}

const person = (id: string) => ({ __typename: 'Person', id });
const failing = (path: GraphQLFormattedError['path'] & object) => ({
  message: 'failed',
  path,
  extensions: { code: 'NOT_FOUND' },
});

describe('a fetch of entities', () => {
  it('asks about each once, and tells every place of it', async () => {
    const { gathered, asked } = await run([person('a'), person('b'), person('a')], (who) => ({
      data: { _entities: who.map((_one, at) => ({ age: at })) },
    }));
    expect(asked).toEqual([[person('a'), person('b')]]);
    expect(gathered).toEqual({
      people: [
        { ...person('a'), age: 0 },
        { ...person('b'), age: 1 },
        { ...person('a'), age: 0 },
      ],
    });
  });

  it('asks nothing about what is null, of another type, or without its key', async () => {
    const others = [null, { __typename: 'Pet', id: 'a' }, { __typename: 'Person' }];
    const { asked, errors } = await run(others, () => ({ data: { _entities: [] } }));
    expect(asked).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('says where an error is, in each place, whatever could not be asked about', async () => {
    const people = [null, { __typename: 'Pet', id: 'a' }, person('a'), person('b'), person('a')];
    const { errors } = await run(people, () => ({
      data: { _entities: [null, { age: 1 }] },
      errors: [failing(['_entities', 0, 'age'])],
    }));
    expect(errors.map(({ path }) => path)).toEqual([
      ['people', 2, 'age'],
      ['people', 4, 'age'],
    ]);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('takes an answer of another length for none', async () => {
    const { gathered, errors } = await run([person('a')], () => ({ data: { _entities: [] } }));
    expect(gathered).toEqual({ people: [person('a')] });
    expect(errors).toHaveLength(1);
  });

  it('keeps what others said when a subgraph throws', async () => {
    const { gathered, errors } = await run([person('a')], () => {
      throw new Error('down');
    });
    expect(gathered).toEqual({ people: [person('a')] });
    expect(errors.map(({ message }) => message)).toEqual(['down']);
  });
});
