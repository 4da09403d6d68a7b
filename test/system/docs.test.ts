import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docsPages, examplesOf, unknownBlocks } from './support/docs-page.ts';
import { answerFaults, textFits, type Names } from './support/docs-pattern.ts';
import { exampleFaults } from './support/docs-run.ts';

const PAGES = [...docsPages()]
  .map(([page, text]) => ({ page, examples: examplesOf(text) }))
  .filter(({ examples }) => examples.length > 0);

describe('the examples of docs/', () => {
  it('are there', () => {
    expect(PAGES.length).toBeGreaterThan(10);
  });

  it('are in languages that are run', () => {
    const unknown = [...docsPages()].flatMap(([page, text]) =>
      unknownBlocks(text).map((where) => `docs/${page}:${where}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(PAGES)('$page holds as it is written', async ({ page, examples }) => {
    const folder = mkdtempSync(join(tmpdir(), 'tongma-docs-'));
    const names: Names = new Map();
    let faults: string[] = [];
    try {
      for (const example of examples) {
        const found = await exampleFaults(example, { names, folder });
        faults = found.map((fault) => `docs/${page}:${example.line}: ${fault}`);
        if (faults.length > 0) break; // what follows may need its answer
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(faults).toEqual([]);
  });
});

describe('the check of examples', () => {
  it.each([
    [{ a: 1 }, { a: 2 }, ['it.a is 2']],
    [{ a: { b: '…' } }, { a: {} }, ['it.a.b is missing']],
    [['…'], { a: 1 }, ['it is no list']],
    [[1], [1, 2], ['it has 2 items']],
    [[1, '…'], [1, 2, 3], []],
    [{ a: 1, c: '…' }, { a: 1, b: 2, c: null }, []],
    [{ a: '<x>', b: '<x>' }, { a: 'one', b: 'two' }, ['it.b is "two"']],
  ])('of %j finds in %j: %j', (pattern, given, faults) => {
    expect(answerFaults(pattern, given, new Map())).toEqual(faults);
  });

  it.each([
    ['a\n…\nd', 'a\nb\nc\nd\n', true],
    ['…\nd', 'a\nd\ne', false],
    ['a\nd', 'a\nb\nd', false],
    ['a\n…', 'a\nb', true],
  ])('of the lines %j says of %j: %j', (pattern, given, fits) => {
    expect(textFits(pattern, given)).toBe(fits);
  });
});
