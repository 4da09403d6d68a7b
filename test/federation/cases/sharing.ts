import { IN_EXTENSIONS, type CaseGroup } from '../support/case.ts';

interface Ref {
  readonly id: string;
}

/** Fields that several subgraphs have, that moved, that are handed along, or that nobody sees. */
export const sharing: CaseGroup = {
  title: 'fields of several subgraphs',
  subgraphs: () => [
    {
      name: 'orders',
      sdl: `
        type Query { orders: [Order!]!  order: Order  rate: Rate! @shareable }
        type Order @key(fields: "id") {
          id: ID!
          buyer: Buyer @provides(fields: "name")
          quick: Buyer @provides(fields: "home { city }")
          state: State!
          secret: String @inaccessible }
        type Buyer @key(fields: "id") {
          id: ID!  name: String @external  home: Place @external }
        type Place @key(fields: "id") { id: ID!  city: String @external }
        type Rate @shareable { base: Int!  local: Int }
        enum State { OPEN CLOSED LOST @inaccessible }`,
      resolvers: {
        Query: {
          orders: () => [
            { id: '1', state: 'OPEN', secret: 's' },
            { id: '2', state: 'CLOSED', secret: 't' },
          ],
          order: () => ({ id: '9', state: 'LOST', secret: 's' }),
          rate: () => ({ base: 1, local: 2 }),
        },
        Order: {
          __resolveReference: ({ id }: Ref) => ({ id, state: 'OPEN', secret: 's' }),
          // Other than what the owner says, to be told apart.
          buyer: () => ({ id: 'p', name: 'An, as provided' }),
          quick: () => ({ id: 'p', home: { id: 'h', city: 'Wu, as provided' } }),
        },
      },
    },
    {
      name: 'buyers',
      sdl: `
        type Buyer @key(fields: "id") {
          id: ID!  name: String @shareable  phone: String  home: Place @shareable
          points: Int @override(from: "points") }
        type Place @key(fields: "id") { id: ID!  city: String @shareable  zip: String }
        type Query { rate: Rate! @shareable  buyer: Buyer }
        type Rate @shareable { base: Int! }`,
      resolvers: {
        Query: { rate: () => ({ base: 1 }), buyer: () => ({ id: 'p', name: 'An' }) },
        Buyer: {
          __resolveReference: ({ id }: Ref) => ({ id, name: 'An' }),
          phone: () => '555',
          home: () => ({ id: 'h', city: 'Wu' }),
          points: () => 100,
        },
        Place: { __resolveReference: ({ id }: Ref) => ({ id, city: 'Wu', zip: '310000' }) },
      },
    },
    {
      name: 'points',
      sdl: `
        type Buyer @key(fields: "id") { id: ID!  points: Int  level: Int }
        type Order @key(fields: "id") { id: ID!  secret: String @external
          echo: String @requires(fields: "secret") }`,
      resolvers: {
        Buyer: {
          __resolveReference: ({ id }: Ref) => ({ id }),
          points: () => 1,
          level: () => 3,
        },
        Order: {
          __resolveReference: (given: object) => given,
          echo: ({ secret }: { secret: string }) => `heard ${secret}`,
        },
      },
    },
  ],
  cases: [
    {
      title: 'what is handed along is not asked for again',
      query: '{ orders { buyer { name } } }',
      data: {
        orders: [{ buyer: { name: 'An, as provided' } }, { buyer: { name: 'An, as provided' } }],
      },
      asks: ['orders'],
    },
    {
      title: 'what is not handed along is asked for',
      query: '{ order { buyer { name phone } } }',
      data: { order: { buyer: { name: 'An, as provided', phone: '555' } } },
      asks: ['buyers', 'orders'],
    },
    {
      title: 'where nothing is handed along, its owner says it',
      query: '{ order { quick { name } } }',
      data: { order: { quick: { name: 'An' } } },
      asks: ['buyers', 'orders'],
    },
    {
      title: 'what is handed along within an object',
      query: '{ order { quick { home { city } } } }',
      data: { order: { quick: { home: { city: 'Wu, as provided' } } } },
      asks: ['orders'],
    },
    {
      title: 'more of an object that is handed along',
      query: '{ order { quick { home { city zip } } } }',
      data: { order: { quick: { home: { city: 'Wu, as provided', zip: '310000' } } } },
    },
    {
      title: 'a field that moved is asked for where it is now',
      query: '{ buyer { points } }',
      data: { buyer: { points: 100 } },
      asks: ['buyers'],
    },
    {
      title: 'a field that did not move with it',
      query: '{ buyer { points level } }',
      data: { buyer: { points: 100, level: 3 } },
      asks: ['buyers', 'points'],
    },
    {
      title: 'a root field of two subgraphs is asked of one',
      query: '{ rate { base local } }',
      data: { rate: { base: 1, local: 2 } },
      asks: ['orders'],
    },
    {
      title: 'a root field of two subgraphs beside one of one of them',
      query: '{ rate { base } buyer { phone } }',
      data: { rate: { base: 1 }, buyer: { phone: '555' } },
    },
    {
      title: 'a field that nobody sees',
      query: '{ order { secret } }',
      errors: [{}],
      asks: [],
    },
    {
      title: 'a field that needs one that nobody sees',
      query: '{ orders { echo } }',
      data: { orders: [{ echo: 'heard s' }, { echo: 'heard t' }] },
    },
    {
      title: 'values of an enum',
      query: '{ orders { state } }',
      data: { orders: [{ state: 'OPEN' }, { state: 'CLOSED' }] },
    },
    {
      title: 'a value that nobody sees',
      query: '{ order { id state } buyer { phone } }',
      data: { order: null, buyer: { phone: '555' } },
      errors: [{ path: ['order', 'state'] }],
      otherwise: { ours: IN_EXTENSIONS, stock: IN_EXTENSIONS },
    },
    {
      title: 'what nobody sees is not told of',
      query: `{
        order: __type(name: "Order") { fields { name } }
        state: __type(name: "State") { enumValues { name } } }`,
      data: {
        order: {
          fields: [
            ...[{ name: 'id' }, { name: 'buyer' }, { name: 'quick' }, { name: 'state' }],
            { name: 'echo' },
          ],
        },
        state: { enumValues: [{ name: 'OPEN' }, { name: 'CLOSED' }] },
      },
      asks: [],
    },
    {
      title: 'what makes a federation is not told of',
      query: `{ __schema { queryType { fields { name } } }
        entity: __type(name: "_Entity") { name } join: __type(name: "join__Graph") { name } }`,
      data: {
        __schema: {
          queryType: {
            fields: [{ name: 'rate' }, { name: 'buyer' }, { name: 'orders' }, { name: 'order' }],
          },
        },
        ...{ entity: null, join: null },
      },
      asks: [],
    },
  ],
};
