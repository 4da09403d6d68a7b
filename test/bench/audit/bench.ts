import { Client } from 'pg';
import { checkpointSigner } from '../../../cli/embedded/checkpoint-key.ts';
import { keptCheckpoint } from '../../../subgraphs/kit/audit/kept-checkpoint.ts';
import { withChainReader } from '../../../subgraphs/kit/audit/persistence/open-reader.ts';
import { publicKeyOf } from '../../../subgraphs/kit/signing/sealed-signer.ts';
import { verifyLog } from '../../../subgraphs/kit/audit/verify.ts';
import { sideBySide } from '../../../subgraphs/kit/audit/verify-threads.ts';
import { machine } from '../support/machine.ts';
import { median, rounded, rowTable, table, type Bench, type Row } from '../support/row.ts';
import { benchDatabase, type BenchDatabase } from './database.ts';
import { REGIONS, writers, WRITERS } from './writers.ts';

const ROUNDS = 7;
const ROUND_MS = 3_000;
const WARM_MS = 2_000;
/** Entries that are verified, beside those of the writers. */
const ENTRIES = 200_000;
const BATCH = 1_000;

/** Fills the chains with entries of the usual size, many in a statement. */
async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (let from = 0; from < ENTRIES; from += BATCH) {
    const entries = Array.from({ length: BATCH }, (_, at) => {
      const objectId = `330000-${String(from + at).padStart(26, '0')}`;
      const body = { action: 'STAY_DECLARED', subject: 'bench', actor: 'SYSTEM', objectId };
      const region = REGIONS[at % REGIONS.length];
      return { region, kind: 'STAY_DECLARED', body: JSON.stringify(body) };
    });
    await client.query('select audit.append($1)', [JSON.stringify(entries)]);
  }
  await client.end();
}

/** Entries verified a second: read from the database, every hash and commitment computed. */
async function verifying({ folder, urls }: BenchDatabase): Promise<number> {
  const kept = keptCheckpoint(folder.checkpointFile).read();
  const begun = performance.now();
  const { entries, faults } = await withChainReader(urls.tongma_codes, (reader, snapshot) =>
    verifyLog({
      verifyRegions: sideBySide(reader, snapshot),
      ...{ reader, kept, keys: [publicKeyOf(checkpointSigner(folder))] },
      ...{ region: null, now: Date.now() },
    }),
  );
  if (faults.length > 0) throw new Error(`The log is not right: ${JSON.stringify(faults)}`);
  return (entries * 1_000) / (performance.now() - begun);
}

/** What the audit log costs a business write, and how fast it is verified. Source: DESIGN.md §9. */
export const audit: Bench = async (say) => {
  const before = machine();
  const database = await benchDatabase();
  try {
    const { write, close } = await writers(database.urls.tongma_travel);
    const lines: string[][] = [];
    const [chained, bare, ratios]: [number[], number[], number[]] = [[], [], []];
    for (const side of [true, false]) await write(side, WARM_MS);
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`Round ${round + 1} of ${ROUNDS}.`);
      // In turn, the first one changing, so that neither always comes after a checkpoint.
      const order = round % 2 === 0 ? [true, false] : [false, true];
      const figures = new Map<boolean, number>();
      for (const side of order) figures.set(side, await write(side, ROUND_MS));
      const [withChain, without] = [figures.get(true) ?? 0, figures.get(false) ?? 0];
      chained.push(withChain);
      bare.push(without);
      ratios.push(withChain / without);
      lines.push([String(round + 1), withChain.toFixed(0), without.toFixed(0)]);
    }
    await close();
    say(`Filling the chains with ${ENTRIES} entries.`);
    await fill(database.urls.tongma_travel);
    await database.checkpointer.sealNow();
    const rates: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      say('Verifying.');
      rates.push(await verifying(database));
    }
    const row = (name: string, value: number, bar: string): Row => ({
      ...{ row: name, value, better: 'higher', bar },
    });
    const rows = [
      row('vs-none', rounded(median(ratios), 2), '≥ 0.7'),
      row('verify-per-second', rounded(median(rates), 0), '≥ 50,000'),
    ];
    const how = [
      `- Machine: ${before}.`,
      `- A write: a stay with its event and its job in one transaction, by the subgraph's own code; ${WRITERS} writers, ${REGIONS.length} regions, ${ROUND_MS / 1_000} s a side and round, medians of ${ROUNDS} rounds.`,
      `- Medians: ${median(chained).toFixed(0)} writes/s with the chain, ${median(bare).toFixed(0)} without.`,
      `- Verifying: ${ENTRIES} entries and those of the writers, as \`tongma audit verify\` does, median of 3.`,
    ];
    const sides = table(['round', 'with, writes/s', 'without'], lines);
    return { rows, report: [rowTable(rows), sides, how.join('\n')].join('\n\n') };
  } finally {
    await database.drop();
  }
};
