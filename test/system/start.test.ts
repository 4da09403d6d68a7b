import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../cli/all-in-one/open-database.ts';
import { reachDatabase } from '../../cli/all-in-one/reach-database.ts';
import { openDataFolder } from '../../cli/embedded/data-folder.ts';
import { readSecrets } from '../../cli/embedded/secrets.ts';
import { demo } from './support/client.ts';
import {
  emptyFolder,
  exitCode,
  filledFolder,
  finish,
  launch,
  printed,
  ROOT,
  temporaryFolder,
} from './support/process.ts';

/** Starts, waits for the end, and gives what was said. */
async function failed(data: string, env: NodeJS.ProcessEnv = {}) {
  const tongma = launch(data, env);
  const code = await exitCode(tongma.child);
  return { code, said: tongma.output().trim() };
}

function tongma(args: readonly string[], input = '') {
  const env = { ...process.env, TONGMA_DATA: inject('data') };
  const options = { cwd: ROOT, env, input, encoding: 'utf8' as const };
  return spawnSync(process.execPath, ['dist/cli/main.js', ...args], options);
}

describe('tongma start', () => {
  it('says in one sentence that the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const data = temporaryFolder();
    const { code, said } = await failed(data, { PORT: String(port) });
    expect({ code, said }).toEqual({
      code: 1,
      said: `tongma: Port ${port} is taken; set PORT to another one.`,
    });
    server.close();
    rmSync(data, { recursive: true });
  });

  it('says in one sentence that the folder cannot be written', async () => {
    const data = temporaryFolder();
    writeFileSync(join(data, 'file'), '');
    const { code, said } = await failed(join(data, 'file', 'below'));
    expect(code).toBe(1);
    expect(said).toMatch(/^tongma: The data folder .* cannot be written \(\w+\)\.$/);
    rmSync(data, { recursive: true });
  });

  it('says in one sentence that the folder is in use', async () => {
    const { code, said } = await failed(inject('data'));
    expect(code).toBe(1);
    expect(said).toMatch(
      /^tongma: The data folder .* is in use by a running Tongma \(process \d+\)\.$/,
    );
  });

  it('names bad settings without their values', async () => {
    const { code, said } = await failed(temporaryFolder(), { PORT: 'seven', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(said).toContain('PORT');
    expect(said).toContain('LOG_LEVEL');
    expect(said).not.toMatch(/seven|loud/);
  });

  /** Starts on a database that somebody changed. */
  async function failedOn(change: string) {
    const folder = openDataFolder(emptyFolder());
    const { postgres, urls } = await openDatabase(folder, readSecrets(folder.secretsFile));
    const owner = new Client({ connectionString: urls.tongma_owner });
    await owner.connect();
    await owner.query(change);
    await owner.end();
    await postgres.stop();
    folder.unlock();
    const ended = await failed(folder.root);
    rmSync(folder.root, { recursive: true });
    return ended;
  }

  it('refuses a database that a newer version wrote', async () => {
    const change = "insert into codes.migration (name) values ('9999-from-the-future')";
    const { code, said } = await failedOn(change);
    expect(code).toBe(1);
    expect(said).toMatch(
      /^tongma: The database schema "codes" is newer than this version of Tongma[^\n]*$/,
    );
  });

  it('ends with its reason when one part of it does not open', async () => {
    const { code, said } = await failedOn('alter table codes.trust_list rename to gone');
    expect(code).toBe(1);
    expect(said).toContain('relation "codes.trust_list" does not exist');
  });

  it('starts empty with --no-seed, gives the administrator one password, and stops in order', async () => {
    const empty = launch(temporaryFolder(), {}, ['--no-seed']);
    await printed(empty, '/setup/');
    const link = /http:\S+\/setup\/\S+/.exec(empty.output())?.[0] ?? '';
    expect(await (await fetch(link)).text()).toContain('<button>');
    const shown = await (await fetch(link, { method: 'POST' })).text();
    const password = /Password<dd>([\w-]+)</.exec(shown)?.[1] ?? '';
    expect((await fetch(link, { method: 'POST' })).status).toBe(404);
    const { origin } = new URL(link);
    const basic = Buffer.from(`administrator-000000:${password}`).toString('base64');
    const token = await fetch(`${origin}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(token.status).toBe(200);
    empty.child.kill('SIGINT');
    expect(await exitCode(empty.child)).toBe(0);

    // A second start keeps what is there: the link has been used.
    const again = launch(empty.data, {}, ['--no-seed']);
    await printed(again, 'is empty');
    expect(again.output()).not.toContain('/setup/');
    await finish(again);
  });
});

describe('tongma recognize', () => {
  const { codes } = demo();
  const green = codes.find(({ region, color }) => region === '330000' && color === 'GREEN')!.text;

  it('prints the verdict; exit code 0 for recognized, 3 for not', () => {
    const good = tongma(['recognize', green, '--region', '510000']);
    expect(good.status).toBe(0);
    expect(JSON.parse(good.stdout)).toMatchObject({ pass: true, outcome: 'RECOGNIZED' });
    const piped = tongma(['recognize', '-', '--region', '510100'], `${green}\n`);
    expect(piped.status).toBe(3);
    expect(JSON.parse(piped.stdout)).toMatchObject({
      outcome: 'NOT_RECOGNIZED',
      tokenStatus: 'VERIFIED',
    });
  });

  it('shows how it is used, and ends with 2 when it is used otherwise', () => {
    const help = tongma(['--help']);
    expect(help.status).toBe(0);
    for (const name of ['start', 'migrate', 'seed', 'recognize'])
      expect(help.stdout).toContain(name);
    expect(tongma(['recognize', green]).status).toBe(2);
    expect(tongma(['fly']).status).toBe(2);
  });

  it('says the code of a refusal, and ends with 1', () => {
    const refused = tongma(['recognize', green, '--region', '999999']);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^tongma: BAD_USER_INPUT: /);
  });
});

it('the curl line that start prints works', async () => {
  const data = filledFolder();
  const own = launch(data);
  await printed(own, 'Ask again');
  await printed(own, '--data');
  const line =
    own
      .output()
      .split('\n')
      .find((one) => one.startsWith('curl ')) ?? '';
  const [, url = '', bearer = '', body = ''] =
    /^curl -s (\S+) -H 'authorization: (Bearer \S+)' -H 'content-type: application\/json' --data '(.+)'$/.exec(
      line,
    ) ?? [];
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: bearer, 'content-type': 'application/json' },
    body,
  });
  expect(await response.json()).toMatchObject({
    data: { recognizeCode: { pass: true, outcome: 'RECOGNIZED' } },
  });
  // It can only verify.
  const other = await fetch(url, {
    method: 'POST',
    headers: { authorization: bearer, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ registrations { totalCount } }' }),
  });
  expect(await other.json()).toMatchObject({ errors: [{ extensions: { code: 'SCOPE_MISSING' } }] });
  const before = own.demo();
  own.child.kill('SIGTERM');
  expect(await exitCode(own.child)).toBe(0);

  // A day later: nobody who is yellow or red has checked in.
  const { superuserUrl, leave } = await reachDatabase(data);
  const client = new Client({ connectionString: superuserUrl.replace(/\/postgres$/, '/tongma') });
  await client.connect();
  const { rowCount } = await client.query(
    "update codes.health_code set state = 'SUSPENDED', color = null where color in ('YELLOW', 'RED')",
  );
  expect(rowCount).toBeGreaterThan(8);
  await client.end();
  await leave();

  const again = launch(data);
  await printed(again, 'Ask again');
  const after = again.demo();
  expect(after.codes).toHaveLength(before.codes.length);
  expect(after.accounts).toEqual(before.accounts);
  expect(again.output()).not.toContain('invented residents');
  await finish(again);
});
