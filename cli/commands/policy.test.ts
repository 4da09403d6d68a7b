import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPolicy } from '../../test/system/support/policies.ts';
import { lintFiles } from './policy.ts';

const NOW = new Date('2022-07-01T00:00:00Z');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongma-policy-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

async function said(...files: string[]) {
  const lines: string[] = [];
  const right = await lintFiles(files, NOW, (line) => lines.push(line));
  return { right, lines: lines.map((line) => line.replace(`${folder}/`, '')) };
}

it('a policy that is right is said to be', async () => {
  const file = written('right.json', aPolicy('330000'));
  expect(await said(file)).toEqual({ right: true, lines: ['right.json: right'] });
});

it('every file is looked at; one fault and it is not right', async () => {
  const good = written('good.json', aPolicy('330000'));
  const bad = written('bad.json', { ...aPolicy('330000'), rules: [] });
  expect(await said(bad, join(folder, 'none.json'), good)).toEqual({
    right: false,
    lines: [
      'bad.json: rules: A policy has 1 to 50 rules.',
      'none.json: This file cannot be read.',
      'good.json: right',
    ],
  });
});
