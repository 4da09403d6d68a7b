import { Client } from 'pg';
import { readSecrets } from '../../../cli/embedded/secrets.ts';
import { benchDatabase } from '../audit/database.ts';
import { machine } from '../support/machine.ts';
import { median, rounded, rowTable, table, type Bench, type Row } from '../support/row.ts';
import { plainSql, workers } from './sides.ts';
import { CHANGED, fillWorld, REGION, raiseAreas, RESIDENTS, STAYS } from './world.ts';

const ROUNDS = Number(process.env['RECOLOR_ROUNDS'] ?? 5);

async function changed(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from codes.health_code where region = '${REGION}' and color = 'RED'`,
  );
  await client.end();
  return rows[0]?.n ?? 0;
}

/** What it costs that tens of thousands of codes change at once. Source: DESIGN.md §9. */
export const recolor: Bench = async (say) => {
  const before = machine();
  const database = await benchDatabase();
  try {
    const superuser = new URL(database.urls.tongma_owner);
    superuser.username = 'postgres';
    superuser.password = readSecrets(database.folder.secretsFile).superuserPassword;
    await fillWorld(superuser.href, say);
    const { recolor: turn, close } = await workers(database.urls);
    const lines: string[][] = [];
    const [ours, plain, ratios]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`Round ${round + 1} of ${ROUNDS}.`);
      const first = 2 * round * CHANGED;
      const run = await raiseAreas(superuser.href, first);
      const mine = () => turn(run);
      const theirs = () => plainSql(superuser.href, first + CHANGED);
      // In turn, the first one changing.
      let [a, b] = [0, 0];
      if (round % 2 === 0) [a, b] = [await mine(), await theirs()];
      else [b, a] = [await theirs(), await mine()];
      say(`${a.toFixed(2)} s against ${b.toFixed(2)} s.`);
      ours.push(a);
      plain.push(b);
      ratios.push(a / b);
      lines.push([String(round + 1), a.toFixed(2), b.toFixed(2), (a / b).toFixed(2)]);
      const n = await changed(superuser.href);
      if (n !== 2 * (round + 1) * CHANGED) throw new Error(`${n} codes are red.`);
      await database.checkpointer.sealNow();
    }
    await close();
    const rows: Row[] = [
      { row: 'vs-sql', value: rounded(median(ratios), 2), better: 'lower', bar: '≤ 3' },
    ];
    const memory = Math.round(process.resourceUsage().maxRSS / 1_024);
    const how = [
      `- Machine: ${before}.`,
      `- ${RESIDENTS} residents with four pieces of evidence each, ${STAYS} stays; ${CHANGED} codes change after a bulletin: the stays are held against its areas, the exposures told in batches, the codes decided and the log written.`,
      `- Against one UPDATE of ${CHANGED} codes, one INSERT of ${CHANGED} decisions and a scan of the stays, in one transaction of a superuser.`,
      `- Medians of ${ROUNDS} rounds in turn: ${median(ours).toFixed(2)} s, ${median(plain).toFixed(2)} s; at most ${memory} MB in this process.`,
    ];
    const sides = table(['round', 'Tongma, s', 'SQL, s', 'ratio'], lines);
    return { rows, report: [rowTable(rows), sides, how.join('\n')].join('\n\n') };
  } finally {
    await database.drop();
  }
};
