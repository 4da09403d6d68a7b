import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { accessToken as partnerToken } from '../../../cli/partner-client.ts';
import { demoFile, type DemoFile } from '../../../cli/all-in-one/demo-file.ts';
import { send } from './send.ts';

export { until } from './until.ts';

export { send, type Answer } from './send.ts';

/** Facts of the Tongma that all stories share. */
export function demo(): DemoFile {
  return demoFile.parse(JSON.parse(readFileSync(join(inject('data'), 'demo.json'), 'utf8')));
}

/** Shorter than a token lives, and than a sign-in is fresh: files of one worker share what is kept. */
const KEPT_MS = 120_000;
const tokens = new Map<string, { readonly token: Promise<string>; readonly until: number }>();

/** The token kept under a key, or one that is fetched now. */
export function kept(key: string, fetched: () => Promise<string>): Promise<string> {
  const known = tokens.get(key);
  if (known && known.until > Date.now()) return known.token;
  const token = fetched();
  tokens.set(key, { token, until: Date.now() + KEPT_MS });
  return token;
}

async function fetchToken(facts: DemoFile, username: string, scope?: string): Promise<string> {
  const account = facts.accounts.find((one) => one.username === username);
  if (!account) throw new Error(`No account ${username}.`);
  const basic = Buffer.from(`${username}:${account.password}`).toString('base64');
  const response = await fetch(facts.partner.tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(scope !== undefined && { scope }),
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (!token) throw new Error(`No token for ${username}.`);
  return token;
}

/** Access token of a demo account, such as `reviewer-330000`. */
export function tokenOf(username: string, facts = demo()): Promise<string> {
  return kept(`${facts.gatewayUrl} ${username}`, () => fetchToken(facts, username));
}

/** Access token of the demo partner, by its key. */
export function tokenOfPartner(facts = demo()): Promise<string> {
  const { gatewayUrl, partner } = facts;
  const { tokenUrl, audience, clientId, privateKeyFile } = partner;
  const privateKey = readFileSync(privateKeyFile, 'utf8');
  return kept(`${gatewayUrl} partner`, () =>
    partnerToken({ gatewayUrl, tokenUrl, audience, clientId, privateKey }),
  );
}

/** Asks as a demo account and expects no error. */
export async function ask(username: string, query: string, variables: object = {}) {
  const facts = demo();
  const answer = await send(facts.gatewayUrl, await tokenOf(username, facts), query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** Asks as the demo partner and expects no error. */
export async function askAsPartner(query: string, variables: object = {}) {
  const facts = demo();
  const answer = await send(facts.gatewayUrl, await tokenOfPartner(facts), query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
