import type { CaseGroup } from '../support/case.ts';

interface Ref {
  readonly id: string;
}

/** Everything that a document may be made of. */
export const documents: CaseGroup = {
  title: 'documents',
  subgraphs: () => [
    {
      name: 'places',
      sdl: `
        type Query {
          place(id: ID = "1"): Place
          echo(text: String, where: Where, kinds: [Kind!] = [PARK], n: Float): String
          near(place: ID!, kind: Kind): [Place!] }
        type Place @key(fields: "id") {
          id: ID!  name(language: Language! = EN): String!  kind: Kind!  next: Place }
        input Where { at: Point!  kinds: [Kind!]  within: Int = 5 }
        input Point { x: Float!  y: Float! }
        enum Kind { PARK SHOP }
        enum Language { EN ZH }`,
      resolvers: {
        Query: {
          place: (_: unknown, { id }: Ref) => ({ id, kind: 'PARK' }),
          echo: (_: unknown, given: object) => JSON.stringify(given),
          near: (_: unknown, { kind }: { kind?: string | null }) => [
            { id: kind === undefined ? 'absent' : String(kind), kind: 'SHOP' },
          ],
        },
        Place: {
          __resolveReference: ({ id }: Ref) => ({ id, kind: 'PARK' }),
          name: ({ id }: Ref, { language }: { language: string }) => `${language} ${id}`,
          next: ({ id }: Ref) => ({ id: `${id}+`, kind: 'SHOP' }),
        },
      },
    },
    {
      name: 'visits',
      sdl: `
        type Place @key(fields: "id") {
          id: ID!  visits(since: Int = 2000, by: By): Int!  crowd(kind: Kind): String }
        input By { group: String!  size: Int = 1 }
        enum Kind { PARK SHOP }`,
      resolvers: {
        Place: {
          __resolveReference: ({ id }: Ref) => ({ id }),
          visits: (_: unknown, { since, by }: { since: number; by?: { size: number } }) =>
            since + (by?.size ?? 0),
          crowd: (_: unknown, { kind }: { kind?: string }) => kind ?? 'any',
        },
      },
    },
  ],
  cases: [
    {
      title: 'a fragment, used twice',
      query: `fragment P on Place { name visits } { a: place { ...P } b: place(id: "2") { ...P } }`,
      data: { a: { name: 'EN 1', visits: 2000 }, b: { name: 'EN 2', visits: 2000 } },
    },
    {
      title: 'fragments within fragments, through two subgraphs',
      query: `
        query Q { place { ...A } }
        fragment A on Place { id ...B next { ...B } }
        fragment B on Place { visits ... on Place { kind } }`,
      data: {
        place: { id: '1', visits: 2000, kind: 'PARK', next: { visits: 2000, kind: 'SHOP' } },
      },
    },
    {
      title: 'fragments without a type',
      query: '{ place { ... { visits ... @include(if: true) { kind } } } }',
      data: { place: { visits: 2000, kind: 'PARK' } },
    },
    {
      title: 'one field in many places of a selection',
      query:
        '{ place { id next { id } ... on Place { next { visits } } } place { next { kind } } }',
      data: { place: { id: '1', next: { id: '1+', visits: 2000, kind: 'SHOP' } } },
    },
    ...[true, false].map((yes) => ({
      title: `@include and @skip by a variable that is ${String(yes)}`,
      query: `query($yes: Boolean!) { place { id visits @include(if: $yes) kind @skip(if: $yes) } }`,
      variables: { yes },
      data: { place: yes ? { id: '1', visits: 2000 } : { id: '1', kind: 'PARK' } },
      asks: yes ? ['places', 'visits'] : ['places'],
    })),
    {
      title: '@include and @skip together',
      query: `query($a: Boolean!, $b: Boolean = false) {
        place { x: visits @include(if: $a) @skip(if: $b) y: visits @include(if: $b) @skip(if: $a) } }`,
      variables: { a: true },
      data: { place: { x: 2000 } },
    },
    {
      title: '@skip on a fragment that another includes',
      query: `query($no: Boolean!) { place { ...F @skip(if: $no) ...F @include(if: $no) } }
        fragment F on Place { visits }`,
      variables: { no: true },
      data: { place: { visits: 2000 } },
    },
    {
      title: 'a condition that is null, of all there is',
      query: 'query($yes: Boolean = true) { place @include(if: $yes) { visits } }',
      variables: { yes: null },
      errors: [{ message: 'Argument "if" of non-null type "Boolean!" must not be null.' }],
      wrong: { stock: 'It takes null for false.' },
    },
    {
      title: 'a condition that is null, of some',
      query: 'query($no: Boolean = false) { place { id visits @skip(if: $no) } }',
      variables: { no: null },
      errors: [{ message: 'Argument "if" of non-null type "Boolean!" must not be null.' }],
      wrong: { stock: 'It takes null for false.' },
    },
    {
      title: 'a variable that is null where an argument has a default',
      query:
        'query($as: Language, $n: Float = 1) { place { kind name(language: $as) } echo(n: $n) }',
      variables: { as: null, n: null },
      data: { place: null, echo: '{"kinds":["PARK"],"n":null}' },
      errors: [{ path: ['place', 'name'] }],
    },
    {
      title: 'a variable that is not given, by a name that every object has',
      query: 'query($toString: String) { echo(text: $toString) }',
      data: { echo: '{"kinds":["PARK"]}' },
    },
    {
      title: '@skip of all there is',
      query: 'query($no: Boolean!) { place @skip(if: $no) { visits } }',
      variables: { no: true },
      data: {},
      asks: [],
    },
    {
      title: 'enums and objects in the text',
      query: '{ echo(where: { at: { x: 1, y: 2.5 }, kinds: [SHOP] }, kinds: PARK, n: 3) }',
      data: {
        echo: '{"where":{"at":{"x":1,"y":2.5},"kinds":["SHOP"],"within":5},"kinds":["PARK"],"n":3}',
      },
    },
    {
      title: 'enums and objects in variables',
      query: 'query($w: Where, $k: [Kind!]) { echo(where: $w, kinds: $k) }',
      variables: { w: { at: { x: 0, y: 0 }, within: null }, k: ['SHOP', 'PARK'] },
      data: { echo: '{"where":{"at":{"x":0,"y":0},"within":null},"kinds":["SHOP","PARK"]}' },
    },
    {
      title: 'variables within objects and lists',
      query: `query($x: Float!, $k: Kind!) {
        echo(text: "t", where: { at: { x: $x, y: $x }, within: 1 }, kinds: [$k, PARK]) }`,
      variables: { x: 1.5, k: 'SHOP' },
      data: {
        echo: '{"text":"t","where":{"at":{"x":1.5,"y":1.5},"within":1},"kinds":["SHOP","PARK"]}',
      },
    },
    {
      title: 'defaults of arguments, of a field in each subgraph',
      query: '{ place { name visits crowd } }',
      data: { place: { name: 'EN 1', visits: 2000, crowd: 'any' } },
    },
    {
      title: 'defaults of variables',
      query: `query($l: Language! = ZH, $s: Int = 5, $id: ID) {
        place(id: $id) { name(language: $l) visits(since: $s) } }`,
      data: { place: { name: 'ZH 1', visits: 5 } },
    },
    {
      title: 'variables that two subgraphs need',
      query: `query($k: Kind!, $by: By!, $id: ID!) {
        near(place: $id, kind: $k) { crowd(kind: $k) visits(by: $by) id } }`,
      variables: { k: 'SHOP', by: { group: 'g' }, id: '1' },
      data: { near: [{ crowd: 'SHOP', visits: 2001, id: 'SHOP' }] },
    },
    {
      title: 'null is not the same as nothing',
      query: `query($k: Kind) { a: near(place: "1", kind: $k) { id } b: near(place: "1", kind: null) { id } }`,
      data: { a: [{ id: 'absent' }], b: [{ id: 'null' }] },
    },
    {
      title: 'texts with everything in them',
      query: 'query($t: String) { a: echo(text: $t) b: echo(text: "q\\" \\\\ \\u901a 码\\n") }',
      variables: { t: '"通码"\n{}$x' },
      data: {
        a: JSON.stringify({ text: '"通码"\n{}$x', kinds: ['PARK'] }),
        b: JSON.stringify({ text: 'q" \\ 通 码\n', kinds: ['PARK'] }),
      },
    },
    {
      title: 'one of several operations',
      query: 'query A { place { visits } } query B { place { id } }',
      operationName: 'B',
      data: { place: { id: '1' } },
      asks: ['places'],
    },
    {
      title: 'none of several operations',
      query: 'query A { place { visits } } query B { place { id } }',
      errors: [{}],
      asks: [],
    },
    {
      title: 'a variable of the wrong type',
      query: 'query($k: Kind!) { near(place: "1", kind: $k) { id } }',
      variables: { k: 'LAKE' },
      errors: [{}],
      asks: [],
    },
    {
      title: 'a field that there is not',
      query: '{ place { id height } }',
      errors: [{}],
      asks: [],
    },
    {
      title: 'the schema beside data',
      query: '{ __type(name: "Kind") { kind enumValues { name } } place { visits } }',
      data: {
        __type: { kind: 'ENUM', enumValues: [{ name: 'PARK' }, { name: 'SHOP' }] },
        place: { visits: 2000 },
      },
    },
  ],
};
