import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDatabase, type DatabaseUrls } from './database.ts';
import { startPostgres, type EmbeddedPostgres } from './postgres.ts';
import { DATABASE_ROLES, readSecrets } from './secrets.ts';
import { query, temporaryFolder } from './test-kit.ts';

const root = temporaryFolder();
const secrets = readSecrets(join(root, 'secrets.json'));
const application = DATABASE_ROLES.filter((role) => role !== 'tongma_owner');
let postgres: EmbeddedPostgres;
let urls: DatabaseUrls;

beforeAll(async () => {
  const password = secrets.superuserPassword;
  postgres = await startPostgres({ dataDir: join(root, 'postgres'), password });
  await prepareDatabase(postgres.superuserUrl, secrets);
  urls = await prepareDatabase(postgres.superuserUrl, secrets);
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  rmSync(root, { recursive: true });
}, 60_000);

describe('prepareDatabase', { timeout: 60_000 }, () => {
  it('makes roles that log in and nothing more', async () => {
    const rows = await query(
      postgres.superuserUrl,
      `select rolname from pg_roles where rolname like 'tongma\\_%' and rolcanlogin and not
        (rolsuper or rolinherit or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication)`,
    );
    expect(rows).toHaveLength(DATABASE_ROLES.length);
  });

  it('gives the database to its owner, who may make schemas and tables', async () => {
    const made = query(urls.tongma_owner, 'create schema s', 'create table s.t (n int)');
    await expect(made).resolves.toEqual([]);
    expect(await query(urls.tongma_owner, 'show statement_timeout')).toEqual([
      { statement_timeout: '0' },
    ]);
  });

  it.each(application)('%s is bounded in time', async (role) => {
    const settings = ['statement_timeout', 'idle_in_transaction_session_timeout', 'lock_timeout'];
    const names = settings.map((name) => `'${name}'`).join(', ');
    const rows = await query(
      urls[role],
      `select name, setting::int from pg_settings where name in (${names}) order by name`,
    );
    expect(rows).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: 30_000 },
      { name: 'lock_timeout', setting: 5_000 },
      { name: 'statement_timeout', setting: 15_000 },
    ]);
  });

  it.each(application)('%s has no statement of its own in the log', async (role) => {
    expect(await query(urls[role], 'show log_min_error_statement')).toEqual([
      { log_min_error_statement: 'panic' },
    ]);
    const own = postgres.superuserUrl.replace(/\/postgres$/, '/tongma');
    expect(await query(own, 'show log_min_duration_statement')).toEqual([
      { log_min_duration_statement: '-1' },
    ]);
  });

  it.each(application)('%s makes no table, no schema, no temporary table', async (role) => {
    const refusals = ['create table public.t (n int)', 'create schema x', 'create temp table t ()'];
    for (const statement of refusals) {
      await expect(query(urls[role], statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each(application)('%s enters no other database and takes no other role', async (role) => {
    for (const other of ['postgres', 'template1']) {
      const url = urls[role].replace(/tongma$/, other);
      await expect(query(url, 'select 1')).rejects.toMatchObject({ code: '42501' });
    }
    const become = query(urls[role], 'set role tongma_owner');
    await expect(become).rejects.toMatchObject({ code: '42501' });
  });

  it('sets the passwords anew', async () => {
    const next = { ...secrets.rolePasswords, tongma_codes: 'another-password' };
    const changed = await prepareDatabase(postgres.superuserUrl, {
      ...secrets,
      rolePasswords: next,
    });
    await expect(query(changed.tongma_codes, 'select 1')).resolves.toHaveLength(1);
    await expect(query(urls.tongma_codes, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await prepareDatabase(postgres.superuserUrl, secrets);
  });
});
