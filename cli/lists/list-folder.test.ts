import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { StartError } from '../start-error.ts';
import { writeLists } from './list-folder.ts';

const NONE = new Map<string, Uint8Array | null>();
const ABOUT = {
  ...{ region: '330000', environment: 'demo' as const, threshold: 1, roots: [''] },
  fetchedAt: '2022-07-01T00:00:00Z',
};
const LISTS = {
  ...{ terms: NONE, agreements: NONE, statements: NONE, statusLists: NONE, evidence: NONE },
  trustList: new Uint8Array([1]),
};

it.each([
  [
    'the folder',
    (folder: string) => join(folder, 'file'),
    /file\/terms cannot be written \(ENOTDIR\)\.$/,
  ],
  ['a file', (folder: string) => folder, /trust-list\.cbor cannot be written \(EISDIR\)\.$/],
])('%s that cannot be written is one sentence for the operator', async (_what, of, sentence) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongma-lists-'));
  writeFileSync(join(folder, 'file'), '');
  try {
    if (of(folder) === folder) {
      await writeLists(join(folder, 'trust-list.cbor.new'), LISTS, ABOUT); // a folder in its place
    }
    const written = writeLists(of(folder), LISTS, ABOUT);
    await expect(written).rejects.toThrow(StartError);
    await expect(written).rejects.toThrow(sentence);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
