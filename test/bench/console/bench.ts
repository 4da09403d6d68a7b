import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../support/child.ts';
import { rounded, rowTable, table, type Bench, type Row } from '../support/row.ts';
import { builtScript, type BuiltScript } from './built-script.ts';

/** Built beside what may be served just now, and with a manifest. */
function build(folder: string): BuiltScript {
  const outDir = relative(join(ROOT, 'console'), folder);
  const settings = ['--config', 'console/vite.config.ts', '--logLevel', 'warn'];
  const args = ['node_modules/vite/bin/vite.js', 'build', ...settings, '--manifest'];
  // What Vite prints must not stand among rows that a program reads.
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] as ['ignore', 2, 2] };
  execFileSync(process.execPath, [...args, '--outDir', outDir, '--emptyOutDir'], options);
  return builtScript(folder);
}

/** What a resident who opens `/my/` sees first: a chunk of its own, or a part of the entry. */
const FIRST_OF_MY = 'src/my/pages/CodePage.vue';

const WORDS = /^src\/locales\/[\w-]+\/([\w-]+)\.json$/;

interface Page {
  /** Before the first page: the entry, all it imports, the words of the largest language. */
  readonly first: ReadonlySet<string>;
  /** Chunks that come with a route or later. */
  readonly routes: readonly string[];
}

function pageOf(script: BuiltScript, entry: string): Page {
  const later = script.later(entry);
  const languages = Map.groupBy(
    later.filter((key) => WORDS.test(key)),
    (key) => WORDS.exec(key)?.[1] ?? '',
  );
  const words = [...languages.values()]
    .map((chunks) => chunks.flatMap((key) => [...script.loaded(key)]))
    .toSorted((a, b) => script.kilobytes(b) - script.kilobytes(a));
  return {
    first: new Set([...script.loaded(entry), ...(words[0] ?? [])]),
    routes: later.filter((key) => !WORDS.test(key)),
  };
}

/** What each route adds to the first load, the most expensive one first. */
function additions(script: BuiltScript, { first, routes }: Page, of: 'loaded' | 'reachable') {
  return routes
    .map((key) => {
      const files = [...script[of](key)].filter((file) => !first.has(file));
      return { route: key, added: script.kilobytes(files) };
    })
    .toSorted((a, b) => b.added - a.added);
}

/** Sizes of the script of the console and of the residents' pages. Source: DESIGN.md §9. */
export const consoleSize: Bench = (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongma-bench-console-'));
  try {
    say('Building the console.');
    const script = build(folder);
    const page = pageOf(script, 'index.html');
    const routes = additions(script, page, 'reachable');
    const my = pageOf(script, 'my.html');
    if (!existsSync(join(ROOT, 'console', FIRST_OF_MY))) throw new Error(`No ${FIRST_OF_MY}.`);
    const pagesOfMy = additions(script, my, 'loaded');
    const firstOfMy = pagesOfMy.find(({ route }) => route === FIRST_OF_MY)?.added ?? 0;
    const row = (name: string, kilobytes: number, bar: number): Row => ({
      ...{ row: name, value: rounded(kilobytes, 1), better: 'lower', bar: `≤ ${bar}` },
    });
    const rows = [
      row('first-load-kb', script.kilobytes(page.first), 200),
      row('route-max-kb', routes[0]?.added ?? 0, 350),
      row('my-first-load-kb', script.kilobytes(my.first) + firstOfMy, 90),
    ];
    const lines = [...routes, ...pagesOfMy].map(({ route, added }) => [route, added.toFixed(1)]);
    const how =
      'Script after gzip, in KB of 1,000 bytes. First load: the entry, everything it imports, the ' +
      "words of the largest language; the residents' with the page of `/my/` itself, their code. " +
      'Later: what each page loads on top, in the console with its lazy parts and workers.';
    const report = [rowTable(rows), table(['loaded later', 'KB'], lines), how];
    return Promise.resolve({ rows, report: report.join('\n\n') });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
