import fc from 'fast-check';
import { SEED } from '../../sample.ts';
import type { Attacker } from '../../system/support/attacker.ts';
import {
  generatedQueries,
  type Generated,
  type GeneratedQuery,
} from '../../system/support/generated-queries.ts';
import { placedSupergraph, placing, startGateway, startSubgraphs } from '../recognize/placed.ts';
import { startFilled } from '../recognize/tongma.ts';
import { installExtras } from '../support/install.ts';
import { machineLine } from '../support/machine.ts';
import { onBuilt } from '../support/on-built.ts';
import { rowTable, type Row } from '../support/row.ts';
import { ask, differences, type Answer } from './answers.ts';
import { askingOf, officialsOf } from './askers.ts';
import { harvest } from './pool.ts';

const DOCUMENTS = 300;
/** Documents that are shown when they are answered otherwise. */
const SHOWN = 20;

interface Difference {
  /** Where Hive Gateway answers otherwise. */
  readonly otherwise: readonly string[];
  /** Where Tongma itself answered otherwise when it was asked again. */
  readonly moving: readonly string[];
  /** Both answer no data. */
  readonly isNothing: boolean;
  /** With data, without an error. */
  readonly isWhole: boolean;
}

interface Compared extends Difference {
  readonly document: GeneratedQuery;
  /** Its root fields were asked for one by one. */
  readonly inParts: boolean;
}

/** Names of the fields that moved, without the places in lists. */
function fieldsOf(moved: readonly Compared[]): string[] {
  const names = moved.flatMap(({ moving }) =>
    moving.map((place) => place.split('.').findLast((part) => !/^\d+$/.test(part)) ?? place),
  );
  return [...new Set(names)].toSorted();
}

function shown({ document, otherwise }: Compared): string {
  const { by, query, variables } = document;
  const asked = `${query} ${JSON.stringify(variables)}`;
  return `- ${by.subject}: ${otherwise.slice(0, 8).join(', ')}\n\n  \`${asked}\``;
}

/**
 * Asks Tongma and Hive Gateway, before the same subgraphs, the same generated
 * queries. What Tongma answers otherwise when it is asked again, after Hive Gateway, is not compared.
 */
export const hiveAnswers = onBuilt(async (run) => {
  const { say, before, cpus, folder, undo } = run;
  installExtras();
  const tongma = await startFilled(run);
  const placed = placing(cpus?.servers ?? null);
  undo(placed.stop);
  say('Starting the subgraphs and both gateways.');
  const subgraphs = await startSubgraphs(placed, tongma);
  const gateway = await startGateway(placed, tongma, subgraphs, folder);
  const url = `${gateway.origin}/graphql`;
  const hive = await placed.start('hive', 'test/bench/baseline/hive.js', {
    SUPERGRAPH: placedSupergraph(folder, subgraphs),
    IDENTITY_KEY: tongma.secrets.identityKey,
  });
  const asking = askingOf(tongma, subgraphs);
  undo(() => asking.close());
  const officials = officialsOf(tongma, '330000');
  const all = [...officials, ...officialsOf(tongma, '510000')];
  say('Looking for what there is to ask about.');
  const pool = await harvest(tongma, asking, all, SEED);

  async function compare(by: Attacker, document: Generated): Promise<Difference> {
    const own = async (): Promise<Answer> => ask(url, await asking.tongma(by), document);
    const first = await own();
    const theirs = await ask(`${hive.origin}/graphql`, await asking.hive(by), document);
    const moving = differences(first, await own());
    const otherwise = differences(first, theirs).filter((place) => !moving.includes(place));
    const isNothing = first.data == null && theirs.data == null;
    return { otherwise, moving, isNothing, isWhole: first.data != null && !first.errors };
  }

  async function compareAll(document: GeneratedQuery): Promise<Compared> {
    const { by, alone } = document;
    const whole = await compare(by, document);
    if (!whole.isNothing || whole.otherwise.length === 0) {
      return { ...whole, document, inParts: false };
    }
    const parts: Difference[] = [];
    for (const one of alone) parts.push(await compare(by, one));
    return {
      ...{ ...whole, document, inParts: true },
      otherwise: parts.flatMap(({ otherwise }) => otherwise),
      moving: parts.flatMap(({ moving }) => moving),
    };
  }

  const asked = fc.sample(generatedQueries(officials, pool), { numRuns: DOCUMENTS, seed: SEED });
  const compared: Compared[] = [];
  for (const document of asked) {
    compared.push(await compareAll(document));
    if (compared.length % 50 === 0) say(`${compared.length} of ${DOCUMENTS} are answered.`);
  }
  const other = compared.filter(({ otherwise }) => otherwise.length > 0);
  const moved = compared.filter(({ moving }) => moving.length > 0);
  const inParts = compared.filter((one) => one.inParts);
  const whole = compared.filter(({ isWhole }) => isWhole);
  const row: Row = {
    ...{ row: 'same', value: DOCUMENTS - other.length, better: 'higher' },
    bar: `= ${DOCUMENTS}`,
  };
  const how = [
    machineLine(cpus, before),
    `- Asked: ${DOCUMENTS} generated documents of ${officials.length} officials of Zhejiang, seed ${SEED} (TONGMA_SEED repeats them); ${whole.length} are answered without an error.`,
    `- Not compared: places that Tongma itself answers otherwise when it is asked again, in ${moved.length} documents (${fieldsOf(moved).join(', ')}).`,
    `- Compared field by field: ${inParts.length} documents that fail as a whole in both. Of root fields that one subgraph is asked for together, Hive Gateway names the first when another fails.`,
  ];
  const lines = other.slice(0, SHOWN).map(shown);
  const rest = lines.length > 0 ? ['Answered otherwise:', lines.join('\n')] : [];
  return { rows: [row], report: [rowTable([row]), how.join('\n'), ...rest].join('\n\n') };
});
