import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifyTask } from '../baseline/verify.ts';
import { runTask } from '../support/run-task.ts';
import { cpuSets, machine } from '../support/machine.ts';
import { median, rounded, rowTable, table, type Bench, type Row } from '../support/row.ts';
import { ROUNDS } from '../support/on-built.ts';
import { offlineWorld } from './world.ts';
import type { OfflineTask } from './verdicts.ts';

const CODES = 20_000;
const BARE = 'test/bench/baseline/verify.ts';
const TIMES = { warmUpMs: 1_000, measureMs: 3_000 } as const;

interface Figures {
  readonly perSecond: number;
  readonly micros?: number;
}

/** Verdicts of the offline verifier against bare verification of as many signatures. Source: DESIGN.md §9. */
export const offline: Bench = async (say) => {
  const before = machine();
  const cpus = cpuSets()?.servers ?? null;
  const folder = mkdtempSync(join(tmpdir(), 'tongma-bench-files-'));
  try {
    say(`Making ${CODES.toLocaleString('en')} codes and their lists.`);
    const world = await offlineWorld(CODES);
    const textsFile = join(folder, 'texts.json');
    writeFileSync(textsFile, JSON.stringify(world.texts));
    const verdicts: OfflineTask = { ...world.task, ...TIMES, textsFile };
    const bare: VerifyTask = { ...TIMES, textsFile, key: world.key };
    const figures: { ours: Figures; alone: Figures; der: Figures }[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const ours = await runTask<Figures>('test/bench/offline/verdicts.ts', verdicts, cpus);
      const alone = await runTask<Figures>(BARE, bare, cpus);
      const der = await runTask<Figures>(BARE, { ...bare, der: true }, cpus);
      figures.push({ ours, alone, der });
      say(
        `Round ${round}: ${ours.perSecond.toFixed(0)} verdicts/s; ${alone.perSecond.toFixed(0)} signatures/s alone.`,
      );
    }
    const of = (figure: (one: (typeof figures)[number]) => number) => median(figures.map(figure));
    const ratio = of(({ ours, alone }) => ours.perSecond / alone.perSecond);
    const rows: Row[] = [
      { row: 'vs-verify', value: rounded(ratio, 2), better: 'higher', bar: '≥ 0.8' },
    ];
    const lines = [
      [
        'offline verifier',
        of(({ ours }) => ours.perSecond).toFixed(0),
        of(({ ours }) => ours.micros ?? NaN).toFixed(1),
      ],
      ['verification alone', of(({ alone }) => alone.perSecond).toFixed(0), ''],
      ['the same, signatures in DER before', of(({ der }) => der.perSecond).toFixed(0), ''],
    ];
    const how = `- ${before}\n- ${CODES.toLocaleString('en')} distinct codes on paper, 1,000 under way; medians of ${ROUNDS} rounds, each side once a round, on the same processors.`;
    return {
      rows,
      report: [rowTable(rows), table(['side', 'codes/s', 'CPU µs a code'], lines), how].join(
        '\n\n',
      ),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
