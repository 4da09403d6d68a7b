import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { StartError } from '../start-error.ts';
import { openDataFolder } from './data-folder.ts';
import { birthOf } from './process-table.ts';
import { firstLine, kill, nodeProcess, temporaryFolder } from './test-kit.ts';

const root = temporaryFolder();
const data = join(root, 'a', 'data');
const OPEN = `import { openDataFolder } from './data-folder.ts';
  try {
    console.log(JSON.stringify(openDataFolder(process.env.DATA).root));
    setInterval(() => undefined, 1_000);
  } catch (error) {
    console.log(JSON.stringify(error.message));
  }`;

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

it('makes the folder for its owner alone', () => {
  const folder = openDataFolder(data);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(statSync(join(data, 'tongma.pid')).mode & 0o777).toBe(0o600);
  folder.unlock();
  expect(existsSync(join(data, 'tongma.pid'))).toBe(false);
});

it('refuses a second start, until the first gives it free', { timeout: 60_000 }, async () => {
  const first = openDataFolder(data);
  const sentence = `The data folder ${data} is in use by a running Tongma (process ${process.pid}).`;
  expect(() => openDataFolder(data)).toThrow(new StartError(sentence));
  expect(await firstLine(nodeProcess(OPEN, { DATA: data }), z.string())).toBe(sentence);
  first.unlock();
  openDataFolder(data).unlock();
});

it('takes over the lock of a killed start', { timeout: 60_000 }, async () => {
  const owner = nodeProcess(OPEN, { DATA: data });
  expect(await firstLine(owner, z.string())).toBe(data);
  expect(() => openDataFolder(data)).toThrow(StartError);
  await kill(owner);
  openDataFolder(data).unlock();
});

it('takes over a lock whose number belongs to another process by now', () => {
  const lock = join(data, 'tongma.pid');
  writeFileSync(lock, `${process.pid}\nanother birth\n`);
  const folder = openDataFolder(data);
  expect(readFileSync(lock, 'utf8').split('\n').slice(0, 2)).toEqual([
    String(process.pid),
    birthOf(process.pid),
  ]);
  folder.unlock();
});

it('leaves the lock of another alone when it gives its own free', () => {
  const lock = join(data, 'tongma.pid');
  const folder = openDataFolder(data);
  writeFileSync(lock, 'another');
  folder.unlock();
  expect(readFileSync(lock, 'utf8')).toBe('another');
});

it('lets one of many win that find a stale lock at once', { timeout: 60_000 }, async () => {
  writeFileSync(join(data, 'tongma.pid'), '999999\nlong gone\n');
  const starts = [1, 2, 3, 4, 5].map(() => nodeProcess(OPEN, { DATA: data }));
  try {
    const said = await Promise.all(starts.map((child) => firstLine(child, z.string())));
    expect(said.filter((line) => line === data)).toHaveLength(1);
    expect(said.filter((line) => line.includes('in use'))).toHaveLength(4);
  } finally {
    await Promise.all(starts.filter(({ exitCode }) => exitCode === null).map(kill));
  }
});

it('says in a sentence that the folder cannot be written', () => {
  writeFileSync(join(root, 'file'), '');
  const path = join(root, 'file', 'data');
  expect(() => openDataFolder(path)).toThrow(
    new StartError(`The data folder ${path} cannot be written (ENOTDIR).`),
  );
});
