import { commonTask, conditions, FIRST, tongmaSide } from '../recognize/bench.ts';
import { runLoad, type LoadFigures, type LoadTask } from '../recognize/load-task.ts';
import { startTongma } from '../recognize/tongma.ts';
import { median, rounded, rowTable, table, type Row } from '../support/row.ts';
import { onBuilt, ROUNDS } from '../support/on-built.ts';
import { fillCodes, scatterTokens } from './world.ts';

/** Codes of the two sides. Source: DESIGN.md §9. */
const SMALL = Number(process.env['GROWTH_SMALL'] ?? 20_000);
const LARGE = Number(process.env['GROWTH_LARGE'] ?? 2_000_000);

/** What recognition takes among very many codes, against few. Source: DESIGN.md §9. */
export const growth = onBuilt(async (run) => {
  const { say, before, cpus, folder, undo } = run;

  /** A Tongma of its own with so many codes, of which as many are shown on every side. */
  async function side(codes: number): Promise<LoadTask> {
    const name = codes.toLocaleString('en');
    say(`Starting a Tongma and filling it with ${name} codes.`);
    const tongma = await startTongma(cpus?.servers ?? null, [], { fresh: true });
    undo(tongma.stop);
    const shown = await fillCodes(tongma, codes, SMALL);
    const common = await commonTask(tongma, folder, { name, codes: shown });
    await scatterTokens(tongma);
    return { ...common, ...(await tongmaSide(tongma)) };
  }

  const sides = [await side(SMALL), await side(LARGE)];
  for (const task of sides) {
    await runLoad({ ...task, ...FIRST, measureMs: 500 }, cpus?.load ?? null);
  }
  const figures: LoadFigures[][] = sides.map(() => []);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [at, task] of sides.entries()) {
      figures[at]?.push(await runLoad(task, cpus?.load ?? null));
    }
    const p99 = figures.map((side) => `${(side.at(-1)?.p99Ms ?? NaN).toFixed(1)} ms`);
    say(`Round ${round}: p99 ${p99.join(' and ')}.`);
  }
  const [few = [], many = []] = figures;
  const ratios = many.map(({ p99Ms }, at) => p99Ms / (few[at]?.p99Ms ?? NaN));
  const rows: Row[] = [
    { row: 'p99-2m-vs-20k', value: rounded(median(ratios), 2), better: 'lower', bar: '≤ 1.2' },
  ];
  const lines = [SMALL, LARGE].map((codes, at) => {
    const of = (figure: (one: LoadFigures) => number) => median((figures[at] ?? []).map(figure));
    return [
      ...[codes.toLocaleString('en'), of(({ perSecond }) => perSecond).toFixed(0)],
      ...[of(({ p50Ms }) => p50Ms).toFixed(1), of(({ p99Ms }) => p99Ms).toFixed(1)],
      of(({ postgresMicros }) => postgresMicros).toFixed(0),
    ];
  });
  const how =
    `- Two Tongmas, each with a database of its own; on both ${SMALL.toLocaleString('en')} paper codes are shown, ` +
    `of residents and among tokens from all over the region. Medians of ${ROUNDS} rounds in turn; the row is ` +
    "the median of the rounds' ratios.";
  const head = ['codes', 'requests/s', 'p50 ms', 'p99 ms', 'PostgreSQL µs a request'];
  const report = [rowTable(rows), table(head, lines), `${conditions(cpus, before)}\n${how}`];
  return { rows, report: report.join('\n\n') };
});
