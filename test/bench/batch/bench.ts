import { openKeyFile } from '../../../subgraphs/codes/persistence/key-file.ts';
import type { Verified, VerifyTask } from '../baseline/verify.ts';
import { commonTask, conditions, tongmaSide } from '../recognize/bench.ts';
import { ISSUER } from '../recognize/codes.ts';
import { runLoad, type LoadFigures, type LoadTask } from '../recognize/load-task.ts';
import { startFilled } from '../recognize/tongma.ts';
import { runTask } from '../support/run-task.ts';
import { median, rounded, rowTable, table, type Row } from '../support/row.ts';
import { onBuilt, ROUNDS } from '../support/on-built.ts';
import { BATCH, FIRST_BATCHES, inBatches } from './batch-task.ts';

const VERIFY_MS = { warmUpMs: 1_000, measureMs: 3_000 } as const;

function reportOf(tongma: readonly LoadFigures[], verified: readonly number[]): string {
  const of = (figure: (one: LoadFigures) => number) => median(tongma.map(figure));
  const code = (figure: (one: LoadFigures) => number) => (of(figure) / BATCH).toFixed(1);
  return table(
    [
      'side',
      'codes/s',
      'p99 ms a call',
      'CPU µs a code: servers',
      'of them main thread',
      'PostgreSQL',
    ],
    [
      [
        ...['tongma', (of(({ perSecond }) => perSecond) * BATCH).toFixed(0)],
        ...[of(({ p99Ms }) => p99Ms).toFixed(0), code(({ serverMicros }) => serverMicros)],
        ...[code((one) => one.mainThreadMicros), code((one) => one.postgresMicros)],
      ],
      ['verification alone', median(verified).toFixed(0), '', '', '', ''],
    ],
  );
}

/** Batches of 1,000 verdicts against bare verification of as many signatures. Source: DESIGN.md §9. */
export const batch = onBuilt(async (run) => {
  const { say, before, cpus, folder } = run;
  const tongma = await startFilled(run);
  say('Issuing codes.');
  const common = await commonTask(tongma, folder);
  const task: LoadTask = { ...inBatches(common), ...(await tongmaSide(tongma)) };
  const keys = openKeyFile(tongma.keysFile, () => undefined).keys();
  const key = keys.find(({ region, use }) => region === ISSUER && use === 'paper')?.signer;
  if (!key) throw new Error('The issuing region has no key for paper.');
  const verification: VerifyTask = {
    ...{ ...VERIFY_MS, textsFile: common.codes.textsFile },
    key: Buffer.from(key.spki).toString('base64'),
  };
  say('Warming up.');
  await runLoad({ ...task, ...FIRST_BATCHES, measureMs: 500 }, cpus?.load ?? null);
  const figures: LoadFigures[] = [];
  const verified: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const one = await runLoad(task, cpus?.load ?? null);
    const bare = (
      await runTask<Verified>('test/bench/baseline/verify.ts', verification, cpus?.servers ?? null)
    ).perSecond;
    figures.push(one);
    verified.push(bare);
    const codes = (one.perSecond * BATCH).toFixed(0);
    say(`Round ${round}: ${codes} codes/s; ${bare.toFixed(0)} signatures/s alone.`);
  }
  const ratios = figures.map(({ perSecond }, at) => (perSecond * BATCH) / (verified[at] ?? NaN));
  const rows: Row[] = [
    { row: 'vs-verify', value: rounded(median(ratios), 2), better: 'higher', bar: '≥ 0.7' },
  ];
  const how =
    `- Two calls of ${BATCH.toLocaleString('en')} codes under way at a time, over two connections; ` +
    `medians of ${ROUNDS} rounds, each side once a round. Alone: Node's asynchronous check, ` +
    `${BATCH.toLocaleString('en')} under way, on the servers' processors.`;
  const report = [
    rowTable(rows),
    reportOf(figures, verified),
    `${conditions(cpus, before, null)}\n${how}`,
  ];
  return { rows, report: report.join('\n\n') };
});
