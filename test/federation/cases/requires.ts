import type { CaseGroup } from '../support/case.ts';

interface Parcel {
  readonly id: string;
  readonly weight?: number | null;
  readonly cost?: number | null;
  readonly size?: { readonly height: number; readonly width: number } | null;
  readonly contents?: readonly { readonly value: number; readonly kind: string }[];
}

const PARCELS: readonly Parcel[] = [
  {
    ...{ id: 'a', weight: 2, size: { height: 3, width: 4 } },
    contents: [
      { value: 5, kind: 'book' },
      { value: 6, kind: 'chart' },
    ],
  },
  { id: 'b', weight: null, size: null, contents: [] },
];
const find = ({ id }: Parcel) => PARCELS.find((one) => one.id === id) ?? null;

const TAKES_NAMES_FOR_FIELDS = 'It takes what stands under a name for the field of that name.';

/** Fields that need others, of other subgraphs, to be computed. */
export const requires: CaseGroup = {
  title: '@requires',
  subgraphs: () => [
    {
      name: 'parcels',
      sdl: `
        type Query { parcels: [Parcel!]!  parcel(id: ID!): Parcel }
        type Parcel @key(fields: "id") {
          id: ID!  weight: Int  size: Size  contents: [Thing!] }
        type Size { height: Int!  width: Int! }
        type Thing { value: Int!  kind: String! }`,
      resolvers: {
        Query: { parcels: () => PARCELS, parcel: (_: unknown, given: Parcel) => find(given) },
        Parcel: { __resolveReference: find },
      },
    },
    {
      name: 'freight',
      sdl: `
        type Query { last: Parcel }
        type Parcel @key(fields: "id") {
          id: ID!
          weight: Int @external
          size: Size @external
          contents: [Thing!] @external
          cost: Int @requires(fields: "weight")
          area: Int @requires(fields: "size { height width }")
          worth: Int @requires(fields: "contents { value }")
          seen: String @requires(fields: "weight size { width }") }
        type Size { height: Int! @external  width: Int! @external }
        type Thing { value: Int! @external }`,
      resolvers: {
        Query: { last: () => ({ id: 'a' }) },
        Parcel: {
          __resolveReference: (given: Parcel) => given,
          cost: ({ weight }: Parcel) => (weight == null ? null : weight * 10),
          area: ({ size }: Parcel) => (size ? size.height * size.width : null),
          worth: ({ contents }: Parcel) =>
            contents?.reduce((sum, { value }) => sum + value, 0) ?? null,
          seen: (given: Parcel) => Object.keys(given).toSorted().join(' '),
        },
      },
    },
    {
      name: 'customs',
      sdl: `
        type Parcel @key(fields: "id") {
          id: ID!
          cost: Int @external
          worth: Int @external
          duty: Int @requires(fields: "cost worth") }`,
      resolvers: {
        Parcel: {
          __resolveReference: (given: Parcel) => given,
          duty: ({ cost, worth }: Parcel & { worth?: number | null }) =>
            cost == null ? null : cost + (worth ?? 0),
        },
      },
    },
    {
      name: 'bills',
      sdl: `
        type Parcel @key(fields: "id") {
          id: ID!
          duty: Int @external
          weight: Int @external
          total: Int! @requires(fields: "duty weight") }`,
      resolvers: {
        Parcel: {
          __resolveReference: (given: Parcel) => given,
          total: ({ duty, weight }: Parcel & { duty?: number | null }) =>
            (duty ?? 0) + (weight ?? 0),
        },
      },
    },
  ],
  cases: [
    {
      title: 'one field of another subgraph',
      query: '{ parcel(id: "a") { cost } }',
      data: { parcel: { cost: 20 } },
      asks: ['freight', 'parcels'],
    },
    {
      title: 'a field that is null',
      query: '{ parcels { id cost } }',
      data: {
        parcels: [
          { id: 'a', cost: 20 },
          { id: 'b', cost: null },
        ],
      },
    },
    {
      title: 'fields of an object, which is null for some',
      query: '{ parcels { area } }',
      data: { parcels: [{ area: 12 }, { area: null }] },
    },
    {
      title: 'fields of a list',
      query: '{ parcels { worth } }',
      data: { parcels: [{ worth: 11 }, { worth: 0 }] },
    },
    {
      title: 'what is needed is not shown, unless it is asked for',
      query: '{ parcel(id: "a") { cost size { width } area } }',
      data: { parcel: { cost: 20, size: { width: 4 }, area: 12 } },
    },
    {
      title: 'what is needed, asked for under another name',
      query: '{ parcel(id: "a") { heavy: weight weight: cost } }',
      data: { parcel: { heavy: 2, weight: 20 } },
    },
    {
      title: 'another field under the name of what is needed, beside what needs it',
      query: '{ parcel(id: "a") { weight: cost total duty } }',
      data: { parcel: { weight: 20, total: 33, duty: 31 } },
      wrong: { stock: TAKES_NAMES_FOR_FIELDS },
    },
    {
      title: 'another field under the name of a key',
      query: '{ parcels { id: weight cost } }',
      data: {
        parcels: [
          { id: 2, cost: 20 },
          { id: null, cost: null },
        ],
      },
      wrong: { stock: TAKES_NAMES_FOR_FIELDS },
    },
    {
      title: 'no more than is needed',
      query: '{ parcel(id: "a") { seen } }',
      data: { parcel: { seen: '__typename id size weight' } },
    },
    {
      title: 'a field that itself needs others',
      query: '{ parcels { duty } }',
      data: { parcels: [{ duty: 31 }, { duty: null }] },
      asks: ['customs', 'freight', 'parcels'],
    },
    {
      title: 'a chain of three',
      query: '{ parcels { total } }',
      data: { parcels: [{ total: 33 }, { total: 0 }] },
      asks: ['bills', 'customs', 'freight', 'parcels'],
    },
    {
      title: 'from the subgraph that needs it, there and back',
      query: '{ last { id cost area } }',
      data: { last: { id: 'a', cost: 20, area: 12 } },
    },
    {
      title: 'several at once, of one parcel twice',
      query: '{ x: parcel(id: "a") { cost total } y: parcel(id: "a") { duty worth } }',
      data: { x: { cost: 20, total: 33 }, y: { duty: 31, worth: 11 } },
    },
  ],
};
