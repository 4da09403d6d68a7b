import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commonTask, conditions, FIRST, tongmaSide } from '../recognize/bench.ts';
import { runLoad, type LoadFigures } from '../recognize/load-task.ts';
import { startTongma } from '../recognize/tongma.ts';
import { npm } from '../support/install.ts';
import { cpuSets, machine } from '../support/machine.ts';
import { median, rounded, rowTable, table, type Bench } from '../support/row.ts';
import { beginAttack } from './attack-task.ts';

const CLIENTS = 50;
const ATTACKERS = 10;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

interface Round {
  readonly calm: LoadFigures;
  readonly attacked: LoadFigures;
  /** Hostile requests that were refused while it was attacked. */
  readonly refused: number;
}

function report(rounds: readonly Round[]): string {
  const line = (name: string, of: (round: Round) => LoadFigures) => [
    name,
    median(rounds.map((round) => of(round).perSecond)).toFixed(0),
    median(rounds.map((round) => of(round).p50Ms)).toFixed(1),
    median(rounds.map((round) => of(round).p99Ms)).toFixed(1),
  ];
  return table(
    ['recognizeCode', 'requests/s', 'p50 ms', 'p99 ms'],
    [line('alone', ({ calm }) => calm), line('attacked', ({ attacked }) => attacked)],
  );
}

/** What an attack on `/graphql` costs those who only ask about codes. Source: DESIGN.md §9. */
export const abuse: Bench = async (say) => {
  const before = machine();
  say('Building.');
  npm(['run', '--silent', 'build']);
  const cpus = cpuSets();
  const folder = mkdtempSync(join(tmpdir(), 'tongma-bench-files-'));
  const undo: (() => Promise<void> | void)[] = [
    () => {
      rmSync(folder, { recursive: true });
    },
  ];
  try {
    say('Starting Tongma and filling its demo.');
    const tongma = await startTongma(cpus?.servers ?? null);
    undo.push(tongma.stop);
    say('Issuing codes.');
    const side = await tongmaSide(tongma);
    const task = { ...(await commonTask(tongma, folder)), ...side, connections: CLIENTS };
    const load = cpus?.load ?? null;
    const attack = () => beginAttack({ ...side, connections: ATTACKERS }, load);
    say('Warming up.');
    await runLoad({ ...task, ...FIRST, measureMs: 500 }, load);
    const rounds: Round[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const calm = await runLoad(task, load);
      const end = attack();
      const attacked = await runLoad(task, load);
      const refused = Object.values(await end()).reduce((sum, count) => sum + count, 0);
      rounds.push({ calm, attacked, refused });
      say(
        `Round ${round}: p99 ${calm.p99Ms.toFixed(1)} ms alone, ${attacked.p99Ms.toFixed(1)} ms ` +
          `attacked, ${refused} hostile requests refused.`,
      );
    }
    const value = median(rounds.map(({ calm, attacked }) => attacked.p99Ms / calm.p99Ms));
    const rows = [
      { row: 'p99-ratio', value: rounded(value, 2), better: 'lower' as const, bar: '≤ 2' },
    ];
    const refused = median(rounds.map((round) => round.refused)).toFixed(0);
    const how =
      `- Load: ${CLIENTS} kept connections that ask about codes one by one; attacked, ${ATTACKERS} more send ` +
      `what test/system/abuse.test.ts has refused, each text new: ${refused} in a round, all refused.\n` +
      `- Medians of ${ROUNDS} rounds; the row is the median of the rounds' ratios.`;
    const parts = [rowTable(rows), report(rounds), `${conditions(cpus, before, null)}\n${how}`];
    return { rows, report: parts.join('\n\n') };
  } finally {
    for (const step of undo.reverse()) await step();
  }
};
