import { afterAll, expect, inject, it } from 'vitest';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { ask, send, tokenOf, tokenOfPartner, until } from '../support/client.ts';
import { ready, startPart, stopPart, type StartedPart } from '../support/parts.ts';
import { exitCode } from '../support/process.ts';
import type { Part } from '../support/provided.ts';

const ISSUE = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }';
const LIST = '{ registrations(state: REGISTERED, first: 100) { nodes { id code { state } } } }';
const RECOGNIZE =
  'query($inputs: [RecognizeCodeInput!]!) { recognizeCodes(inputs: $inputs) { outcome } }';
const AT_ONCE = 8;
const BEFORE = 100;

const { environments } = inject('tongma');
const started: StartedPart[] = [];

afterAll(async () => {
  await Promise.all(started.map(stopPart));
});

async function start(part: Part, origin: string, more: Record<string, string>) {
  const one = startPart(part, { ...environments[part], ...more });
  started.push(one);
  await ready(one, origin);
  return one;
}

it('a subgraph killed while it issues loses no acknowledged code, and its gateway finds it again', async () => {
  // Processes of its own, beside those that the other stories use, on the same database.
  const [codesPort, port] = [await freePort(), await freePort()];
  const codesOrigin = `http://127.0.0.1:${codesPort}`;
  const gatewayUrl = `http://127.0.0.1:${port}/graphql`;
  const startCodes = () => start('codes', codesOrigin, { CODES_PORT: String(codesPort) });
  const codes = await startCodes();
  const address = { PORT: String(port), CODES_URL: codesOrigin };
  const gateway = await start('gateway', `http://127.0.0.1:${port}`, address);

  const { nodes } = (await ask('reviewer-510000', LIST)).registrations as {
    nodes: { id: string; code: { state: string } | null }[];
  };
  const residents = nodes
    .filter(({ id, code }) => code?.state === 'ACTIVE' && id.startsWith('510000'))
    .map(({ id }) => id);
  expect(residents.length).toBeGreaterThan(5);
  const token = await tokenOf('desk-510000');

  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  let killed = false;
  async function issuing(from: number): Promise<void> {
    for (let n = from; !killed || refused.length < AT_ONCE; n += AT_ONCE) {
      const input = { residentId: residents[n % residents.length], kind: 'PAPER' };
      const { data, errors } = await send(gatewayUrl, token, ISSUE, { input });
      if (data?.issueCode) acknowledged.push(data.issueCode.text as string);
      for (const error of errors ?? []) refused.push(error);
      if (acknowledged.length >= BEFORE && !killed) {
        killed = true;
        codes.child.kill('SIGKILL');
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => issuing(index)));
  expect(await exitCode(codes.child)).toBeNull();
  for (const error of refused) {
    expect(error).toMatchObject({
      message: 'A part of the graph does not answer.',
      extensions: { code: 'UPSTREAM_TIMEOUT', retryable: true },
    });
    expect(JSON.stringify(error)).not.toMatch(/127\.0\.0\.1|ECONN|stack/);
  }

  // What the others know is still answered.
  const division = await send(gatewayUrl, token, '{ division(code: "510100") { name } }');
  expect(division).toMatchObject({ data: { division: { name: '成都市' } } });

  await startCodes();
  const partner = await tokenOfPartner();
  const inputs = acknowledged.map((text) => ({ text, region: '510000', purpose: 'ENTRY' }));
  const answer = await until(
    () => send(gatewayUrl, partner, RECOGNIZE, { inputs }),
    ({ errors }) => errors === undefined,
  );
  const outcomes = answer.data.recognizeCodes.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(inputs.map(() => 'RECOGNIZED'));
  const input = { residentId: residents[0], kind: 'PAPER' };
  expect((await send(gatewayUrl, token, ISSUE, { input })).data.issueCode.text).toMatch(/^HCN1:/);
  expect(gateway.child.exitCode).toBeNull();
});

it('a gateway killed while it issues loses no acknowledged code', async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const gateway = await start('gateway', origin, { PORT: String(port) });
  const { nodes } = (await ask('reviewer-510100', LIST)).registrations as {
    nodes: { id: string; code: { state: string } | null }[];
  };
  const residents = nodes.filter(({ code }) => code?.state === 'ACTIVE').map(({ id }) => id);
  const token = await tokenOf('desk-510100');
  const acknowledged: string[] = [];
  async function issuing(from: number): Promise<void> {
    for (let n = from; ; n += AT_ONCE) {
      const input = { residentId: residents[n % residents.length], kind: 'PAPER' };
      const answer = await send(`${origin}/graphql`, token, ISSUE, { input }).catch(() => null);
      if (answer === null) return; // no answer came: nothing was acknowledged
      acknowledged.push(answer.data.issueCode.text as string);
      if (acknowledged.length >= BEFORE) gateway.child.kill('SIGKILL');
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => issuing(index)));
  expect(await exitCode(gateway.child)).toBeNull();

  await start('gateway', origin, { PORT: String(port) });
  const inputs = acknowledged.map((text) => ({ text, region: '510100', purpose: 'ENTRY' }));
  const partner = await tokenOfPartner();
  const { data } = await send(`${origin}/graphql`, partner, RECOGNIZE, { inputs });
  const outcomes = data.recognizeCodes.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(inputs.map(() => 'RECOGNIZED'));
});
