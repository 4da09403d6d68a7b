import { commonTask, conditions, FIRST, tongmaSide } from '../recognize/bench.ts';
import { runLoad, type LoadFigures } from '../recognize/load-task.ts';
import { startFilled } from '../recognize/tongma.ts';
import { median, rounded, rowTable, table } from '../support/row.ts';
import { onBuilt, ROUNDS } from '../support/on-built.ts';
import { beginAttack } from './attack-task.ts';

const CLIENTS = 50;
const ATTACKERS = 10;
/** Of a round, in milliseconds: longer than from one collection of all garbage to the next, or chance decides. */
const MEASURE_MS = 12_000;

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
export const abuse = onBuilt(async (run) => {
  const { say, before, cpus, folder } = run;
  const tongma = await startFilled(run);
  say('Issuing codes.');
  const side = await tongmaSide(tongma);
  const task = {
    ...(await commonTask(tongma, folder)),
    ...{ ...side, connections: CLIENTS, measureMs: MEASURE_MS },
  };
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
});
