import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sourcesMatching } from './source-files.ts';

/** What partners take with them runs wherever JavaScript does. Source: DESIGN.md §6. */
const ENTRY = 'subgraphs/codes/verify/index.ts';

describe('the offline verifier', () => {
  it('reaches nothing of Node, no gateway, no database and no package', () => {
    const texts = new Map(sourcesMatching(/^subgraphs\//).map(({ path, text }) => [path, text]));
    const seen = new Set<string>();
    const foreign: string[] = [];
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = texts.get(path);
      if (text === undefined) throw new Error(`${path} is not there.`);
      const { importedFiles } = ts.preProcessFile(withoutTypes(text));
      for (const { fileName } of importedFiles) {
        if (fileName.startsWith('.')) visit(posix.join(posix.dirname(path), fileName));
        else foreign.push(`${path}: ${fileName}`);
      }
    };
    visit(ENTRY);
    expect(foreign).toEqual([]);
    expect([...seen].filter((path) => /\/(persistence|schema|gateway)\//.test(path))).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });
});

/** Imports of types alone are gone when the code runs. */
function withoutTypes(text: string): string {
  return text.replaceAll(/^(import|export) type [^;]*;/gm, '');
}
