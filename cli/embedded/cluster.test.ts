import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startPostgres } from './postgres.ts';
import { kill, nodeProcess, query, temporaryFolder } from './test-kit.ts';

const root = temporaryFolder();
const password = 'a-password';

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path);
  return path;
}

it('makes a cluster anew that was killed half made', { timeout: 60_000 }, async () => {
  const data = folder('killed');
  const dataDir = join(data, 'postgres');
  const code = `import { startPostgres } from './postgres.ts';
    await startPostgres({ dataDir: process.env.DATA_DIR, password: '${password}' });`;
  const owner = nodeProcess(code, { DATA_DIR: dataDir });
  const begun = () =>
    readdirSync(data).some((name) => existsSync(join(data, name, 'global', 'pg_control')));
  while (!begun()) await sleep(10);
  await kill(owner);
  expect(existsSync(dataDir)).toBe(false);
  const next = await startPostgres({ dataDir, password });
  expect(await query(next.superuserUrl, 'show server_encoding')).toEqual([
    { server_encoding: 'UTF8' },
  ]);
  await next.stop();
  // The second start clears what the orphaned initdb may still have written.
  const last = await startPostgres({ dataDir, password });
  await last.stop();
  expect(readdirSync(data).sort()).toEqual(['postgres', 'postgres.log']);
});

it('sets aside what stands in its place and is no cluster', { timeout: 60_000 }, async () => {
  const data = folder('strange');
  const dataDir = join(data, 'postgres');
  mkdirSync(join(dataDir, 'base'), { recursive: true });
  writeFileSync(join(dataDir, 'PG_VERSION'), '18\n');
  const next = await startPostgres({ dataDir, password });
  await next.stop();
  const aside = readdirSync(data).find((name) => name.startsWith('postgres.aside-')) ?? '';
  expect(readdirSync(join(data, aside)).sort()).toEqual(['PG_VERSION', 'base']);
});

it('says in a sentence why it cannot be made', { timeout: 60_000 }, async () => {
  const data = folder('refused');
  const code = `import { startPostgres } from './postgres.ts';
    import { findBinaries } from './postgres-binaries.ts';
    import { makeCluster } from './cluster.ts';
    const dataDir = process.env.DATA_DIR;
    const binaries = await findBinaries(dataDir);
    const run = (name, args, options) => binaries.run(name, [...args, '--locale=nowhere'], options);
    const error = await makeCluster(dataDir, '${password}', { ...binaries, run }).catch((e) => e);
    console.log(JSON.stringify({ name: error.name, message: error.message }));`;
  const child = nodeProcess(code, { DATA_DIR: join(data, 'postgres') });
  let output = '';
  for await (const chunk of child.stdout ?? []) output += String(chunk);
  const { name, message } = z
    .object({ name: z.string(), message: z.string() })
    .parse(JSON.parse(output));
  expect(name).toBe('StartError');
  expect(message).toMatch(/^The database could not be made: initdb: error: .*locale/);
  expect(readdirSync(data)).toEqual([]);
});
