import { request } from 'node:http';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demo, tokenOfPartner } from './support/client.ts';
import { bomb, times } from '../../gateway/limits/document-fakes.ts';

/** Codes that honest clients go on asking about while others attack. */
const ASKED = 20;

let token: string;
let attacking = true;
let honest: Promise<number>;

/** Verdicts that a partner gets meanwhile, one after the other; throws on the first wrong one. */
async function goOn(): Promise<number> {
  const query =
    'query($i: [RecognizeCodeInput!]!) { recognizeCodes(inputs: $i) { outcome tokenStatus } }';
  const one = { text: 'HCN1:ABC', region: '510000', purpose: 'ENTRY' };
  const body = JSON.stringify({
    query,
    variables: { i: Array.from({ length: ASKED }, () => one) },
  });
  let right = 0;
  while (attacking) {
    const { status, answer } = await post(body);
    const verdicts: object[] = answer.data?.recognizeCodes ?? [];
    expect({ status, errors: answer.errors }).toEqual({ status: 200, errors: undefined });
    expect(verdicts).toEqual(
      Array.from({ length: ASKED }, () => ({
        outcome: 'NOT_RECOGNIZED',
        tokenStatus: 'MALFORMED',
      })),
    );
    right += 1;
  }
  return right;
}

async function post(body: string, headers: Readonly<Record<string, string>> = {}, search = '') {
  const response = await fetch(`${demo().gatewayUrl}${search}`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...headers,
    },
    body,
  });
  return { status: response.status, answer: (await response.json()) as any };
}

async function refusal(query: string): Promise<string> {
  const { status, answer } = await post(JSON.stringify({ query }));
  expect(answer.data).toBeUndefined();
  return `${status} ${String(answer.errors?.[0]?.extensions.code)}`;
}

beforeAll(async () => {
  token = await tokenOfPartner();
  honest = goOn();
  honest.catch(() => undefined); // met in afterAll
});

afterAll(async () => {
  attacking = false;
  expect(await honest).toBeGreaterThan(0);
});

describe('refused, while others go on', () => {
  it.each([
    ['101 aliases', `{ ${times(101, (n) => `a${n}: __typename`)} }`, '400 COST_LIMIT'],
    [
      '101 aliases below the root',
      `{ regions { ${times(101, (n) => `a${n}: id`)} } }`,
      '400 COST_LIMIT',
    ],
    ['10 directives nobody knows', `{ __typename ${'@aa'.repeat(10)} }`, '400 COST_LIMIT'],
    ['100 directives', `{ regions { id ${'@skip(if: false) '.repeat(100)} } }`, '400 COST_LIMIT'],
    [
      '100 directives, one each',
      `{ regions { ${'id @skip(if: false) '.repeat(100)} } }`,
      '400 COST_LIMIT',
    ],
    ['the same field 500 times', `{ ${'__typename '.repeat(500)} }`, '400 COST_LIMIT'],
    ['the same field 500 times below', `{ regions { ${'id '.repeat(500)} } }`, '400 COST_LIMIT'],
    ['fragments of fragments, 2 wide', bomb(2, 60), '400 COST_LIMIT'],
    ['fragments of fragments, 60 wide', bomb(60, 15), '400 COST_LIMIT'],
    [
      'inline fragments round named ones',
      bomb(6, 12, (inner) => `... on Region { ... on Region { ${inner} } }`),
      '400 COST_LIMIT',
    ],
    [
      'inline fragments in each other',
      `{ regions { ${'... on Region { id '.repeat(250)} ${'} '.repeat(250)} } }`,
      '400 COST_LIMIT',
    ],
    [
      'a fragment of itself',
      '{ regions { ...A } } fragment A on Region { id ...A }',
      '400 BAD_USER_INPUT',
    ],
    [
      'a fragment that nothing uses',
      `{ __typename } fragment A on Query { ${'regions { id } '.repeat(450)} }`,
      '400 COST_LIMIT',
    ],
    [
      'operations that are not asked for',
      `query A { __typename } ${times(40, (n) => `query B${n} { regions { ${'id '.repeat(20)} } }`)}`,
      '400 COST_LIMIT',
    ],
    [
      'an alias of 10,000 characters',
      `{ regions { ${'a'.repeat(10_000)}: id } }`,
      '400 BAD_USER_INPUT',
    ],
    ['more tokens than 2,000', `{ regions { ${'id '.repeat(2_000)} } }`, '400 BAD_USER_INPUT'],
    [
      'a name of 10,000 characters',
      `query ${'a'.repeat(10_000)} { __typename }`,
      '400 BAD_USER_INPUT',
    ],
    ['a text of 70,000 characters', `{ __typename # ${'x'.repeat(70_000)}\n }`, '400 COST_LIMIT'],
    ['21 root fields', `{ ${'regions { id } '.repeat(21)} }`, '400 COST_LIMIT'],
    [
      'circular introspection',
      `{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} } '.repeat(12)} } } }`,
      '400 COST_LIMIT',
    ],
    [
      'introspection of types in types',
      `{ __schema { types { fields { type { ${'ofType { '.repeat(16)} name ${'} '.repeat(16)} } } } } }`,
      '400 DEPTH_LIMIT',
    ],
    [
      'introspection many times over',
      `{ __schema { ${times(18, (n) => `a${n}: types { fields { name type { kind name ofType { kind name } } } }`)} } }`,
      '400 COST_LIMIT',
    ],
    [
      'too costly lists',
      `{ ${times(20, (n) => `a${n}: divisions(first: 100) { nodes { code } }`)} }`,
      '400 COST_LIMIT',
    ],
  ])('%s: %s', async (_title, query, expected) => {
    const began = performance.now();
    expect(await refusal(query)).toBe(expected);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('180,000 variables that no argument uses: answered, as if they were not there', async () => {
    const query = `query($i: [RecognizeCodeInput!]!, $b: ID, $n: Int!) {
      recognizeCodes(inputs: $i) { outcome }
      ${times(19, (n) => `a${n}: divisions(below: $b, first: $n) { nodes { code } }`)}
    }`;
    const others = Array.from({ length: 180_000 }, (_, at) => [`k${at.toString(36)}`, 0]);
    const i = [{ text: 'HCN1:ABC', region: '510000', purpose: 'ENTRY' }];
    const variables = { ...{ i, b: '330000', n: 1 }, ...Object.fromEntries(others) };
    const began = performance.now();
    const { status, answer } = await post(JSON.stringify({ query, variables }));
    expect({ status, errors: answer.errors }).toEqual({ status: 200, errors: undefined });
    expect(answer.data.recognizeCodes).toEqual([{ outcome: 'NOT_RECOGNIZED' }]);
    expect(answer.data.a18.nodes).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('but not the usual introspection, with every option', async () => {
    const query = getIntrospectionQuery({
      ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true },
      ...{ schemaDescription: true, inputValueDeprecation: true, oneOf: true },
    });
    const { status, answer } = await post(JSON.stringify({ query }));
    expect({ status, errors: answer.errors }).toEqual({ status: 200, errors: undefined });
    expect(answer.data.__schema.types.length).toBeGreaterThan(100);
    const { requestedQueryCost, maximumQueryCost } = answer.extensions.cost;
    expect(requestedQueryCost).toBeLessThan(maximumQueryCost);
  });

  it('a batch of operations', async () => {
    const one = { query: '{ __typename }' };
    const { status, answer } = await post(JSON.stringify([one, one]));
    expect([status, answer.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('a mutation by GET, and a query too', async () => {
    for (const query of ['mutation{issueCode(input:{residentId:"x"}){text}}', '{__typename}']) {
      const url = `${demo().gatewayUrl}?query=${encodeURIComponent(query)}`;
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      const answer = (await response.json()) as any;
      expect([response.status, answer.errors[0].extensions.code]).toEqual([405, 'BAD_USER_INPUT']);
    }
  });

  it.each([
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D', 415],
    ['multipart/form-data; boundary=x', '--x--', 415],
    ['text/plain', '{"query":"{ __typename }"}', 400],
  ])('a body that is %s', async (type, body, expected) => {
    const { status, answer } = await post(body, { 'content-type': type });
    expect([status, answer.errors[0].extensions.code]).toEqual([expected, 'BAD_USER_INPUT']);
  });

  it('a body of 5 MB, before it is sent', async () => {
    const { hostname, port } = new URL(demo().gatewayUrl);
    const outgoing = request({
      ...{ hostname, port, path: '/graphql', method: 'POST' },
      headers: {
        ...{ 'content-type': 'application/json', 'content-length': 5_000_000 },
        authorization: `Bearer ${token}`,
      },
    });
    const status = new Promise<number | undefined>((resolve, reject) => {
      outgoing.on('response', (response) => {
        resolve(response.statusCode);
      });
      outgoing.on('error', reject);
    });
    outgoing.flushHeaders();
    expect(await status).toBe(413);
    outgoing.on('error', () => undefined).destroy();
  });

  it('a body of 200 KB for a document that brings no list', async () => {
    const { status, answer } = await post(
      JSON.stringify({ query: '{ __typename }', extra: 'x'.repeat(200_000) }),
    );
    expect([status, answer.errors[0].extensions.code]).toEqual([413, 'BAD_USER_INPUT']);
  });

  it('probing for names: no answer suggests one', async () => {
    for (const query of [
      '{ region { id } }',
      '{ regions { idd } }',
      '{ division(cod: "330000") { name } }',
      'query($p: Purpos!) { __typename }',
      '{ regions { name(language: ZH_HANZ) } }',
    ]) {
      const { status, answer } = await post(JSON.stringify({ query }));
      expect([status, answer.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(JSON.stringify(answer)).not.toMatch(/did you mean/i);
    }
  });

  it('a byte a second: cut off with 408', async () => {
    const { hostname, port } = new URL(demo().gatewayUrl);
    const began = Date.now();
    const outgoing = request({
      ...{ hostname, port, path: '/graphql', method: 'POST' },
      headers: {
        ...{ 'content-type': 'application/json', 'content-length': 100_000 },
        authorization: `Bearer ${token}`,
      },
    });
    const status = new Promise<number | undefined>((resolve, reject) => {
      outgoing.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.on('error', reject);
    });
    const drip = setInterval(() => outgoing.write(' '), 1_000);
    expect(
      await status.finally(() => {
        clearInterval(drip);
      }),
    ).toBe(408);
    expect(Date.now() - began).toBeLessThan(60_000);
  });
});
