import { readFileSync } from 'node:fs';
import { commonTask, conditions, tongmaSide } from '../recognize/bench.ts';
import { startTongma } from '../recognize/tongma.ts';
import { onBuilt } from '../support/on-built.ts';
import { rounded, rowTable, table, type Row } from '../support/row.ts';
import { runTask } from '../support/run-task.ts';
import { openHeap } from './heap.ts';

/** All requests; the heap is looked at after each quarter. */
const REQUESTS = Number(process.env['MEMORY_REQUESTS'] ?? 200_000);
const CONNECTIONS = 32;
const MIB = 2 ** 20;

/** What a load sends: requests by number, `from` the first up to `to`. */
export interface MemoryTask {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly place: object;
  readonly textsFile: string;
  readonly from: number;
  readonly to: number;
  readonly connections: number;
}

interface Wrong {
  readonly wrong: number;
  readonly firstWrong: string;
}

/** Resident memory of a process in bytes; NaN where there is no /proc. */
function residentOf(pid: number): number {
  try {
    const [, kib] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib) * 1_024;
  } catch {
    return NaN;
  }
}

/** Whether memory grows with requests: codes and ad-hoc documents, each document another. */
export const memory = onBuilt(async (run) => {
  const { say, before, cpus, folder, undo } = run;
  say('Starting Tongma and filling its demo.');
  const tongma = await startTongma(cpus?.servers ?? null, ['--inspect=127.0.0.1:0']);
  undo(tongma.stop);
  say('Issuing codes.');
  const { query, codes } = await commonTask(tongma, folder);
  const heap = await openHeap(tongma.output());
  undo(heap.close);
  const looks: { readonly after: number; readonly heap: number; readonly resident: number }[] = [];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const [from, to] = [quarter, quarter + 1].map((at) => Math.round((REQUESTS * at) / 4));
    const { origin, path, headers } = await tongmaSide(tongma); // a token of now
    const task = {
      ...{ origin, path, headers, query, ...codes, connections: CONNECTIONS },
      ...{ from: from ?? 0, to: to ?? 0 },
    } satisfies MemoryTask;
    const script = 'test/bench/memory/load.ts';
    const { wrong, firstWrong } = await runTask<Wrong>(script, task, cpus?.load ?? null);
    if (wrong > 0) throw new Error(`${wrong} wrong answers, the first: ${firstWrong}`);
    const look = { after: to ?? 0, heap: await heap.afterGc(), resident: residentOf(tongma.pid) };
    looks.push(look);
    say(`After ${look.after.toLocaleString('en')}: ${(look.heap / MIB).toFixed(1)} MiB.`);
  }
  const value = (looks.at(-1)?.heap ?? NaN) / (looks[0]?.heap ?? NaN);
  const rows: Row[] = [{ row: 'growth', value: rounded(value, 3), better: 'lower', bar: '≤ 1.1' }];
  const lines = looks.map((look) => [
    look.after.toLocaleString('en'),
    (look.heap / MIB).toFixed(1),
    (look.resident / MIB).toFixed(0),
  ]);
  const how =
    `- Load: ${CONNECTIONS} kept connections; three requests for codes, then one ad-hoc document of 22 fields ` +
    'that was never sent before, and so on.\n' +
    '- Heap: in use after all garbage was collected, of gateway and subgraphs in one process.';
  const report = [
    ...[rowTable(rows), table(['requests', 'heap MiB', 'resident MiB'], lines)],
    `${conditions(cpus, before, null)}\n${how}`,
  ];
  return { rows, report: report.join('\n\n') };
});
