import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { send, tokenOfPartner, until } from '../support/client.ts';
import { startLoad, type Load } from '../support/load.ts';
import { ready, startPart, stopPart, type StartedPart } from '../support/parts.ts';
import { ROOT, temporaryFolder } from '../support/process.ts';

const REGIONS = '{ regions { id } }';
const DIVISION = '{ division(code: "510100") { name } }';
const RELOADED = 'the supergraph was read again';

const shipped = join(ROOT, 'schema', 'supergraph.graphql');
/** One in which a field costs more, and another is nobody's. */
const changed = readFileSync(shipped, 'utf8')
  .replace(/(^ {2}regions: .*assumedSize: )50/m, '$175')
  .replace(
    /(^ {2}division\([^)]*\): .*) @authenticated/m,
    '$1 @requiresScopes(scopes: [["nobody:ever"]])',
  );

const folder = temporaryFolder();
const supergraph = join(folder, 'supergraph.graphql');
let [gateway, origin, token]: [StartedPart | null, string, string] = [null, '', ''];
let load: Load | null = null;

beforeAll(async () => {
  copyFileSync(shipped, supergraph);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  gateway = startPart('gateway', {
    ...{ ...inject('tongma').environments.gateway, PORT: String(port), SUPERGRAPH: supergraph },
    GATEWAY_RATE_PER_MINUTE: '100000000',
  });
  await ready(gateway, origin);
  token = await tokenOfPartner();
});

afterAll(async () => {
  load?.stop();
  if (gateway) await stopPart(gateway);
  rmSync(folder, { recursive: true });
});

const times = (sentence: string) => gateway!.output().split(sentence).length - 1;

/** Tells the gateway to read a supergraph, and waits until it says what came of it. */
async function reload(text: string, sentence: string): Promise<void> {
  const before = times(sentence);
  writeFileSync(supergraph, text);
  gateway!.child.kill('SIGHUP');
  await until(
    async () => times(sentence),
    (now) => now > before,
    60_000,
  );
}

async function costOfRegions(): Promise<number | undefined> {
  const { extensions } = await send(`${origin}/graphql`, token, REGIONS);
  return extensions?.cost?.requestedQueryCost;
}

const division = () => send(`${origin}/graphql`, token, DIVISION);

it('is ready when the documents of the console have been planned', async () => {
  const answer = await until(
    async () => (await fetch(`${origin}/ready`)).json(),
    (said) => (said as { status: string }).status === 'ready',
    30_000,
  );
  expect(answer).toEqual({ status: 'ready' });
});

it('takes scopes and costs from the supergraph that it read last', async () => {
  expect([await costOfRegions(), (await division()).errors]).toEqual([50, undefined]);
  await reload(changed, RELOADED);
  expect(await costOfRegions()).toBe(75);
  expect((await division()).errors?.[0]?.extensions['code']).toBe('SCOPE_MISSING');
});

it.each([
  ['no GraphQL', 'type Query {'],
  ['no supergraph', 'type Query { regions: [String!]! }'],
  [
    'one with a rule that cannot be enforced',
    changed.replace('@authenticated', '@policy(policies: [["a"]])'),
  ],
  ['one without what the console asks', changed.replaceAll(/\bregistrations\b/g, 'registered')],
])('goes on with the one before when it is told to read %s', async (_title, text) => {
  await reload(text, 'NOT_RELOADED');
  expect(await costOfRegions()).toBe(75);
});

it('loses no request while it reads another again and again', async () => {
  const before = times(RELOADED);
  load = startLoad([origin], token, REGIONS);
  const running = load;
  const over = new AbortController();
  void running.report.catch(() => undefined).finally(() => over.abort());
  for (let turn = 0; !over.signal.aborted; turn += 1) {
    await reload(turn % 2 === 0 ? readFileSync(shipped, 'utf8') : changed, RELOADED);
    await sleep(100);
  }
  expect(await running.report).toMatchObject({ failed: 0, why: [] });
  expect(times(RELOADED) - before).toBeGreaterThan(2);
}, 1_200_000);
