import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { attacker, codeOf, sendAs } from './support/personas.ts';
import { HttpBrowser, viewerOf } from './support/browser.ts';
import { send, tokenOf } from './support/client.ts';

const { gateways } = inject('tongma');
/** An official of the demo who can sign in at a browser too, and whom no other story needs. */
const OFFICIAL = 'customer-service-510100';
const ADMINISTRATOR = { ...attacker('ADMINISTRATOR', '510000'), subject: 'administrator-510000' };
const ACCOUNT =
  'query($id: ID!) { account(id: $id) { version disabledAt withheld role agency grants name } }';
const FIND = `{ findResidents(input: {name: "周样甲", documentType: PASSPORT, documentNumber: "XA1234567"}) { id } }`;

async function account(): Promise<any> {
  return (await sendAs(ADMINISTRATOR, ACCOUNT, { id: OFFICIAL })).data.account;
}

async function administer(query: string, variables: object): Promise<void> {
  const answer = await sendAs(ADMINISTRATOR, query, variables);
  expect(answer.errors).toBeUndefined();
}

async function turn(what: 'disable' | 'enable'): Promise<void> {
  const { version } = await account();
  const query = `mutation($id: ID!, $version: Int!) { ${what}Account(id: $id, version: $version) { version } }`;
  await administer(query, { id: OFFICIAL, version });
}

async function withhold(withheld: readonly string[]): Promise<void> {
  const { role, agency, grants, name, version } = await account();
  const query =
    'mutation($input: ChangeAccountInput!) { changeAccount(input: $input) { version } }';
  const input = { id: OFFICIAL, role, agency, grants, name, version, withheld };
  await administer(query, { input });
}

/** What each gateway says to the bearer's token. */
function byToken(token: string, query = '{ viewer { id } }') {
  return Promise.all(
    gateways.map(async (gateway) => codeOf(await send(`${gateway}/graphql`, token, query))),
  );
}

/** Begins a request, and gives what sends the rest of it: code of its refusal, null when it is answered. */
async function heldBack(gateway: string, token: string) {
  const [begun, rest] = ['{"query":"{ viewer ', '{ id } }"}'];
  const outgoing = request(`${gateway}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${token}` },
      'content-length': begun.length + rest.length,
    },
  });
  const response = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  await new Promise((resolve) => outgoing.write(begun, resolve));
  await sleep(200); // until the gateway has its headers and has looked at the token
  return async () => {
    outgoing.end(rest);
    const [answer] = await response;
    return codeOf((await json(answer)) as Parameters<typeof codeOf>[0]);
  };
}

/** What each gateway says to the browser. */
function byBrowser(browser: HttpBrowser) {
  const [first = ''] = gateways;
  return Promise.all(
    gateways.map(async (gateway) => (await viewerOf(browser, gateway, first)).code ?? null),
  );
}

describe('an account that an administrator disables', () => {
  const all = <T>(value: T) => gateways.map(() => value);
  const browser = new HttpBrowser();
  let token: string;

  beforeAll(async () => {
    token = await tokenOf(OFFICIAL);
    await browser.signIn(gateways[0] ?? '', OFFICIAL);
  });

  it('is refused from its very next request on, by token and by session, at every gateway', async () => {
    for (let round = 0; round < 3; round += 1) {
      // Every gateway has just asked what the account may do, and would know it by heart.
      expect(await byToken(token)).toEqual(all(null));
      expect(await byBrowser(browser)).toEqual(all(null));
      await turn('disable');
      expect(await byToken(token)).toEqual(all('FORBIDDEN'));
      expect(await byBrowser(browser)).toEqual(all('FORBIDDEN'));
      await turn('enable');
      expect(await byToken(token)).toEqual(all(null));
      expect(await byBrowser(browser)).toEqual(all(null));
    }
  });

  it('is refused while it goes on asking', async () => {
    const after: (string | null)[] = [];
    let disabled = false;
    let stop = false;
    const asking = gateways.map(async (gateway) => {
      while (!stop) {
        const begunAfter = disabled;
        const code = codeOf(await send(`${gateway}/graphql`, token, '{ viewer { id } }'));
        if (begunAfter) after.push(code);
      }
    });
    await turn('disable');
    disabled = true;
    while (after.length < 20) await byToken(token).then((codes) => after.push(...codes));
    stop = true;
    await Promise.all(asking);
    await turn('enable');
    expect(new Set(after)).toEqual(new Set(['FORBIDDEN']));
    console.log(`disabled: ${after.length} requests after it, all refused`);
  });

  it('is refused with a request that had begun before, and whose body came afterwards', async () => {
    const held = await Promise.all(gateways.map((gateway) => heldBack(gateway, token)));
    await turn('disable');
    expect(await Promise.all(held.map((release) => release()))).toEqual(all('FORBIDDEN'));
    await turn('enable');
    const again = await Promise.all(gateways.map((gateway) => heldBack(gateway, token)));
    expect(await Promise.all(again.map((release) => release()))).toEqual(all(null));
  });

  it('signs in nowhere until it is enabled', async () => {
    await turn('disable');
    const late = new HttpBrowser();
    await late.signIn(gateways[0] ?? '', OFFICIAL);
    expect(await byBrowser(late)).toEqual(all('UNAUTHENTICATED'));
    await turn('enable');
    await late.signIn(gateways[0] ?? '', OFFICIAL);
    expect(await byBrowser(late)).toEqual(all(null));
  });

  it('loses one right at its next use, and gets it back', async () => {
    expect(await byToken(token, FIND)).toEqual(all(null));
    await withhold(['resident:search']);
    expect(await byToken(token, FIND)).toEqual(all('SCOPE_MISSING'));
    expect(await byToken(token)).toEqual(all(null));
    await withhold([]);
    expect(await byToken(token, FIND)).toEqual(all(null));
  });
});
