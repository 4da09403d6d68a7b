import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Client } from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { startPostgres } from '../../../cli/embedded/postgres.ts';
import { demo, send, tokenOf } from '../support/client.ts';
import { ready, runTongma, startPart, stopPart, type StartedPart } from '../support/parts.ts';
import { exitCode, temporaryFolder } from '../support/process.ts';
import type { Part } from '../support/provided.ts';

const { environments, urls } = inject('tongma');
const started: StartedPart[] = [];

function start(part: Part, env: Record<string, string>): StartedPart {
  const one = startPart(part, env);
  started.push(one);
  return one;
}

function environment(part: Part, more: Record<string, string> = {}): Record<string, string> {
  return { ...environments[part], ...more };
}

/** Waits for a process that cannot start; its exit code and the lines it printed. */
async function failed(part: Part, env: Record<string, string>) {
  const one = start(part, env);
  const code = await exitCode(one.child);
  return { code, lines: one.output().trim().split('\n') };
}

afterEach(async () => {
  await Promise.all(started.splice(0).map(stopPart));
});

const KEY_OR_FILE = 'FIELD_KEY: needs 32 bytes, base64url; or else FIELD_KEY_FILE, and not both';

describe('settings of a process', () => {
  it.each<[Part, string[]]>([
    ['residents', ['RESIDENTS_DATABASE_URL', KEY_OR_FILE, 'RESIDENTS_PORT']],
    ['health-records', ['HEALTH_RECORDS_DATABASE_URL', KEY_OR_FILE, 'HEALTH_RECORDS_PORT']],
    ['travel-history', ['TRAVEL_HISTORY_DATABASE_URL', 'TRAVEL_HISTORY_PORT']],
    [
      'codes',
      [
        ...['CODES_DATABASE_URL', 'CODES_RECOGNIZE_URL', 'CODES_KEYS_FILE'],
        ...['CODES_TRUST_ROOTS_FILE', 'CODES_PORT', 'AUDIT_PUBLIC_KEY'],
      ],
    ],
    [
      'checkpoint',
      [
        ...['CHECKPOINT_DATABASE_URL', 'CHECKPOINT_PRIVATE_KEY_FILE', 'CHECKPOINT_FILE'],
        ...['AUDIT_LOG_NAME', 'CHECKPOINT_PORT'],
      ],
    ],
    [
      'gateway',
      [
        ...['RESIDENTS_URL', 'HEALTH_RECORDS_URL', 'TRAVEL_HISTORY_URL', 'CODES_URL'],
        ...['GATEWAY_DATABASE_URL', 'IDENTITY_PRIVATE_KEY_FILE', 'OIDC_ISSUER'],
        ...['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
      ],
    ],
  ])('are named all at once by %s', async (part, names) => {
    const verifying = ['gateway', 'checkpoint'].includes(part) ? [] : ['IDENTITY_PUBLIC_KEY'];
    const { code, lines } = await failed(part, {});
    expect(code).toBe(1);
    expect(lines[0]).toBe(`${part}: These settings cannot be used:`);
    const said = lines.slice(1).map((line) => line.trim());
    const expected = [...names, ...verifying].map((one) =>
      one.includes(':') ? one : `${one}: is not set`,
    );
    expect(said.sort()).toEqual(expected.sort());
  });

  it('are never said by value', async () => {
    const bad = Object.fromEntries(
      Object.keys(environment('residents')).map((name) => [name, 'hunter2']),
    );
    const { code, lines } = await failed('residents', bad);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1 + Object.keys(bad).length);
    expect(lines.join('\n')).not.toContain('hunter2');
  });
});

describe('a process that cannot work says why in one sentence', () => {
  it('as a superuser, or as a role that bypasses row security', async () => {
    const folder = temporaryFolder();
    const dataDir = join(folder, 'postgres');
    const postgres = await startPostgres({ dataDir, password: 'superuser-password' });
    const client = new Client({ connectionString: postgres.superuserUrl });
    await client.connect();
    await client.query(`create role bypassing login bypassrls password 'bypassing-password'`);
    await client.end();
    const bypassing = postgres.superuserUrl.replace(
      /\/\/[^@]*@/,
      '//bypassing:bypassing-password@',
    );
    const sentence = (part: string, what: string) =>
      `${part}: The database role of ${what} is a superuser or bypasses row-level security; use the role made for it.`;
    try {
      for (const url of [postgres.superuserUrl, bypassing]) {
        const env = environment('travel-history', { TRAVEL_HISTORY_DATABASE_URL: url });
        const { code, lines } = await failed('travel-history', env);
        expect({ code, lines }).toEqual({
          ...{ code: 1, lines: [sentence('travel-history', 'travel_history')] },
        });
      }
      const recognize = environment('codes', { CODES_RECOGNIZE_URL: bypassing });
      expect((await failed('codes', recognize)).lines).toEqual([sentence('codes', 'recognition')]);
    } finally {
      await postgres.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['a wrong password', (url: string) => url.replace(/:[^:@]+@/, ':wrong@'), '28P01'],
    ['no server', (url: string) => url.replace(/@[^/]+/, '@127.0.0.1:1'), 'ECONNREFUSED'],
  ])('with %s', async (_title, change, why) => {
    const env = environment('residents', { RESIDENTS_DATABASE_URL: change(urls.tongma_residents) });
    const { code, lines } = await failed('residents', env);
    expect(code).toBe(1);
    expect(lines).toEqual([`residents: The database of residents cannot be used (${why}).`]);
  });

  it('at a port that is taken', async () => {
    const { code, lines } = await failed('health-records', environment('health-records'));
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(
      /^health-records: Port \d+ cannot be listened on \(EADDRINUSE\)\.$/,
    );
  });
});

describe('a gateway', () => {
  it('starts before its sign-in provider and its subgraphs, and says what is missing', async () => {
    const [port, nobody] = [await freePort(), await freePort()];
    const env = environment('gateway', {
      ...{ PORT: String(port), OIDC_ISSUER: `http://127.0.0.1:${nobody}/oidc` },
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    });
    const gateway = start('gateway', env);
    const origin = `http://127.0.0.1:${port}`;
    await ready(gateway, origin);
    const token = await tokenOf('desk-330000');
    const { status, errors } = await send(`${origin}/graphql`, token, '{ regions { id } }');
    expect({ status, ...errors?.[0] }).toMatchObject({
      ...{ status: 503, message: 'The sign-in provider does not answer.' },
      extensions: { code: 'UPSTREAM_TIMEOUT', retryable: true },
    });
    const signIn = await fetch(`${origin}/sign-in?to=/my/`, { redirect: 'manual' });
    expect(signIn.headers.get('location')).toBe('/my/?sign-in=failed');
    gateway.child.kill('SIGTERM');
    expect(await exitCode(gateway.child)).toBe(0);
  });

  it('says whether it can serve, and counts at a port of its own', async () => {
    const [port, counts, nobody] = await Promise.all([freePort(), freePort(), freePort()]);
    const origin = `http://127.0.0.1:${port}`;
    const metrics = { PORT: String(port), METRICS_PORT: String(counts) };
    const gateway = start('gateway', environment('gateway', metrics));
    await ready(gateway, origin);
    const asked = async () => (await fetch(`${origin}/ready`)).json();
    await expect.poll(asked).toEqual({ status: 'ready' });
    const token = await tokenOf('desk-330000');
    const { errors } = await send(`${origin}/graphql`, token, '{ regions { id } }');
    expect(errors).toBeUndefined();
    const text = await (await fetch(`http://127.0.0.1:${counts}/metrics`)).text();
    expect(text).toContain('tongma_operations_total{operation="ad-hoc",outcome="OK"} 1');
    expect(text).toContain('tongma_subgraph_breaker{subgraph="codes",state="closed"} 1');
    expect(text).not.toContain('desk-330000');
    expect(await (await fetch(`${origin}/metrics`)).text()).not.toContain('tongma_operations');
    await stopPart(gateway);

    const alone = { PORT: String(port), CODES_URL: `http://127.0.0.1:${nobody}` };
    await ready(start('gateway', environment('gateway', alone)), origin);
    await expect.poll(asked).toEqual({ status: 'unavailable', missing: ['codes'] });
    expect((await fetch(`${origin}/ready`)).status).toBe(503);
  });

  it('prints nothing of a request, a person or a secret', async () => {
    const port = await freePort();
    const gateway = start('gateway', environment('gateway', { PORT: String(port) }));
    await ready(gateway, `http://127.0.0.1:${port}`);
    const token = await tokenOf('desk-330000');
    const { text } = demo().codes[0]!;
    const query = 'query($id: ID!) { resident(id: $id) { id } }';
    await send(`http://127.0.0.1:${port}/graphql`, token, query, { id: text });
    await stopPart(gateway);
    expect(gateway.output()).toBe('');
  });
});

describe('tongma prepare', () => {
  it('can be run again: it keeps passwords and data', async () => {
    const folder = temporaryFolder();
    const dataDir = join(folder, 'postgres');
    const postgres = await startPostgres({ dataDir, password: 'superuser-password' });
    const file = join(folder, 'urls.env');
    const env = { TONGMA_SUPERUSER_URL: postgres.superuserUrl };
    try {
      await runTongma(['prepare', file], env);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const first = parseEnv(readFileSync(file, 'utf8'));
      const migrated = await runTongma(['migrate'], first);
      expect(migrated).toContain('The code book of divisions is loaded.');
      const unwritten = runTongma(['prepare', join(folder, 'none', 'urls.env')], env);
      await expect(unwritten).rejects.toThrow('cannot be written (ENOENT)');
      expect(await runTongma(['migrate'], first)).toContain('Up to date.');
      await runTongma(['prepare', file], env);
      expect(parseEnv(readFileSync(file, 'utf8'))).toEqual(first);
      expect(await runTongma(['migrate'], first)).toContain('Up to date.');

      // A password is replaced by taking its line out.
      const name = 'TONGMA_OWNER_URL';
      const lines = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, lines.filter((line) => !line.startsWith(name)).join('\n'));
      await runTongma(['prepare', file], env);
      const now = parseEnv(readFileSync(file, 'utf8'));
      expect(now).toEqual({ ...first, [name]: expect.stringMatching(/^postgres:/) });
      expect(await runTongma(['migrate'], now)).toContain('Up to date.');
      await expect(runTongma(['migrate'], first)).rejects.toThrow();
    } finally {
      await postgres.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it('says in one sentence that there is no server', async () => {
    const folder = temporaryFolder();
    const env = { TONGMA_SUPERUSER_URL: 'postgres://postgres:hunter2@127.0.0.1:1/postgres' };
    const run = runTongma(['prepare', join(folder, 'urls.env')], env);
    await expect(run).rejects.toThrow('cannot be prepared (ECONNREFUSED)');
    await expect(run).rejects.not.toThrow('hunter2');
    rmSync(folder, { recursive: true });
  });
});
