import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../support/install.ts';
import { cpuSets, machine } from '../support/machine.ts';
import { table, type Bench } from '../support/row.ts';
import { commonTask, conditions, FIRST, tongmaSide } from './bench.ts';
import { runLoad, type LoadFigures, type LoadTask } from './load-task.ts';
import { selfTimes, type CpuProfile } from './self-times.ts';
import { startTongma } from './tongma.ts';

const SHOWN = { places: 20, functions: 25 } as const;
const MEASURE_MS = 5_000;

function shares(title: string, times: ReadonlyMap<string, number>, most: number): string {
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  const lines = [...times]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, time]) => [name, `${((time / all) * 100).toFixed(1)} %`]);
  return table([title, 'self time'], lines);
}

function split({ serverMicros, mainThreadMicros, postgresMicros, perSecond }: LoadFigures): string {
  return (
    `- Under the profiler: ${perSecond.toFixed(0)} requests/s; CPU a request: main thread ` +
    `${mainThreadMicros.toFixed(0)} µs, its other threads (signatures, garbage collection) ` +
    `${(serverMicros - mainThreadMicros).toFixed(0)} µs, PostgreSQL ${postgresMicros.toFixed(0)} µs.`
  );
}

type Common = Awaited<ReturnType<typeof commonTask>>;

/** Where the main thread of Tongma spends its time under a load; `changed` makes it of `recognize`'s. */
export const profileOf =
  (
    changed: (common: Common) => Common & Pick<LoadTask, 'batch'>,
    first: Pick<LoadTask, 'warmUpMs' | 'warmUpRequests' | 'warmUpMaxMs'> = FIRST,
  ): Bench =>
  async (say) => {
    const before = machine();
    say('Building.');
    npm(['run', '--silent', 'build']);
    const cpus = cpuSets();
    const folder = mkdtempSync(join(tmpdir(), 'tongma-bench-profile-'));
    try {
      say('Starting Tongma and filling its demo.');
      const options = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
      const tongma = await startTongma(cpus?.servers ?? null, options);
      let figures: LoadFigures;
      try {
        const task = {
          ...changed(await commonTask(tongma, folder)),
          ...(await tongmaSide(tongma)),
        };
        figures = await runLoad({ ...task, ...first, measureMs: MEASURE_MS }, cpus?.load ?? null);
      } finally {
        await tongma.stop(); // the profile is written when it ends
      }
      const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
      if (file === undefined) throw new Error('No profile was written.');
      const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
      const { places, functions } = selfTimes(profile, figures.window);
      const report = [
        shares('code, with what it has Node do', places, SHOWN.places),
        shares('function, for', functions, SHOWN.functions),
        `${conditions(cpus, before)}\n${split(figures)}`,
      ];
      return { rows: [], report: report.join('\n\n') };
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

/** The profile of single verdicts. */
export const recognizeProfile = profileOf((common) => common);
