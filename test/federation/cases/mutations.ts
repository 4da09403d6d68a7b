import type { CaseGroup } from '../support/case.ts';

interface Ref {
  readonly id: string;
}

/** Writes: one after the other, wherever they are done. */
export const mutations: CaseGroup = {
  title: 'mutations',
  subgraphs() {
    const done: string[] = [];
    function note(what: string): string {
      done.push(what);
      return what;
    }
    return [
      {
        name: 'carts',
        sdl: `
          type Query { cart(id: ID!): Cart }
          type Mutation {
            put(what: String!): Cart!  empty(id: ID!): Cart  spill: Cart!
            done: [String!]! }
          type Cart @key(fields: "id") { id: ID!  holds: String! }`,
        resolvers: {
          Query: { cart: (_: unknown, { id }: Ref) => ({ id, holds: 'x' }) },
          Mutation: {
            put: (_: unknown, { what }: { what: string }) => ({
              id: what,
              holds: note(`put ${what}`),
            }),
            empty: (_: unknown, { id }: Ref) => ({ id, holds: note(`empty ${id}`) }),
            spill() {
              note('spill');
              throw new Error('Spilled.');
            },
            done: () => done.splice(0),
          },
          Cart: { __resolveReference: ({ id }: Ref) => ({ id, holds: 'x' }) },
        },
      },
      {
        name: 'payments',
        sdl: `
          type Mutation { pay(cart: ID!, sum: Sum!): Payment!  refuse: Payment }
          type Payment { sum: Int!  cart: Cart! }
          type Cart @key(fields: "id") { id: ID!  paid: Int! }
          input Sum { value: Int!  twice: Boolean = false }`,
        resolvers: {
          Mutation: {
            pay: (
              _: unknown,
              { cart, sum }: { cart: string; sum: { value: number; twice: boolean } },
            ) => {
              note(`pay ${cart}`);
              return { sum: sum.value * (sum.twice ? 2 : 1), cart: { id: cart } };
            },
            refuse() {
              note('refuse');
              throw new Error('Refused.');
            },
          },
          Cart: { __resolveReference: ({ id }: Ref) => ({ id }), paid: () => 1 },
        },
      },
    ];
  },
  cases: [
    {
      title: 'one, and what another subgraph says of what it gives',
      query: 'mutation { put(what: "a") { id holds paid } done }',
      data: { put: { id: 'a', holds: 'put a', paid: 1 }, done: ['put a'] },
    },
    {
      title: 'several are done in their order, across subgraphs',
      query: `mutation($s: Sum!) {
        put(what: "a") { id } pay(cart: "a", sum: $s) { sum cart { holds } } empty(id: "a") { id }
        again: pay(cart: "b", sum: { value: 3 }) { sum } done }`,
      variables: { s: { value: 2, twice: true } },
      data: {
        ...{ put: { id: 'a' }, pay: { sum: 4, cart: { holds: 'x' } }, empty: { id: 'a' } },
        ...{ again: { sum: 3 }, done: ['put a', 'pay a', 'empty a', 'pay b'] },
      },
    },
    {
      title: 'one that fails keeps none of those behind it from being done',
      query: `mutation { refuse { sum } put(what: "a") { id } done }`,
      data: { refuse: null, put: { id: 'a' }, done: ['refuse', 'put a'] },
      errors: [{ path: ['refuse'], message: 'Refused.' }],
    },
    {
      title: 'one that fails where there must be something leaves nothing',
      query: 'mutation { refuse { sum } spill { id } }',
      data: null,
      errors: [
        { path: ['refuse'], message: 'Refused.' },
        { path: ['spill'], message: 'Spilled.' },
      ],
    },
    {
      title: 'all were done, in order',
      query: 'mutation { done }',
      data: { done: ['refuse', 'spill'] },
    },
    {
      title: 'one with an argument that is null for a variable is not done',
      query: `mutation($id: ID = "a") { empty(id: $id) { id } put(what: "a") { id } done }`,
      variables: { id: null },
      data: { empty: null, put: { id: 'a' }, done: ['put a'] },
      errors: [{ path: ['empty'] }],
    },
    {
      title: 'one that is skipped is not done',
      query: 'mutation($no: Boolean!) { put(what: "a") @skip(if: $no) { id } done }',
      variables: { no: true },
      data: { done: [] },
    },
    {
      title: 'a query does nothing',
      query: '{ cart(id: "c") { holds paid } }',
      data: { cart: { holds: 'x', paid: 1 } },
    },
  ],
};
