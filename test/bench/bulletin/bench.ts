import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { openQueue } from '../../../subgraphs/kit/events/queue.ts';
import { withNation, type Identity } from '../../../subgraphs/kit/identity.ts';
import { createLog } from '../../../subgraphs/kit/log.ts';
import { openOrm } from '../../../subgraphs/kit/orm.ts';
import { inScope } from '../../../subgraphs/kit/scope/unit-of-work.ts';
import { newId } from '../../../subgraphs/kit/new-id.ts';
import { readBulletinUpload } from '../../../subgraphs/travel-history/bulletin-file.ts';
import { composeBulletins } from '../../../subgraphs/travel-history/compose-bulletins.ts';
import { HOLD_RULES } from '../../../subgraphs/travel-history/domain/bulletin/hold.ts';
import { storage } from '../../../subgraphs/travel-history/storage.ts';
import { benchDatabase } from '../audit/database.ts';
import { ROOT } from '../support/child.ts';
import { machine } from '../support/machine.ts';
import { median, rounded, rowTable, table, type Bench, type Row } from '../support/row.ts';
import { peakBulletin } from './peak.ts';

const ROUNDS = 5;
const TABLE = 'travel_history.risk_area';

/** An official of the nation who imports bulletins, just signed in. */
function author(): Identity {
  return {
    ...{ kind: 'OFFICIAL', subject: 'bench', scopes: ['bulletin:import'], grants: ['000000'] },
    ...{ regions: ['330100'], residents: '*', purposes: [], agency: 'bench' },
    authenticatedAt: new Date().toISOString(),
  };
}

/** Imports as the subgraph does, without GraphQL around it. */
async function importer(url: string) {
  const orm = await openOrm(storage, url, 4);
  const queue = await openQueue(url, createLog('bench', 'silent'), false);
  const bulletinsOf = composeBulletins({
    ...{ queue, now: () => new Date(), rules: HOLD_RULES },
    newId,
  });
  return {
    async import(content: string): Promise<void> {
      const by = withNation(author());
      const { state } = await inScope(orm, by, async (tx, audit) => {
        const { importing } = bulletinsOf(tx, audit, by);
        return importing.import(await readBulletinUpload(content), by);
      });
      if (state !== 'ACCEPTED') throw new Error(`The bulletin is ${state}.`);
    },
    async close() {
      await queue.stop({ graceful: false });
      await orm.close();
    },
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** What importing the largest bulletin costs against one COPY of its areas. Source: DESIGN.md §9. */
export const bulletin: Bench = async (say) => {
  const before = machine();
  const database = await benchDatabase();
  const owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
  const ours = await importer(database.urls.tongma_travel);
  try {
    const { content, what } = peakBulletin(ROOT);
    await owner.query(`create table public.copied (like ${TABLE} including all)`);
    const empty = () =>
      owner.query(`truncate ${TABLE}, travel_history.bulletin, travel_history.exposure_run`);

    const importPeak = () => ours.import(content);
    // The very rows that were imported, as COPY reads them.
    await importPeak();
    const rows = await buffer(owner.query(copyTo(`copy ${TABLE} to stdout`)));
    const copy = () =>
      pipeline(Readable.from([rows]), owner.query(copyFrom('copy public.copied from stdin')));

    const [imported, copied, ratios]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`Round ${round + 1} of ${ROUNDS}.`);
      await empty();
      await owner.query('truncate public.copied');
      await owner.query('checkpoint');
      const sides = new Map<boolean, number>();
      for (const side of round % 2 === 0 ? [true, false] : [false, true]) {
        sides.set(side, await timed(side ? importPeak : copy));
      }
      const [ms, against] = [sides.get(true) ?? 0, sides.get(false) ?? 0];
      imported.push(ms);
      copied.push(against);
      ratios.push(ms / against);
    }
    const peakMemory = process.resourceUsage().maxRSS / 1_024;
    const row: Row = {
      ...{ row: 'vs-copy', value: rounded(median(ratios), 2), better: 'lower', bar: '≤ 5' },
    };
    const how = [
      `- Machine: ${before}.`,
      `- The bulletin: ${what}, into empty tables: every area is new. Upload, parsing, names, comparison, intervals, bulletin, audit entry and commit are all in it.`,
      `- Against: one COPY of the resulting rows into an identical table with its indexes and checks, without row security, as the superuser.`,
      `- Medians of ${ROUNDS} rounds: ${median(imported).toFixed(0)} ms against ${median(copied).toFixed(0)} ms. Memory of the process at most ${peakMemory.toFixed(0)} MB.`,
    ];
    const lines = imported.map((ms, at) => [
      ...[String(at + 1), ms.toFixed(0), (copied[at] ?? 0).toFixed(0)],
      (ratios[at] ?? 0).toFixed(2),
    ]);
    const sides = table(['round', 'import, ms', 'COPY, ms', 'ratio'], lines);
    return { rows: [row], report: [rowTable([row]), sides, how.join('\n')].join('\n\n') };
  } finally {
    await owner.end();
    await ours.close();
    await database.drop();
  }
};
