import type { CaseGroup } from '../support/case.ts';

interface Item {
  readonly id: string;
}

const MEDIA = [
  { __typename: 'Film', id: 'f1', title: 'Snow', minutes: 100 },
  { __typename: 'Song', id: 's1', title: 'Rain', beats: 120 },
];
const byId = ({ id }: Item) => MEDIA.find((one) => one.id === id) ?? null;

/** Interfaces with keys, and objects that stand for them where their types are not known. */
export const interfaceEntities: CaseGroup = {
  title: 'interfaces with keys',
  subgraphs: () => [
    {
      name: 'media',
      sdl: `
        type Query { media: [Medium!]!  songs: [Song!]! }
        interface Medium @key(fields: "id") { id: ID!  title: String! }
        type Film implements Medium @key(fields: "id") { id: ID!  title: String!  minutes: Int }
        type Song implements Medium @key(fields: "id") { id: ID!  title: String!  beats: Int }`,
      resolvers: {
        Query: { media: () => MEDIA, songs: () => [MEDIA[1]] },
        Medium: {
          __resolveReference: byId,
          __resolveType: (one: { __typename: string }) => one.__typename,
        },
        Film: { __resolveReference: byId },
        Song: { __resolveReference: byId },
      },
    },
    {
      name: 'opinions',
      sdl: `
        type Query { praised: [Medium!]!  lost: Medium }
        type Medium @key(fields: "id") @interfaceObject {
          id: ID!  stars: Int!  opinions: [Opinion!]! }
        type Opinion { text: String!  about: Medium! }`,
      resolvers: {
        Query: { praised: () => [{ id: 's1' }, { id: 'f1' }], lost: () => ({ id: 'x' }) },
        Medium: {
          __resolveReference: ({ id }: Item) => ({ id }),
          stars: ({ id }: Item) => (id === 'f1' ? 4 : 3),
          opinions: ({ id }: Item) => [{ text: `of ${id}`, about: { id } }],
        },
      },
    },
    {
      name: 'prices',
      sdl: `
        type Medium @key(fields: "id") @interfaceObject {
          id: ID!  stars: Int! @external  price: Int @requires(fields: "stars") }`,
      resolvers: {
        Medium: {
          __resolveReference: (given: object) => given,
          price: ({ stars }: { stars: number }) => stars * 10,
        },
      },
    },
  ],
  cases: [
    {
      title: 'a field that an object adds to every type',
      query: '{ media { title stars } }',
      data: {
        media: [
          { title: 'Snow', stars: 4 },
          { title: 'Rain', stars: 3 },
        ],
      },
      asks: ['media', 'opinions'],
    },
    {
      title: 'the same on one of the types',
      query: '{ songs { beats stars } }',
      data: { songs: [{ beats: 120, stars: 3 }] },
    },
    {
      title: 'a field behind a fragment on a type',
      query: '{ media { ... on Film { minutes stars } ... on Song { beats } } }',
      data: { media: [{ minutes: 100, stars: 4 }, { beats: 120 }] },
    },
    {
      title: 'from the object to what the types have',
      query: '{ praised { stars title } }',
      data: {
        praised: [
          { stars: 3, title: 'Rain' },
          { stars: 4, title: 'Snow' },
        ],
      },
    },
    {
      title: 'from the object to the type it is',
      query: '{ praised { __typename id ... on Song { beats } } }',
      data: {
        praised: [
          { __typename: 'Song', id: 's1', beats: 120 },
          { __typename: 'Film', id: 'f1' },
        ],
      },
    },
    {
      title: 'there and back',
      query: '{ songs { opinions { text about { __typename title } } } }',
      data: {
        songs: [{ opinions: [{ text: 'of s1', about: { __typename: 'Song', title: 'Rain' } }] }],
      },
    },
    {
      title: 'what one object needs of another',
      query: '{ media { price } praised { price } }',
      data: { media: [{ price: 40 }, { price: 30 }], praised: [{ price: 30 }, { price: 40 }] },
    },
    {
      title: 'only what the object has, without asking for its type',
      query: '{ praised { id stars } }',
      data: {
        praised: [
          { id: 's1', stars: 3 },
          { id: 'f1', stars: 4 },
        ],
      },
      asks: ['opinions'],
    },
  ],
};
