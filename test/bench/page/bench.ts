import type { LoadFigures } from '../recognize/load-task.ts';
import { measure, ratio, sideTable, type CommonTask, type Measured } from '../recognize/rounds.ts';
import { startFilled } from '../recognize/tongma.ts';
import { median, rounded, rowTable, type Row } from '../support/row.ts';
import { machineLine } from '../support/machine.ts';
import { onBuilt, ROUNDS } from '../support/on-built.ts';
import { PAGE, PAGE_QUERY } from './page-query.ts';
import { REGION, startSides } from './sides.ts';

const CONNECTIONS = 16;
const MS = { warmUpMs: 1_000, measureMs: 4_000 } as const;
/** Before the first round, so that every side runs compiled code. */
const FIRST = { warmUpMs: 4_000, warmUpRequests: 300, warmUpMaxMs: 40_000 } as const;
const BARS = { local: 3, http: 2 } as const;

/** What the http side would reach if its gateway took no time: the rest is the stock side's as well. */
function withoutGateway(measured: Measured): string {
  const of = (name: string, micros: (one: LoadFigures) => number) =>
    median((measured.get(name) ?? []).map(micros));
  const all = ({ serverMicros, postgresMicros }: LoadFigures) => serverMicros + postgresMicros;
  const gateway = of('http', ({ askedMicros }) => askedMicros);
  const rest = of('http', (one) => all(one) - one.askedMicros);
  const most = of('apollo', all) / rest;
  return (
    `- Processor time of http: its gateway ${gateway.toFixed(0)} µs, subgraphs and PostgreSQL ` +
    `${rest.toFixed(0)} µs; with a gateway that takes none, http-vs-apollo would be ${most.toFixed(2)}.`
  );
}

/** A page of an official's people, through Tongma's gateway and the stock one. Source: DESIGN.md §9. */
export const page = onBuilt(async (run) => {
  const { say, before, cpus, folder, undo } = run;
  const tongma = await startFilled(run);
  say('Starting the subgraphs and gateways.');
  const { sides, stop } = await startSides(tongma, cpus?.servers ?? null, folder);
  undo(stop);
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
  const how = [
    machineLine(cpus, before),
    `- Data: the demo; ${PAGE} people of Zhejiang with code, latest test and stays of 28 days.`,
    `- Load: ${CONNECTIONS} kept connections, one request in flight on each; medians of ${ROUNDS} rounds, each side once a round; a row is the median of the rounds' ratios.`,
    withoutGateway(measured),
  ];
  return { rows, report: [rowTable(rows), sideTable(measured), how.join('\n')].join('\n\n') };
});
