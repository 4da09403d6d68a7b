import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.ts';

const FILE = join(ROOT, 'test/bench/RESULTS.md');

/**
 * Puts a report into its place in RESULTS.md, between two comments that name the benchmark; what
 * stands around it is written by hand. @throws {Error} when there is no such place
 */
export function record(name: string, report: string): void {
  const text = readFileSync(FILE, 'utf8');
  const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!place.test(text)) throw new Error(`RESULTS.md has no place for ${name}.`);
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    FILE,
    text.replace(
      place,
      (_all, begin: string, end: string) => `${begin}\nMeasured ${day}.\n\n${report}\n\n${end}`,
    ),
  );
}
