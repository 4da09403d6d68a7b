import { Client } from 'pg';
import { readSecrets } from '../../../cli/embedded/secrets.ts';
import { trustIndex } from '../../../subgraphs/codes/domain/trust/trust-list.ts';
import { listPublishing } from '../../../subgraphs/codes/list-publisher.ts';
import { aKey, aSigner, aTrustList } from '../../../subgraphs/codes/persistence/signing-fakes.ts';
import { storage } from '../../../subgraphs/codes/persistence/storage.ts';
import { createLog } from '../../../subgraphs/kit/log.ts';
import { openOrm } from '../../../subgraphs/kit/orm.ts';
import { benchDatabase } from '../audit/database.ts';
import { machine } from '../support/machine.ts';
import { median, rounded, rowTable, table, type Bench, type Row } from '../support/row.ts';
import { ROUNDS } from '../support/on-built.ts';

const REGION = '330000';
/** Codes of one day, and how many in a thousand are not green. Source: DESIGN.md §9. */
const CODES = Number(process.env['STATUSLIST_CODES'] ?? 1_000_000);
const NOT_GREEN = 13;

const id = (kind: string) => `'${REGION}-' || upper(substr(md5('${kind}' || n), 1, 26))`;
/** Thousandths, drawn by the code's number. */
const DRAWN = `('x' || substr(md5('drawn' || n), 1, 7))::bit(28)::int % 1000`;

async function fill(client: Client): Promise<void> {
  await client.query('set synchronous_commit = off');
  await client.query(
    `insert into codes.health_code
       (region, id, resident_id, state, color, held_by_proxy, policy_version, decided_at, created_at)
     select '${REGION}', ${id('code')}, ${id('resident')},
       case when ${DRAWN} >= ${NOT_GREEN - 2} and ${DRAWN} < ${NOT_GREEN} then 'SUSPENDED' else 'ACTIVE' end,
       case when ${DRAWN} < 7 then 'YELLOW' when ${DRAWN} < ${NOT_GREEN - 2} then 'RED'
         when ${DRAWN} < ${NOT_GREEN} then null else 'GREEN' end,
       false, 1, now() - interval '1 day', now() from generate_series(1, ${CODES}) n`,
  );
  // Places are drawn without one twice: an odd factor goes through all of them.
  await client.query(
    `insert into codes.code_token
       (region, cti, code_id, resident_id, kind, status_index, issued_on, issued_at, expires_at)
     select '${REGION}', decode(substr(md5('token' || n), 1, 16), 'hex'), ${id('code')},
       ${id('resident')}, 'DYNAMIC', (n::bigint * 514229 % 1048576)::int,
       to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), now() - interval '1 hour',
       now() + interval '23 hours' from generate_series(1, ${CODES}) n`,
  );
  await client.query('vacuum analyze codes.health_code');
  await client.query('vacuum analyze codes.code_token');
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/** How large the list of a million codes is, and what making it costs. Source: DESIGN.md §9. */
export const statuslist: Bench = async (say) => {
  const before = machine();
  const database = await benchDatabase();
  try {
    const superuser = new URL(database.urls.tongma_owner);
    superuser.username = 'postgres';
    superuser.password = readSecrets(database.folder.secretsFile).superuserPassword;
    const client = new Client({ connectionString: superuser.href });
    await client.connect();
    say(`Filling ${CODES.toLocaleString('en')} codes.`);
    await fill(client);
    const orm = await openOrm(storage, database.urls.tongma_codes, 2);
    const signers = { status: aSigner(), policy: aSigner() };
    const trust = trustIndex(aTrustList([aKey(signers.status, { region: REGION, use: 'status' })]));
    let at = Date.now();
    const [builds, scans]: [number[], number[]] = [[], []];
    const build = () =>
      listPublishing({
        ...{ orm, now: () => new Date(at), log: createLog('bench', 'error') },
        keys: {
          signer: (_region, use) =>
            use === 'status' || use === 'policy' ? signers[use] : undefined,
        },
        reference: () => ({ trust, agreements: [], policies: [], regions: new Map() }),
      })();
    // Everything that a list without an index would read: each row, once.
    const scan = () =>
      client.query(
        `select count(*), max(t.status_index), count(c.color) from codes.code_token t
         join codes.health_code c on c.region = t.region and c.id = t.code_id
         where t.region = '${REGION}' and t.expires_at > now()`,
      );
    await scan();
    for (let round = 1; round <= ROUNDS; round += 1) {
      at += 2_000; // a statement is newer than the one before
      builds.push(await seconds(build));
      scans.push(await seconds(scan));
      const [ours = NaN, plain = NaN] = [builds.at(-1), scans.at(-1)];
      say(`Round ${round}: ${ours.toFixed(2)} s against ${plain.toFixed(2)} s.`);
    }
    const { rows: lists } = await client.query<{ bytes: number }>(
      `select max(length(signed)) as bytes from codes.signed_list where kind = 'STATUS_LIST'`,
    );
    await client.end();
    await orm.close();
    const ratio = median(builds.map((one, round) => one / (scans[round] ?? NaN)));
    const bytes = lists[0]?.bytes ?? NaN;
    const rows: Row[] = [
      { row: 'bytes-1m', value: bytes, better: 'lower', bar: '≤ 24,000' },
      { row: 'build-vs-scan', value: rounded(ratio, 2), better: 'lower', bar: '≤ 2' },
    ];
    const lines = [
      ['full build, signed and kept', median(builds).toFixed(2)],
      ['one scan', median(scans).toFixed(2)],
    ];
    const how =
      `- Machine: ${before}.\n- ${CODES.toLocaleString('en')} codes of a day, 1.3 % of them not green; ` +
      `medians of ${ROUNDS} rounds in turn. The scan reads each token with its code once, in the database.`;
    return { rows, report: [rowTable(rows), table(['what', 's'], lines), how].join('\n\n') };
  } finally {
    await database.drop();
  }
};
