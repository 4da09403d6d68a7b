import { ROUNDS } from '../support/on-built.ts';
import { median, table } from '../support/row.ts';
import type { Side } from './baselines.ts';
import { runLoad, type LoadFigures, type LoadTask } from './load-task.ts';

/** Figures of each side, round by round. */
export type Measured = ReadonlyMap<string, readonly LoadFigures[]>;

function figuresOf(measured: Measured, name: string): readonly LoadFigures[] {
  return measured.get(name) ?? [];
}

/** How many times as many requests a second as a baseline: median of the rounds' ratios. */
export function ratio(measured: Measured, side: string, baseline: string): number {
  const ours = figuresOf(measured, side);
  const other = figuresOf(measured, baseline);
  return median(ours.map(({ perSecond }, round) => perSecond / (other[round]?.perSecond ?? NaN)));
}

/** A line a side: medians of its rounds. */
export function sideTable(measured: Measured): string {
  const head = ['side', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs a request: servers'];
  return table(
    [...head, 'of them main threads', 'PostgreSQL', 'load busy'],
    [...measured].map(([name, rounds]) => {
      const of = (figure: (one: LoadFigures) => number, digits: number) =>
        median(rounds.map(figure)).toFixed(digits);
      return [
        name,
        of(({ perSecond }) => perSecond, 0),
        of(({ p50Ms }) => p50Ms, 1),
        of(({ p99Ms }) => p99Ms, 1),
        of(({ serverMicros }) => serverMicros, 0),
        of(({ mainThreadMicros }) => mainThreadMicros, 0),
        of(({ postgresMicros }) => postgresMicros, 0),
        `${of(({ loadBusy }) => loadBusy * 100, 0)} %`,
      ];
    }),
  );
}

/** What all sides are asked. */
export type CommonTask = Omit<LoadTask, keyof Side>;

/** Asks all sides in turn, after each was warmed up. @throws {Error} when a single answer is wrong */
export async function measure(
  sides: readonly Side[],
  common: CommonTask,
  first: Pick<LoadTask, 'warmUpMs' | 'warmUpRequests' | 'warmUpMaxMs'>,
  cpus: string | null,
  say: (sentence: string) => void,
): Promise<Measured> {
  const task = (side: Side): LoadTask => ({ ...common, ...side });
  for (const side of sides) {
    say(`Warming up: ${side.name}.`);
    await runLoad({ ...task(side), ...first, measureMs: 500 }, cpus);
  }
  const measured = new Map<string, LoadFigures[]>(sides.map(({ name }) => [name, []]));
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const side of sides) {
      const figures = await runLoad(task(side), cpus);
      measured.get(side.name)?.push(figures);
      const note = figures.repeated ? ', some codes twice' : '';
      say(`Round ${round}: ${side.name} ${figures.perSecond.toFixed(0)} requests/s${note}.`);
    }
  }
  return measured;
}
