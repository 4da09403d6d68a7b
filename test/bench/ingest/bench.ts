import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { loadTestResults } from '../../../subgraphs/health-records/persistence/test-result.load.ts';
import { storage } from '../../../subgraphs/health-records/storage.ts';
import { systemIdentity } from '../../../subgraphs/kit/identity.ts';
import { openOrm } from '../../../subgraphs/kit/orm.ts';
import { inScope } from '../../../subgraphs/kit/scope/unit-of-work.ts';
import { benchDatabase, type BenchDatabase } from '../audit/database.ts';
import { machine } from '../support/machine.ts';
import { median, rounded, rowTable, table, type Bench, type Row } from '../support/row.ts';
import { REGION, RESULTS, results } from './rows.ts';

const ROUNDS = Number(process.env['INGEST_ROUNDS'] ?? 5);
const CHUNK = 256 * 1024;
const COLUMNS =
  'region, id, resident_id, recorded_by, sample_collected_at, result, method, laboratory, source_region, revision';

/** Lines of COPY; no value of these holds a character that has to be escaped. */
async function* lines(now: number): AsyncGenerator<string> {
  let chunk = '';
  for await (const one of results(now)) {
    const { region, id, residentId, recordedBy, sampleCollectedAt, result, method } = one;
    chunk += `${region}\t${id}\t${residentId}\t${recordedBy}\t${sampleCollectedAt.toISOString()}\t${result}\t${method}\t${one.laboratory}\t${one.sourceRegion ?? ''}\t0\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/** Both sides: the same rows, into tables with the same columns, indexes and checks. */
async function sides({ urls }: BenchDatabase) {
  const owner = new Client({ connectionString: urls.tongma_owner });
  owner.on('error', () => undefined); // the database may go first
  await owner.connect();
  await owner.query('create schema bench');
  await owner.query(
    'create table bench.test_result (like health_records.test_result including all)',
  );
  const orm = await openOrm(storage, urls.tongma_health, 2);
  return {
    async loaded(now: number): Promise<number> {
      await owner.query('truncate health_records.test_result');
      let made = 0;
      const seconds = await timed(async () => {
        made = await inScope(orm, systemIdentity('bench', REGION), async (tx) =>
          loadTestResults(await tx(), results(now), new Date(now)),
        );
      });
      if (made !== RESULTS) throw new Error(`${made} results were loaded.`);
      return seconds;
    },
    async copied(now: number): Promise<number> {
      await owner.query('truncate bench.test_result');
      const copy = copyFrom(`copy bench.test_result (${COLUMNS}) from stdin`);
      const seconds = await timed(() => pipeline(Readable.from(lines(now)), owner.query(copy)));
      if (copy.rowCount !== RESULTS) throw new Error(`${copy.rowCount} results were copied.`);
      return seconds;
    },
    async close() {
      await orm.close();
      await owner.end();
    },
  };
}

/** What it costs to load a million results as the product does. Source: DESIGN.md §9. */
export const ingest: Bench = async (say) => {
  const before = machine();
  const database = await benchDatabase();
  try {
    const { loaded, copied, close } = await sides(database);
    const rounds: { load: number; copy: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`Round ${round + 1} of ${ROUNDS}.`);
      const now = Date.now();
      // In turn, the first one changing.
      if (round % 2 === 0) {
        const load = await loaded(now);
        rounds.push({ load, copy: await copied(now) });
      } else {
        const copy = await copied(now);
        rounds.push({ load: await loaded(now), copy });
      }
      const { load = 0, copy = 0 } = rounds.at(-1) ?? {};
      say(`${load.toFixed(1)} s by the loader, ${copy.toFixed(1)} s by COPY.`);
    }
    await close();
    const ratio = median(rounds.map(({ load, copy }) => load / copy));
    const rows: Row[] = [{ row: 'vs-copy', value: rounded(ratio, 2), better: 'lower', bar: '≤ 4' }];
    const resident = process.memoryUsage().rss / 2 ** 20;
    const how = [
      `- Machine: ${before}.`,
      `- ${RESULTS} results of ${RESULTS / 2} people in one transaction, by the loader of health-records: checked, under row security, what is known left out; against COPY of the same rows into a table like it, as its owner, without row security. Medians of ${ROUNDS} rounds, in turn.`,
      `- Medians: ${median(rounds.map(({ load }) => load)).toFixed(1)} s and ${median(rounds.map(({ copy }) => copy)).toFixed(1)} s; the process held ${resident.toFixed(0)} MB.`,
    ];
    const lists = rounds.map(({ load, copy }, at) => [
      String(at + 1),
      load.toFixed(1),
      copy.toFixed(1),
    ]);
    const seconds = table(['round', 'loader, s', 'COPY, s'], lists);
    return { rows, report: [rowTable(rows), seconds, how.join('\n')].join('\n\n') };
  } finally {
    await database.drop();
  }
};
