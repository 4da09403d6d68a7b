import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { freePort } from '../../cli/embedded/free-port.ts';
import { compose } from './support/engines.ts';
import { listen, type Subgraph } from './support/subgraph.ts';

const MAIN = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tongma-any-graph-'));
const open: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
afterAll(async () => {
  for (const close of open.reverse()) await close();
});

const HELLO: Subgraph = {
  name: 'hello',
  sdl: 'type Query { hello(to: String = "all"): String }',
  resolvers: { Query: { hello: (_: unknown, { to }: { to: string }) => `Hello, ${to}.` } },
};

async function supergraphFile(subgraph: Subgraph): Promise<string> {
  const listening = await listen(subgraph, () => undefined);
  open.push(() => listening.close());
  const file = join(folder, `${subgraph.name}.graphql`);
  writeFileSync(file, compose([listening]));
  return file;
}

function run(env: NodeJS.ProcessEnv): ChildProcess {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [MAIN], { env: { PATH, ...env }, stdio: 'pipe' });
  open.push(() => void child.kill('SIGKILL'));
  return child;
}

const OFF = { AUTH: 'off', TRUSTED_DOCUMENTS: 'off', RESPONSE_CACHE: 'off', DRAIN_MS: '0' };

async function serving(SUPERGRAPH: string) {
  const port = String(await freePort());
  const child = run({ ...OFF, SUPERGRAPH, PORT: port });
  const origin = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${origin}/health`).then(
      ({ status }) => status,
      () => 0,
    );
  while ((await answers()) !== 200) {
    expect(child.exitCode).toBe(null);
    await sleep(50);
  }
  return { child, origin };
}

async function ask(origin: string, query: string): Promise<unknown> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

it('a process before another supergraph answers anybody, as soon as it is healthy', async () => {
  const { child, origin } = await serving(await supergraphFile(HELLO));
  expect(await ask(origin, 'query ping { __typename }')).toEqual({ data: { __typename: 'Query' } });
  expect(await ask(origin, '{ hello }')).toEqual({ data: { hello: 'Hello, all.' } });
  expect(await ask(origin, '{ __schema { queryType { name } } }')).toEqual({
    data: { __schema: { queryType: { name: 'Query' } } },
  });
  const large = Array.from({ length: 500 }, (_, n) => `a${n}: hello(to: "${n}")`).join(' ');
  expect(await ask(origin, `{ ${large} }`)).toMatchObject({ data: { a499: 'Hello, 499.' } });
  for (const path of ['/console/', '/sign-in', '/console/graphql', '/']) {
    expect((await fetch(`${origin}${path}`)).status).toBe(404);
  }
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('one that has no time to drain ends as soon as it has answered what is under way', async () => {
  const slow = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    setTimeout(() => response.end('{"data":{"a":1}}'), 500);
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  open.push(() => void slow.close());
  const { port } = slow.address() as { port: number };
  const sdl = compose([
    { name: 'a', url: `http://127.0.0.1:${port}`, sdl: 'type Query { a: Int }' },
  ]);
  const file = join(folder, 'slow.graphql');
  writeFileSync(file, sdl);
  const { child, origin } = await serving(file);
  const asked = ask(origin, '{ a }');
  await once(slow, 'request');
  const began = performance.now();
  child.kill('SIGTERM');
  expect(await asked).toEqual({ data: { a: 1 } });
  await once(child, 'exit');
  expect(performance.now() - began).toBeLessThan(3_000); // what it would drain by itself
});

it('one that is told what it may not serve says all of it and ends', async () => {
  const sdl = 'schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)';
  const file = join(folder, 'policy.graphql');
  const graph = 'enum join__Graph { A @join__graph(name: "a", url: "http://127.0.0.1:1") }';
  writeFileSync(file, `${sdl} { query: Query } type Query { a: Int } ${graph}`);
  const child = run({ ...OFF, SUPERGRAPH: file, HOST: '0.0.0.0', OIDC_ISSUER: 'https://id.test' });
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stderr!)]);
  expect(code).toBe(1);
  expect(said).toBe(`gateway: These settings cannot be used:
  HOST: needs a loopback address with AUTH=off
  SUPERGRAPH: carries policy, which nothing enforces with AUTH=off
  OIDC_ISSUER: has no place beside AUTH=off
`);
});

it('one that cannot load the supergraph says so and ends', async () => {
  const file = join(folder, 'odd.graphql');
  const graph = 'enum join__Graph { A @join__graph(name: "a", url: "http://127.0.0.1:1") }';
  writeFileSync(file, `type Query { a: Int } ${graph}`);
  const child = run({ ...OFF, SUPERGRAPH: file, PORT: '0' });
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stderr!)]);
  expect(code).toBe(1);
  expect(said).toMatch(/^gateway: The supergraph cannot be served \([^]+\)\.\n$/);
});
