import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demo, tokenOf } from './support/client.ts';

const IN_ADDRESSES = 'What is asked never stands in an address: addresses are kept in logs.';
const AS_STOCK = 'What is no operation is answered 400 to whoever asks for application/json, too.';

/** Where `/graphql` does not do what the audit would have it do, by its id, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // GET, which it may take.
  ...{ '5A70': IN_ADDRESSES, D6D5: IN_ADDRESSES, '6A70': IN_ADDRESSES },
  // Documents that cannot be read or are not valid, and variables of the wrong type.
  ...{ '572B': AS_STOCK, FDE2: AS_STOCK, '7B9B': AS_STOCK },
};

let stock: ApolloServer;
let stockUrl: string;
let authorization: string;

beforeAll(async () => {
  authorization = `Bearer ${await tokenOf('reviewer-330000')}`;
  stock = new ApolloServer({ typeDefs: 'type Query { hello: String }' });
  ({ url: stockUrl } = await startStandaloneServer(stock, { listen: { port: 0 } }));
});
afterAll(() => stock.stop());

/** Everything that the audit does not find as it would have it, as `how bad: id`. */
async function complaintsOf(url: string, headers: Readonly<Record<string, string>> = {}) {
  const fetchFn = (input: string, init: RequestInit = {}) => {
    const all = new Headers(init.headers);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    return fetch(input, { ...init, headers: all });
  };
  const results = await auditServer({ url, fetchFn });
  expect(results.length).toBeGreaterThan(60);
  return results
    .filter(({ status }) => status !== 'ok')
    .map(({ id, status }) => ({ id, status: `${status}: ${id}` }));
}

it('the door of tokens keeps to GraphQL over HTTP as well as stock Apollo Server does', async () => {
  const ours = await complaintsOf(demo().gatewayUrl, { authorization });
  expect(ours.map(({ id }) => id).toSorted()).toEqual(Object.keys(OTHERWISE).toSorted());
  const theirs = (await complaintsOf(stockUrl)).map(({ status }) => status);
  expect(ours.filter(({ status }) => !theirs.includes(status))).toEqual([]);
});
