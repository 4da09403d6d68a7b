import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keptCheckpoint } from './audit/kept-checkpoint.ts';
import { OperatorError } from './operator-error.ts';
import { writeSealed, writeWhole } from './sealed-file.ts';

let folder: string;
/** Below a file: nobody can write there, root neither. */
let nowhere: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongma-sealed-'));
  writeFileSync(join(folder, 'file'), '');
  nowhere = join(folder, 'file', 'kept.json');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each<[string, () => void]>([
  ['a file', () => writeWhole(nowhere, 'text')],
  ['a sealed file', () => writeSealed(nowhere, 'text')],
  [
    'the last checkpoint',
    () => keptCheckpoint(nowhere).write({ number: 1, hash: new Uint8Array(32) }),
  ],
])('%s that cannot be written is one sentence for the operator', (_what, write) => {
  expect(write).toThrow(new OperatorError(`The file ${nowhere} cannot be written (ENOTDIR).`));
});

it('a file is there as it was written', () => {
  const path = join(folder, 'kept.json');
  writeSealed(path, 'text');
  expect(readFileSync(path, 'utf8')).toBe('text');
});
