import { fileURLToPath } from 'node:url';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: `${root}test/lint/eslint.config.js`,
});

/** What the rule of the lint that stands for a file says of a text in it. */
async function complaints(path: string, text: string): Promise<string[]> {
  const config = (await eslint.calculateConfigForFile(`${root}${path}`)) as {
    rules: Record<string, Linter.RuleEntry>;
  };
  const rule = config.rules['no-restricted-syntax']!;
  const languageOptions = { parser: tseslint.parser as Linter.Parser };
  const only = { files: ['**/*.ts'], languageOptions, rules: { 'no-restricted-syntax': rule } };
  return new Linter().verify(text, [only], path).map(({ message }) => message);
}

const STORE = 'subgraphs/codes/persistence/code.store.ts';

it.each([
  'em.getConnection().execute("select 1");',
  'const connection = em.getConnection(); connection.execute("select 1");',
  'const { getConnection } = em; getConnection().execute("select 1");',
  `em['getConnection']().execute('select 1');`,
  'orm.em.execute("select 1");',
  'orm.em.fork().find(Row, {});',
  'this.orm.em.find(Row, {});',
  'const { em } = orm; em.find(Row, {});',
  `import { Client } from 'pg';`,
  `import { type PoolClient, Pool } from 'pg';`,
  `import pg from 'pg';`,
  `import * as pg from 'pg';`,
  `const { Client } = await import('pg');`,
  `export { Client } from 'pg';`,
  `export * from 'pg';`,
  `import { PgBoss } from 'pg-boss';`,
  `em.execute("set local app.regions = '330000'");`,
  'em.execute(`set local app.regions = ${regions}`);',
  `em.execute("select set_config('app.regions', '*', true)");`,
])('SQL without the scope of a request is refused: %s', async (text) => {
  for (const path of [STORE, 'gateway/session/session-store.ts', 'cli/seed/seed-demo.ts']) {
    expect(await complaints(path, text), path).not.toEqual([]);
  }
});

it.each([
  'const em = await transaction(); em.execute("select 1");',
  '(await transaction()).getKysely();',
  `import type { Client } from 'pg';`,
  `import { type Client } from 'pg';`,
  `import { fromKysely } from '../../kit/events/queue.ts';`,
])('SQL in the transaction of a request is allowed: %s', async (text) => {
  expect(await complaints(STORE, text)).toEqual([]);
});

it('a driver is allowed where it is named, and only there', async () => {
  const text = `import { Pool } from 'pg';`;
  expect(await complaints('subgraphs/codes/persistence/status.source.ts', text)).toEqual([]);
  expect(await complaints('subgraphs/codes/persistence/status.ts', text)).toHaveLength(1);
  expect(await complaints('subgraphs/kit/scope/unit-of-work.ts', text)).toHaveLength(1);
});

it('the scope is set in one place', async () => {
  const text = 'em.execute(`set local app.regions = ${regions}`); orm.em.fork();';
  expect(await complaints('subgraphs/kit/scope/unit-of-work.ts', text)).toEqual([]);
});
