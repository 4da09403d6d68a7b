import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { SEED, shareOf } from './sample.ts';
import { build, emptyOnce, fillOnce, ROOT } from './system/support/process.ts';

/**
 * Runs the tests. With arguments it is vitest with them; without, the projects in three lanes side by
 * side: most of what stories do is wait. The rules of the architecture are run by `npm run check`.
 * The last lines say what failed, and how many passed.
 */
const VITEST = [
  join(ROOT, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--config',
  'test/vitest.config.ts',
];

/** Stories of the whole; split, another third of them in each run, or all with all tests. */
const STORIES = globSync('test/{system,invariants}/*.test.ts', { cwd: ROOT });

/** What takes minutes: stacks of their own, everything killed over and over. Half in each run, or all. */
const LONG = [
  'test/system/backup.test.ts',
  'test/system/bulletin.test.ts',
  'test/system/kill.test.ts',
  'test/system/third-region.test.ts',
  'test/system/trust.test.ts',
  'test/system/two-stacks.test.ts',
  'subgraphs/codes/persistence/killed.test.ts',
  'subgraphs/residents/persistence/rotation/rotation.test.ts',
  'subgraphs/travel-history/persistence/bulletins.test.ts',
  'subgraphs/travel-history/persistence/exposures-killed.test.ts',
];
const drawn = shareOf(LONG, 2);
const left = LONG.filter((file) => !drawn.includes(file));

/** Projects that run together, and their files when it is not all. */
interface Step {
  readonly projects: readonly string[];
  readonly files?: readonly string[];
}

/** Each lane's steps one after the other; a lane has one Tongma at a time. */
const LANES: readonly (readonly Step[])[] = [
  [
    { projects: ['unit', 'stores'] },
    { projects: ['split'], files: [...shareOf(STORIES, 3), 'test/system/split/'] },
  ],
  [{ projects: ['system'] }],
  [{ projects: ['browser'] }],
];

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What failed and why, to be said once more at the end: the lanes' lines run into each other. */
  readonly failures: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
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
    const failures = [`${file} was not written: the run ended with ${String(code)}`];
    return { passed: 0, failed: 1, failures };
  }
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const said = failed.map((test) => `${test.fullName}\n${test.failureMessages.join('\n')}`);
    if (status === 'failed' && failed.length === 0) said.push(message);
    return said.map((text) => `${relative(ROOT, name)}: ${text}`);
  });
  if (failures.length === 0 && code !== 0)
    failures.push(`a run without failed tests ended with ${String(code)}`);
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

async function lane(steps: readonly Step[], results: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { projects, files = [] } of steps) {
    const file = join(results, `${projects.join('-')}.json`);
    const code = await vitest([
      ...files,
      ...projects.flatMap((project) => ['--project', project]),
      ...left.flatMap((file) => ['--exclude', file]),
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
if (left.length > 0) console.log(`Not drawn this time: ${left.join(', ')}`);
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
for (const { failures } of outcomes) for (const text of failures) console.log(`FAILED ${text}\n`);
if (failed > 0) console.log(`TONGMA_SEED=${process.env['TONGMA_SEED']}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
