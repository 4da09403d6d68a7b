import type { CaseGroup } from '../support/case.ts';

interface Ref {
  readonly id: string;
  readonly price?: number;
}

const TOOLS = [
  { id: 't1', name: 'Saw', price: 40 },
  { id: 't2', name: 'Axe', price: 25 },
];

/** Subgraphs that are written as in the first federation, beside one that is not. */
export const firstFederation: CaseGroup = {
  title: 'the first federation',
  subgraphs: () => [
    {
      name: 'tools',
      isFirst: true,
      sdl: `
        type Query { tools: [Tool!]! }
        type Tool @key(fields: "id") { id: ID!  name: String  price: Int }`,
      resolvers: {
        Query: { tools: () => TOOLS },
        Tool: {
          __resolveReference: ({ id }: Ref) => TOOLS.find((one) => one.id === id) ?? null,
        },
      },
    },
    {
      name: 'scores',
      isFirst: true,
      sdl: `
        extend type Query { best: Tool  named: Tool @provides(fields: "name") }
        extend type Tool @key(fields: "id") {
          id: ID! @external  name: String @external  price: Int @external
          score: Int  tax: Int @requires(fields: "price") }`,
      resolvers: {
        Query: {
          best: () => ({ id: 't2' }),
          named: () => ({ id: 't1', name: 'Saw, as provided' }),
        },
        Tool: {
          __resolveReference: (given: Ref) => given,
          score: ({ id }: Ref) => (id === 't1' ? 4 : 5),
          tax: ({ price }: Ref) => (price ?? 0) / 5,
        },
      },
    },
    {
      name: 'makers',
      sdl: `type Tool @key(fields: "id") { id: ID!  maker: String }`,
      resolvers: {
        Tool: {
          __resolveReference: (given: Ref) => given,
          maker: ({ id }: Ref) => `maker of ${id}`,
        },
      },
    },
  ],
  cases: [
    {
      title: 'a type that another subgraph extends',
      query: '{ tools { name score } }',
      data: {
        tools: [
          { name: 'Saw', score: 4 },
          { name: 'Axe', score: 5 },
        ],
      },
      asks: ['scores', 'tools'],
    },
    {
      title: 'from the extension to the type',
      query: '{ best { id score name price } }',
      data: { best: { id: 't2', score: 5, name: 'Axe', price: 25 } },
      asks: ['scores', 'tools'],
    },
    {
      title: 'a field that needs one of the type',
      query: '{ best { tax } tools { tax } }',
      data: { best: { tax: 5 }, tools: [{ tax: 8 }, { tax: 5 }] },
    },
    {
      title: 'what the extension hands along',
      query: '{ named { name } }',
      data: { named: { name: 'Saw, as provided' } },
      asks: ['scores'],
    },
    {
      title: 'beside a subgraph of the second',
      query: '{ best { __typename maker score } tools { maker } }',
      data: {
        best: { __typename: 'Tool', maker: 'maker of t2', score: 5 },
        tools: [{ maker: 'maker of t1' }, { maker: 'maker of t2' }],
      },
    },
  ],
};
