import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../gateway/metrics/metrics.ts';
import { readEvidenceKeys } from '../../subgraphs/health-records/persistence/evidence-keys.ts';
import { isTest, readSource, sourcesMatching } from './source-files.ts';

const { text: page } = readSource('deploy/operation.md');

/** First cells of the rows of a table whose first heading is given, and the cells beside them. */
function rowsOf(heading: string): string[][] {
  const lines = page.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${heading} `));
  const after = lines.slice(head + 2);
  return after
    .slice(
      0,
      after.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

/** Alarms of a text: `alarm: 'A'`, or as a type `alarm: 'A' | 'B'`. */
function alarmsIn(text: string): string[] {
  const given = [...text.matchAll(/\balarm: ((?:'[A-Z_]+'(?:\s*\|\s*)?)+)/g)];
  return given.flatMap(([, names = '']) => [...names.matchAll(/[A-Z_]+/g)].map(([name]) => name));
}

describe('deploy/operation.md', () => {
  it('has every alarm of the code, and no other', () => {
    const sources = sourcesMatching(/^(gateway|subgraphs|cli)\//).filter(
      ({ path }) => !isTest(path),
    );
    const given = new Set(sources.flatMap(({ text }) => alarmsIn(text)));
    const told = rowsOf('alarm').map(([alarm]) => alarm);
    expect(told.length).toBeGreaterThan(10);
    expect(told.toSorted()).toEqual([...given].toSorted());
    expect(rowsOf('alarm').filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([]);
  });

  it('has every metric, with its kind', async () => {
    const text = await createMetrics().text();
    const given = [...text.matchAll(/^# TYPE (tongma_\w+) (\w+)$/gm)].map(([, name, kind]) => [
      name,
      kind,
    ]);
    expect(rowsOf('metric').map(([name, kind]) => [name, kind])).toEqual(given);
  });

  it('shows a file of laboratories’ keys that health-records takes', () => {
    const shown = /```json\n([^]*?)```/.exec(page)?.[1] ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'tongma-operation-'));
    const file = join(folder, 'evidence-keys.json');
    try {
      writeFileSync(file, shown);
      expect(() => readEvidenceKeys(file)).not.toThrow();
      expect(shown).toContain('"laboratory"');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the check of alarms', () => {
  it.each([
    ["log.error({ err, alarm: 'A_B' }, '')", ['A_B']],
    ["readonly alarm: 'A' | 'B' | 'C';", ['A', 'B', 'C']],
    ['const alarm: Alarm = {};', []],
  ])('finds in %j: %j', (text, alarms) => {
    expect(alarmsIn(text)).toEqual(alarms);
  });
});
