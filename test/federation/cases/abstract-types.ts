import type { CaseGroup } from '../support/case.ts';

interface Item {
  readonly id: string;
}

const ITEMS = [
  { __typename: 'Book', id: 'b1', title: 'Rivers', pages: 90, maker: { id: 'm1' } },
  { __typename: 'Chart', id: 'c1', title: 'Coast', scale: 5000, maker: { id: 'm2' } },
  { __typename: 'Disc', id: 'd1', title: 'Waves', minutes: 40, maker: { id: 'm1' } },
];
const byId = ({ id }: Item) => ITEMS.find((one) => one.id === id) ?? null;
const RATED: Readonly<Record<string, number>> = { b1: 5, c1: 2 };

/** Interfaces and unions, with types that several subgraphs know. */
export const abstractTypes: CaseGroup = {
  title: 'abstract types',
  subgraphs: () => [
    {
      name: 'catalog',
      sdl: `
        type Query { items: [Item!]!  item(id: ID!): Item  found: [Found!]!  oldest: Dated }
        interface Item { id: ID!  title: String!  maker: Maker }
        interface Dated { year: Int }
        union Found = Book | Chart | Maker
        type Book implements Item & Dated @key(fields: "id") {
          id: ID!  title: String!  maker: Maker  pages: Int  year: Int }
        type Chart implements Item @key(fields: "id") {
          id: ID!  title: String!  maker: Maker  scale: Int }
        type Disc implements Item @key(fields: "id") {
          id: ID!  title: String!  maker: Maker  minutes: Int }
        type Maker @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          items: () => ITEMS,
          item: (_: unknown, { id }: Item) => ITEMS.find((one) => one.id === id) ?? null,
          found: () => [ITEMS[1], { __typename: 'Maker', id: 'm2' }, ITEMS[0]],
          oldest: () => ({ ...ITEMS[0], year: 1690 }),
        },
        Book: { __resolveReference: byId },
        Chart: { __resolveReference: byId },
        Disc: { __resolveReference: byId },
      },
    },
    {
      name: 'ratings',
      sdl: `
        type Query { best: Rated }
        interface Rated { stars: Int }
        type Book implements Rated @key(fields: "id") { id: ID!  stars: Int }
        type Chart implements Rated @key(fields: "id") { id: ID!  stars: Int  folds: Int }`,
      resolvers: {
        Query: { best: () => ({ __typename: 'Book', id: 'b1', stars: 5 }) },
        Book: { __resolveReference: ({ id }: Item) => ({ id, stars: RATED[id] ?? null }) },
        Chart: {
          __resolveReference: ({ id }: Item) => ({ id, stars: RATED[id] ?? null, folds: 8 }),
        },
      },
    },
    {
      name: 'makers',
      sdl: `type Maker @key(fields: "id") { id: ID!  name: String  made: Int }`,
      resolvers: {
        Maker: { __resolveReference: ({ id }: Item) => ({ id, name: `Maker ${id}`, made: 7 }) },
      },
    },
  ],
  cases: [
    {
      title: 'fields of an interface, with the types that there are',
      query: '{ items { __typename title } }',
      data: {
        items: [
          { __typename: 'Book', title: 'Rivers' },
          { __typename: 'Chart', title: 'Coast' },
          { __typename: 'Disc', title: 'Waves' },
        ],
      },
      asks: ['catalog'],
    },
    {
      title: 'fields of single types, each in another subgraph',
      query: '{ items { title ... on Book { stars } ... on Chart { folds } } }',
      data: {
        items: [{ title: 'Rivers', stars: 5 }, { title: 'Coast', folds: 8 }, { title: 'Waves' }],
      },
    },
    {
      title: 'an entity behind a field of an interface',
      query: '{ items { maker { name } } }',
      data: {
        items: [
          { maker: { name: 'Maker m1' } },
          { maker: { name: 'Maker m2' } },
          { maker: { name: 'Maker m1' } },
        ],
      },
    },
    {
      title: 'a fragment on another interface that only some implement',
      query: '{ items { id ... on Rated { stars } } }',
      data: { items: [{ id: 'b1', stars: 5 }, { id: 'c1', stars: 2 }, { id: 'd1' }] },
    },
    {
      title: 'an interface that one subgraph has, of types that another has',
      query: '{ best { __typename stars ... on Item { title maker { name } } } }',
      data: {
        best: {
          ...{ __typename: 'Book', stars: 5, title: 'Rivers' },
          maker: { name: 'Maker m1' },
        },
      },
    },
    {
      title: 'a union, with entities behind it',
      query: `{ found { __typename ... on Book { stars } ... on Maker { name }
        ... on Chart { title stars } } }`,
      data: {
        found: [
          { __typename: 'Chart', title: 'Coast', stars: 2 },
          { __typename: 'Maker', name: 'Maker m2' },
          { __typename: 'Book', stars: 5 },
        ],
      },
    },
    {
      title: 'a union of which a member is not asked for',
      query: '{ found { ... on Book { pages } } }',
      data: { found: [{}, {}, { pages: 90 }] },
      asks: ['catalog'],
    },
    {
      title: 'a union through an interface',
      query: '{ found { ... on Item { title } ... on Maker { id } } }',
      data: { found: [{ title: 'Coast' }, { id: 'm2' }, { title: 'Rivers' }] },
    },
    {
      title: 'one name for other fields of each type',
      query: '{ items { ... on Book { size: pages } ... on Chart { size: scale } } }',
      data: { items: [{ size: 90 }, { size: 5000 }, {}] },
    },
    {
      title: 'one name for fields of other subgraphs, by type',
      query:
        '{ items { ... on Book { n: stars } ... on Chart { n: folds } ... on Disc { n: minutes } } }',
      data: { items: [{ n: 5 }, { n: 8 }, { n: 40 }] },
    },
    {
      title: 'one name for objects of other shapes, by type',
      query: `{ items { ... on Book { by: maker { name } } ... on Chart { by: maker { made } } } }`,
      data: { items: [{ by: { name: 'Maker m1' } }, { by: { made: 7 } }, {}] },
    },
    {
      title: 'none',
      query: '{ item(id: "x") { title ... on Book { stars } } }',
      data: { item: null },
      asks: ['catalog'],
    },
    {
      title: 'the same type through two fragments',
      query: '{ item(id: "b1") { ... on Book { pages } ... on Item { ... on Book { stars } } } }',
      data: { item: { pages: 90, stars: 5 } },
    },
    {
      title: 'an interface of one subgraph that has no key',
      query: '{ oldest { year ... on Book { stars title } } }',
      data: { oldest: { year: 1690, stars: 5, title: 'Rivers' } },
    },
  ],
};
