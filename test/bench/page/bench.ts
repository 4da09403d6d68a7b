import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, ratio, ROUNDS, sideTable, type CommonTask } from '../recognize/rounds.ts';
import { startTongma } from '../recognize/tongma.ts';
import { npm } from '../support/install.ts';
import { cpuSets, machine } from '../support/machine.ts';
import { rounded, rowTable, type Bench, type Row } from '../support/row.ts';
import { PAGE, PAGE_QUERY } from './page-query.ts';
import { REGION, startSides } from './sides.ts';

const CONNECTIONS = 16;
const MS = { warmUpMs: 1_000, measureMs: 4_000 } as const;
/** Before the first round, so that every side runs compiled code. */
const FIRST = { warmUpMs: 4_000, warmUpRequests: 300, warmUpMaxMs: 40_000 } as const;
const BARS = { local: 3, http: 2 } as const;

/** A page of an official's people, through Tongma's gateway and the stock one. Source: DESIGN.md §9. */
export const page: Bench = async (say) => {
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
    say('Starting the subgraphs and gateways.');
    const { sides, stop } = await startSides(tongma, cpus?.servers ?? null, folder);
    undo.push(stop);
    const common: CommonTask = {
      ...{ query: PAGE_QUERY, page: { variables: { region: REGION }, people: PAGE } },
      ...{ connections: CONNECTIONS, postmaster: tongma.postmaster, ...MS },
      ...{ warmUpRequests: 0, warmUpMaxMs: 0 },
    };
    const measured = await measure(sides, common, FIRST, cpus?.load ?? null, say);
    const rows = Object.entries(BARS).map(([name, bar]): Row => {
      const value = rounded(ratio(measured, name, 'apollo'), 2);
      return { row: `${name}-vs-apollo`, value, better: 'higher', bar: `≥ ${bar}` };
    });
    const pinned = cpus
      ? `servers and PostgreSQL on processors ${cpus.servers}, load on ${cpus.load}`
      : 'nothing pinned to a processor';
    const how = [
      `- Machine: ${before}; ${pinned}.`,
      `- Data: the demo; ${PAGE} people of Zhejiang with code, latest test and stays of 28 days.`,
      `- Load: ${CONNECTIONS} kept connections, one request in flight on each; medians of ${ROUNDS} rounds, each side once a round; a row is the median of the rounds' ratios.`,
    ];
    return { rows, report: [rowTable(rows), sideTable(measured), how.join('\n')].join('\n\n') };
  } finally {
    for (const step of undo.reverse()) await step();
  }
};
