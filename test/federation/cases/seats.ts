import { GraphQLError } from 'graphql';
import type { Subgraph } from '../support/subgraph.ts';

interface Ref {
  readonly id: string;
}

const SEATS = [{ id: '1' }, { id: '2' }, { id: '3' }];

function fail(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'OUT_OF_ORDER' } });
}

/** Subgraphs of which something fails, or all. */
export const seats = (): readonly Subgraph[] => [
  {
    name: 'seats',
    sdl: `
        type Query { seats: [Seat!]!  maybe: [Seat]  seat: Seat  must: Seat!  broken: Seat  last: Seat
          row: Row  rows: [Row!] }
        type Row { first: Seat!  seats: [Seat!]! }
        type Seat @key(fields: "id") { id: ID!  price: Int  number: Int!  label: String! }`,
    resolvers: {
      Query: {
        ...{ seats: () => SEATS, maybe: () => SEATS, seat: () => SEATS[0], must: () => SEATS[1] },
        last: () => SEATS[2],
        broken: () => fail('No seat.'),
        row: () => ({ first: SEATS[1], seats: SEATS }),
        rows: () => [
          { first: SEATS[0], seats: [SEATS[0]] },
          { first: SEATS[2], seats: SEATS },
        ],
      },
      Seat: {
        __resolveReference: ({ id }: Ref) => ({ id }),
        price: ({ id }: Ref) => (id === '2' ? fail('No price.') : Number(id) * 10),
        number: ({ id }: Ref) => (id === '2' ? fail('No number.') : Number(id)),
        label: ({ id }: Ref) => `seat ${id}`,
      },
    },
  },
  {
    name: 'guests',
    sdl: `
        type Query { guest: Guest }
        type Seat @key(fields: "id") { id: ID!  guest: Guest  host: Guest!  mood: String }
        type Guest { name: String!  age: Int }`,
    resolvers: {
      Query: { guest: () => ({ name: () => fail('No name.') }) },
      Seat: {
        __resolveReference: ({ id }: Ref) => (id === '3' ? null : { id }),
        guest: ({ id }: Ref) => ({ name: id === '2' ? fail('No guest.') : 'An' }),
        host: ({ id }: Ref) => (id === '2' ? fail('No host.') : { name: 'Bo', age: 4 }),
        mood: () => fail('No mood.'),
      },
    },
  },
  {
    name: 'lights',
    sdl: `type Seat @key(fields: "id") { id: ID!  light: Int }
        type Query { lights: Int }`,
    resolvers: { Seat: { light: () => 1 }, Query: { lights: () => 1 } },
    instead: () => ({ status: 500, text: 'down' }),
  },
  {
    name: 'heating',
    sdl: `type Seat @key(fields: "id") { id: ID!  warmth: Int  heat: Int! }`,
    resolvers: { Seat: {} },
    instead: () => 'cut off',
  },
  {
    name: 'sound',
    sdl: `type Seat @key(fields: "id") { id: ID!  volume: Int  noise: Int! }
        type Query { sound: Int }`,
    resolvers: { Seat: { volume: () => 3, noise: () => 4 }, Query: { sound: () => 5 } },
    // One entity fewer than was asked for.
    instead: ({ data, ...rest }) => ({
      ...rest,
      ...(data && {
        data: Array.isArray(data['_entities'])
          ? { ...data, _entities: data['_entities'].slice(1) }
          : data,
      }),
    }),
  },
  {
    name: 'views',
    sdl: `type Seat @key(fields: "id") { id: ID!  view: Int! }`,
    resolvers: {
      Seat: {
        __resolveReference: async ({ id }: Ref) =>
          Promise.resolve(id === '2' ? fail('No view.') : { id, view: 1 }),
      },
    },
  },
  {
    name: 'maps',
    sdl: `type Seat @key(fields: "id") { id: ID!  map: Int }`,
    resolvers: { Seat: { __resolveReference: () => fail('No maps.') } },
  },
];
