import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { halfOf, SEED } from './sample.ts';
import { build, emptyOnce, fillOnce, ROOT } from './system/support/process.ts';

/**
 * Runs the tests. With arguments it is vitest with them; without, the projects in two lanes side by
 * side: most of what stories do is wait. The rules of the architecture are run by `npm run check`.
 * The last line says how many passed and failed.
 */
const VITEST = [
  join(ROOT, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--config',
  'test/vitest.config.ts',
];

/** Stories of the whole; split, another half of them in each run, or all with all tests. */
const STORIES = globSync('test/{system,invariants}/*.test.ts', { cwd: ROOT });

/** Stories that start stacks of their own and take long; one of them in each run, or all. */
const LONG = ['test/system/trust.test.ts', 'test/system/third-region.test.ts'];
const drawn = halfOf(LONG);
const played = STORIES.filter((file) => !LONG.includes(file) || drawn.includes(file));

/** Projects that run together, and their files when it is not all. */
interface Step {
  readonly projects: readonly string[];
  readonly files?: readonly string[];
}

/** Each lane's steps one after the other; a lane has one Tongma at a time. */
const LANES: readonly (readonly Step[])[] = [
  [{ projects: ['unit', 'stores'] }, { projects: ['system'], files: played }],
  [
    { projects: ['split'], files: [...halfOf(STORIES), 'test/system/split/'] },
    { projects: ['browser'] },
  ],
];

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function vitest(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...VITEST, ...args], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** A file that could not be run holds no failed test, and is counted as one. */
function outcomeOf(file: string, code: number): Outcome {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 1 }; // it ended without results
  }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function lane(steps: readonly Step[], results: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { projects, files = [] } of steps) {
    const file = join(results, `${projects.join('-')}.json`);
    const code = await vitest([
      ...files,
      ...projects.flatMap((project) => ['--project', project]),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ]);
    outcomes.push(outcomeOf(file, code));
  }
  return outcomes;
}

const given = process.argv.slice(2);
if (given.length > 0) process.exit(await vitest(given));

// One seed for the whole run: with it a run is repeated.
process.env['TONGMA_SEED'] ??= String(SEED);
console.log(`TONGMA_SEED=${process.env['TONGMA_SEED']}`);
// What is started over and over is compiled once.
process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'node_modules/.cache/compiled');
build();
emptyOnce();
await fillOnce();
const results = mkdtempSync(join(tmpdir(), 'tongma-results-'));
const outcomes = (await Promise.all(LANES.map((steps) => lane(steps, results)))).flat();
rmSync(results, { recursive: true });
const passed = outcomes.reduce((sum, one) => sum + one.passed, 0);
const failed = outcomes.reduce((sum, one) => sum + one.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
