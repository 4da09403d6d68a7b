import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from './support/empty-database.ts';
import { runBuilt, type Environment } from './support/parts.ts';
import { exitCode, temporaryFolder } from './support/process.ts';

let database: EmptyDatabase;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

/** Runs `tongma` to its end. */
async function tongma(args: readonly string[], env: Environment) {
  const { child, output } = runBuilt('cli/main.js', args, env);
  const code = await exitCode(child);
  return { code, said: output().trim() };
}

const administrator = (args: readonly string[], env: Environment) =>
  tongma(['administrator', ...args], env);

async function count(sql: string): Promise<unknown> {
  return (await superuser.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n;
}

const external = () => ({ RESIDENTS_DATABASE_URL: database.urls.tongma_residents });

describe('tongma administrator', () => {
  it('says in one sentence what stands against it', async () => {
    expect(await administrator(['publisher'], external())).toEqual({
      ...{ code: 1, said: 'tongma: This is no account of a sign-in provider.' },
    });
    const nowhere = join(temporaryFolder(), 'none');
    expect(await administrator(['alice', '--data', nowhere], {})).toEqual({
      code: 1,
      said: `tongma: There is no database in ${nowhere}, and no RESIDENTS_DATABASE_URL.`,
    });
    rmSync(join(nowhere, '..'), { recursive: true });
  });

  it('writes nothing while no checkpoints are written', async () => {
    await superuser.query(`update audit.checkpoint set at = at - interval '1 hour'`);
    expect(await administrator(['alice'], external())).toEqual({
      code: 1,
      said: 'tongma: The audit log cannot be written now. Does the process of the checkpoints run?',
    });
    expect(await count('residents.account')).toBe(0);
    await superuser.query(`update audit.checkpoint set at = at + interval '1 hour'`);
  });

  it('enters the first one, of a database or of a data folder, and no second one', async () => {
    expect(await administrator(['alice', '--name', '管样理'], external())).toEqual({
      ...{ code: 0, said: 'alice is ADMINISTRATOR of the country.' },
    });
    const folder = ['--data', database.folder.root];
    expect(await administrator(['alice', ...folder], {})).toEqual({
      code: 0,
      said: 'alice is ADMINISTRATOR of the country already; nothing was changed.',
    });
    expect(await administrator(['bob', ...folder], {})).toEqual({
      code: 1,
      said: 'tongma: The country has an administrator, who enters others. Standing now: alice.',
    });
    expect(await count('residents.account')).toBe(1);
    expect(await count(`audit.entry where kind = 'ACCOUNT_ADDED'`)).toBe(1);
  });

  it('enters another one where that is said, and says who stands there', async () => {
    expect(await administrator(['bob', '--beside'], external())).toEqual({
      code: 0,
      said: 'bob is ADMINISTRATOR of the country.\nBeside it: alice.',
    });
    const folder = ['--data', database.folder.root];
    expect(await administrator(['carol', '--instead-of', 'alice', ...folder], {})).toEqual({
      code: 0,
      said: 'carol is ADMINISTRATOR of the country.\nalice has no access any more.\nBeside it: bob.',
    });
    expect(await administrator(['dave', '--instead-of', 'alice'], external())).toEqual({
      code: 1,
      said: 'tongma: Nobody of this name stands there. Standing now: bob, carol.',
    });
    const both = await administrator(['dave', '--beside', '--instead-of', 'bob'], external());
    expect(both.code).toBe(2);
    expect(await count('residents.account where disabled_at is null')).toBe(2);
    expect(await count(`audit.entry where kind = 'ACCOUNT_DISABLED' and region = '000000'`)).toBe(
      1,
    );
  });
});

describe('tongma oversight', () => {
  const oversight = (args: readonly string[], env: Environment) =>
    tongma(['oversight', ...args], env);

  it('enters one, another and one instead of another, of a database or of a data folder', async () => {
    expect(await oversight(['erin', '--name', '鉴样察'], external())).toEqual({
      ...{ code: 0, said: 'erin is OVERSIGHT of the country.' },
    });
    const folder = ['--data', database.folder.root];
    expect(await oversight(['frank', ...folder], {})).toEqual({
      code: 0,
      said: 'frank is OVERSIGHT of the country.\nBeside it: erin.',
    });
    expect(await oversight(['grace', '--instead-of', 'erin'], external())).toEqual({
      code: 0,
      said: 'grace is OVERSIGHT of the country.\nerin has no access any more.\nBeside it: frank.',
    });
    expect(await oversight(['grace'], external())).toEqual({
      code: 0,
      said: 'grace is OVERSIGHT of the country already; nothing was changed.\nBeside it: frank.',
    });
    expect(await count(`residents.account where role = 'OVERSIGHT' and disabled_at is null`)).toBe(
      2,
    );
  });
});
