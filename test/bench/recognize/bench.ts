import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installExtras } from '../support/install.ts';
import { machineLine, type CpuSets } from '../support/machine.ts';
import { rounded, rowTable, type Row } from '../support/row.ts';
import { onBuilt, ROUNDS } from '../support/on-built.ts';
import { LEAST, startBaselines, type Side } from './baselines.ts';
import { makeCodes, RECEIVER } from './codes.ts';
import { measure, ratio, sideTable } from './rounds.ts';
import { startFilled, type BenchTongma } from './tongma.ts';

const CODES = Number(process.env['BENCH_CODES'] ?? 20_000);
const CONNECTIONS = 32;
const MS = { warmUp: 1_000, measure: 3_000 } as const;
/** Before the first round, so that every side runs compiled code: V8 goes on compiling for that long. */
export const FIRST = { warmUpMs: 4_000, warmUpRequests: 15_000, warmUpMaxMs: 40_000 } as const;

/** What a partner is shown to ask in the README. */
const QUERY = `query ($input: RecognizeCodeInput!) {
  recognizeCode(input: $input) {
    pass outcome tokenStatus color validUntil reasons { ruleId text(language: EN) } receipt
  }
}`;

const BARS = { handler: 1.2, apollo: 8, hive: 6 } as const;

/** Tongma itself, as a side. */
export async function tongmaSide(tongma: BenchTongma): Promise<Side> {
  const { origin, pathname } = new URL(tongma.gatewayUrl);
  const headers = { authorization: `Bearer ${await tongma.token()}` };
  return { name: 'tongma', origin, path: pathname, headers, servers: [tongma.pid] };
}

/** Issues the codes and gives the part of a load that is the same for every side. */
export async function commonTask(
  tongma: BenchTongma,
  folder: string,
  { name = 'texts', codes }: { readonly name?: string; readonly codes?: readonly string[] } = {},
) {
  const { urls, keysFile } = tongma;
  const texts = await makeCodes(urls.tongma_codes, keysFile, codes?.length ?? CODES, codes);
  const textsFile = join(folder, `${name}.json`);
  writeFileSync(textsFile, JSON.stringify(texts));
  return {
    query: QUERY,
    codes: { place: { region: RECEIVER, purpose: 'TRANSPORT' }, textsFile },
    ...{ connections: CONNECTIONS, postmaster: tongma.postmaster },
    ...{ warmUpMs: MS.warmUp, warmUpRequests: 0, warmUpMaxMs: 0, measureMs: MS.measure },
  };
}

const SINGLE =
  `- Load: ${CONNECTIONS} kept connections, one request in flight on each; ${MS.warmUp / 1_000} s ` +
  `of warm-up, ${MS.measure / 1_000} s measured; before the first round ` +
  `${FIRST.warmUpRequests.toLocaleString('en')} requests, or as many as took ${FIRST.warmUpMaxMs / 1_000} s.`;

/** Where it was measured, and how; `load` is a line on the load, null where it is said elsewhere. */
export function conditions(
  cpus: CpuSets | null,
  before: string,
  load: string | null = SINGLE,
): string {
  return [
    machineLine(cpus, before),
    `- Data: the demo, and ${CODES.toLocaleString('en')} paper codes of Zhejiang, all distinct, shown in Sichuan.`,
    ...(load === null ? [] : [load]),
  ].join('\n');
}

/** Recognition of single codes against its three baselines. Source: DESIGN.md §9. */
export const recognize = onBuilt(async (run) => {
  const { say, before, cpus, folder, undo } = run;
  installExtras();
  const tongma = await startFilled(run);
  say('Issuing codes.');
  const common = await commonTask(tongma, folder);
  say('Starting the baselines.');
  const baselines = await startBaselines(tongma, cpus?.servers ?? null, folder);
  undo(baselines.stop);
  const sides = [await tongmaSide(tongma), ...baselines.sides];
  const measured = await measure(sides, common, FIRST, cpus?.load ?? null, say);
  const rows = Object.entries(BARS).map(([name, bar]): Row => {
    const value = rounded(ratio(measured, 'tongma', name), 2);
    return { row: `vs-${name}`, value, better: 'higher', bar: `≥ ${bar}` };
  });
  const most = (baseline: string) => ratio(measured, LEAST, baseline).toFixed(2);
  const how =
    `- Medians of ${ROUNDS} rounds, each side once a round; a row is the median of the rounds' ratios.\n` +
    `- A server that does nothing but check the signature would have vs-handler ${most('handler')}, ` +
    `vs-apollo ${most('apollo')}, vs-hive ${most('hive')}.`;
  const report = [rowTable(rows), sideTable(measured), `${conditions(cpus, before)}\n${how}`].join(
    '\n\n',
  );
  return { rows, report };
});
