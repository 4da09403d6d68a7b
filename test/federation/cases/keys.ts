import type { CaseGroup } from '../support/case.ts';

interface Branch {
  readonly id?: string;
  readonly code?: string | null;
}
interface Shelf {
  readonly number: number;
  readonly branch: { readonly id: string };
}

const BRANCHES = [
  { id: '1', code: 'N', name: 'North' },
  { id: '2', code: null, name: 'South' },
  { id: '3', code: 'X', name: 'East' },
];

/** Objects that subgraphs know by several keys, by keys of several parts, or by none. */
export const keys: CaseGroup = {
  title: 'keys',
  subgraphs: () => [
    {
      name: 'branches',
      sdl: `
        type Query { branches: [Branch!]!  branch(id: ID!): Branch }
        type Branch @key(fields: "id") @key(fields: "code") {
          id: ID!  code: String  name: String! }`,
      resolvers: {
        Query: {
          branches: () => BRANCHES,
          branch: (_: unknown, { id }: Branch) => BRANCHES.find((one) => one.id === id) ?? null,
        },
        Branch: {
          __resolveReference: ({ id, code }: Branch) =>
            BRANCHES.find((one) => (id === undefined ? one.code === code : one.id === id)) ?? null,
        },
      },
    },
    {
      name: 'hours',
      sdl: `
        type Query { late: [Branch!]! }
        type Branch @key(fields: "code") { code: String  closesAt: Int }`,
      resolvers: {
        Query: { late: () => [{ code: 'N', closesAt: 22 }] },
        Branch: {
          __resolveReference: ({ code }: Branch) => (code === 'N' ? { code, closesAt: 22 } : null),
        },
      },
    },
    {
      name: 'shelves',
      sdl: `
        type Branch @key(fields: "id") { id: ID!  shelves: [Shelf!]! }
        type Shelf @key(fields: "number branch { id }") { number: Int!  branch: Branch! }`,
      resolvers: {
        Branch: {
          __resolveReference: ({ id }: Branch) => ({ id }),
          shelves: (branch: Branch) => [
            { number: 1, branch },
            { number: 2, branch },
          ],
        },
      },
    },
    {
      name: 'stock',
      sdl: `
        type Query { fullest: Shelf }
        type Shelf @key(fields: "branch { id } number") {
          number: Int!  branch: Branch!  books: Int! }
        type Branch @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: { fullest: () => ({ number: 2, branch: { id: '1' } }) },
        Shelf: {
          __resolveReference: (shelf: Shelf) => shelf,
          books: ({ number, branch }: Shelf) => number * 100 + Number(branch.id),
        },
      },
    },
  ],
  cases: [
    {
      title: 'the second of two',
      query: '{ branch(id: "1") { closesAt } }',
      data: { branch: { closesAt: 22 } },
      asks: ['branches', 'hours'],
    },
    {
      title: 'the second, then the first: through the one that knows both',
      query: '{ late { closesAt shelves { number } } }',
      data: { late: [{ closesAt: 22, shelves: [{ number: 1 }, { number: 2 }] }] },
      asks: ['branches', 'hours', 'shelves'],
    },
    {
      title: 'one that is null in some, and unknown in others',
      query: '{ branches { name closesAt } }',
      data: {
        branches: [
          { name: 'North', closesAt: 22 },
          { name: 'South', closesAt: null },
          { name: 'East', closesAt: null },
        ],
      },
    },
    {
      title: 'one of several parts, an object among them',
      query: '{ branch(id: "2") { shelves { number books } } }',
      data: {
        branch: {
          shelves: [
            { number: 1, books: 102 },
            { number: 2, books: 202 },
          ],
        },
      },
      asks: ['branches', 'shelves', 'stock'],
    },
    {
      title: 'an object within a key, followed by its own',
      query: '{ fullest { books branch { name closesAt } } }',
      data: { fullest: { books: 201, branch: { name: 'North', closesAt: 22 } } },
    },
    {
      title: 'parts of a key under other names',
      query: '{ fullest { n: number where: branch { i: id called: name } } }',
      data: { fullest: { n: 2, where: { i: '1', called: 'North' } } },
    },
  ],
};
