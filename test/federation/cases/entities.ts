import type { CaseGroup } from '../support/case.ts';

interface Ref {
  readonly id: string;
}

const BOOKS = [
  { id: 'b1', title: 'Rivers', sequel: { id: 'b2' } },
  { id: 'b2', title: 'Seas', sequel: null },
  { id: 'b3', title: 'Lakes', sequel: { id: 'b9' } },
];
const LOANS: Readonly<Record<string, object>> = {
  b1: { id: 'b1', timesLent: 3, borrower: { id: 'p1' }, past: [{ id: 'p2' }, null, { id: 'p1' }] },
  b2: { id: 'b2', timesLent: 0, borrower: null, past: [] },
};
const PEOPLE: Readonly<Record<string, object>> = {
  p1: { id: 'p1', name: 'An', favorite: { id: 'b2' } },
  p2: { id: 'p2', name: 'Bo', favorite: null },
};

/** Objects that several subgraphs know by one key. */
export const entities: CaseGroup = {
  title: 'entities',
  subgraphs: () => [
    {
      name: 'catalog',
      sdl: `
        type Query { book(id: ID!): Book  books: [Book!]!  shelf: [Book]  noBooks: [Book!]! }
        type Book @key(fields: "id") { id: ID!  title: String!  sequel: Book }`,
      resolvers: {
        Query: {
          book: (_: unknown, { id }: Ref) => BOOKS.find((book) => book.id === id) ?? null,
          books: () => BOOKS.slice(0, 2),
          shelf: () => [BOOKS[0], null, BOOKS[2]],
          noBooks: () => [],
        },
        Book: {
          __resolveReference: ({ id }: Ref) => BOOKS.find((book) => book.id === id) ?? null,
          sequel: ({ sequel }: { sequel: Ref | null }) =>
            BOOKS.find((book) => book.id === sequel?.id) ?? null,
        },
      },
    },
    {
      name: 'loans',
      sdl: `
        type Book @key(fields: "id") {
          id: ID!  timesLent: Int  borrower: Person  past(last: Int): [Person] }
        type Person @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Book: {
          __resolveReference: ({ id }: Ref) => LOANS[id] ?? null,
          past: ({ past }: { past: unknown[] }, { last }: { last?: number }) =>
            last === undefined ? past : past.slice(-last),
        },
      },
    },
    {
      name: 'people',
      sdl: `
        type Query { me: Person }
        type Person @key(fields: "id") { id: ID!  name: String  favorite: Book }
        type Book @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: { me: () => PEOPLE['p1'] },
        Person: { __resolveReference: ({ id }: Ref) => PEOPLE[id] ?? null },
      },
    },
  ],
  cases: [
    {
      title: 'one, by its key',
      query: '{ book(id: "b1") { title timesLent } }',
      data: { book: { title: 'Rivers', timesLent: 3 } },
      asks: ['catalog', 'loans'],
    },
    {
      title: 'one of which nothing is asked beyond its own subgraph',
      query: '{ book(id: "b1") { id title } }',
      data: { book: { id: 'b1', title: 'Rivers' } },
      asks: ['catalog'],
    },
    {
      title: 'a list, asked for at once',
      query: '{ books { id timesLent } }',
      data: {
        books: [
          { id: 'b1', timesLent: 3 },
          { id: 'b2', timesLent: 0 },
        ],
      },
      asks: ['catalog', 'loans'],
    },
    {
      title: 'a list with holes',
      query: '{ shelf { title timesLent } }',
      data: {
        shelf: [{ title: 'Rivers', timesLent: 3 }, null, { title: 'Lakes', timesLent: null }],
      },
    },
    {
      title: 'an empty list, of which nobody else is asked',
      query: '{ noBooks { timesLent } }',
      data: { noBooks: [] },
      asks: ['catalog'],
    },
    {
      title: 'none, of which nobody else is asked',
      query: '{ book(id: "b7") { title timesLent } }',
      data: { book: null },
      asks: ['catalog'],
    },
    {
      title: 'one within another, across three subgraphs and back',
      query: '{ book(id: "b1") { borrower { name favorite { title timesLent } } } }',
      data: { book: { borrower: { name: 'An', favorite: { title: 'Seas', timesLent: 0 } } } },
    },
    {
      title: 'lists within lists, with holes and the same one twice',
      query: '{ books { title past { name } } }',
      data: {
        books: [
          { title: 'Rivers', past: [{ name: 'Bo' }, null, { name: 'An' }] },
          { title: 'Seas', past: [] },
        ],
      },
    },
    {
      title: 'a chain of the same type',
      query: '{ book(id: "b1") { timesLent sequel { timesLent sequel { timesLent } } } }',
      data: { book: { timesLent: 3, sequel: { timesLent: 0, sequel: null } } },
    },
    {
      title: 'a field twice under two names, with other arguments',
      query: '{ book(id: "b1") { one: past(last: 1) { id } two: past(last: 2) { name } } }',
      data: { book: { one: [{ id: 'p1' }], two: [null, { name: 'An' }] } },
    },
    {
      title: 'one root field twice under two names',
      query: '{ a: book(id: "b1") { timesLent } b: book(id: "b2") { timesLent title } }',
      data: { a: { timesLent: 3 }, b: { timesLent: 0, title: 'Seas' } },
    },
    {
      title: 'root fields of two subgraphs',
      query: '{ me { name favorite { title } } books { title } }',
      data: {
        me: { name: 'An', favorite: { title: 'Seas' } },
        books: [{ title: 'Rivers' }, { title: 'Seas' }],
      },
    },
    {
      title: 'the name of the type at every level',
      query: '{ __typename book(id: "b1") { __typename borrower { __typename name } } }',
      data: {
        __typename: 'Query',
        book: { __typename: 'Book', borrower: { __typename: 'Person', name: 'An' } },
      },
    },
    {
      title: 'the name of the type under another name',
      query: '{ kind: __typename me { kind: __typename favorite { kind: __typename title } } }',
      data: {
        kind: 'Query',
        me: { kind: 'Person', favorite: { kind: 'Book', title: 'Seas' } },
      },
    },
  ],
};
