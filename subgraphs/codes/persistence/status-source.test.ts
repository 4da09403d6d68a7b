import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { someClaims } from './signing-fakes.ts';
import { statusSource } from './status.source.ts';

const REGION = '330000';
const FEW = 20;
const MANY = 5_000;
/** So often PostgreSQL plans a prepared statement anew before it keeps a plan. */
const UNTIL_KEPT = 8;

let database: EmptyDatabase;
let owner: Client;
let statuses: ReturnType<typeof statusSource>;

const idOf = (at: number) => `${REGION}-${String(at).padStart(26, '0')}`;
const ctiOf = (at: number) => createHash('sha256').update(String(at)).digest().subarray(0, 8);

/** Codes of some numbers with a token each, as issuing leaves them. */
async function issue(from: number, to: number) {
  const numbers = Array.from({ length: to - from }, (_, at) => from + at);
  const [ids, ctis] = [numbers.map(idOf), numbers.map(ctiOf)];
  await owner.query(
    `insert into codes.health_code (region, id, resident_id, state, color, decided_at, created_at)
     select $1, id, id, 'ACTIVE', 'YELLOW', now(), now() from unnest($2::text[]) id`,
    [REGION, ids],
  );
  await owner.query(
    `insert into codes.code_token
       (region, cti, code_id, resident_id, kind, status_index, issued_on, issued_at, expires_at)
     select $1, cti, id, id, 'PAPER', n, '2026-01-01', now(), now() + interval '1 day'
     from unnest($2::text[], $3::bytea[], $4::int[]) given(id, cti, n)`,
    [REGION, ids, ctis, numbers],
  );
}

const statusOf = (at: number) => statuses.statusOf(someClaims({ issuer: REGION, cti: ctiOf(at) }));

/** Waits until no connection of recognition is left. */
async function gone(): Promise<void> {
  const text = `select count(*)::int as open from pg_stat_activity where usename = 'tongma_recognize'`;
  const open = async () => (await owner.query<{ open: number }>(text)).rows[0]?.open;
  await expect.poll(open).toBe(0);
}

/** How often all tokens, or all codes, were gone through. */
async function goneThrough(): Promise<number> {
  const { rows } = await owner.query<{ times: number }>(
    `select sum(seq_scan)::int as times from pg_stat_user_tables
     where schemaname = 'codes' and relname in ('code_token', 'health_code')`,
  );
  return rows[0]?.times ?? NaN;
}

beforeAll(async () => {
  database = await emptyDatabase();
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
  // No figures about the tables but those that are wrong soon.
  for (const table of ['code_token', 'health_code']) {
    await owner.query(`alter table codes.${table} set (autovacuum_enabled = false)`);
  }
  statuses = statusSource(database.urls.tongma_recognize, 1, () => new Date());
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe('look-ups of statuses', () => {
  it('find each token by its key, however many more there are than when they were planned', async () => {
    await issue(0, FEW);
    await owner.query('analyze codes.code_token, codes.health_code');
    for (let at = 0; at < UNTIL_KEPT; at += 1) {
      expect(await statusOf(at)).toMatchObject({ state: 'ACTIVE', color: 'YELLOW' });
    }
    await issue(FEW, MANY);
    const before = await goneThrough();
    for (const at of [FEW, 700, MANY - 1]) {
      expect(await statusOf(at)).toMatchObject({ state: 'ACTIVE', color: 'YELLOW' });
    }
    const all = Array.from({ length: 1_000 }, (_, at) => statusOf(at * 4));
    expect(new Set((await Promise.all(all)).map(({ state }) => state))).toEqual(
      new Set(['ACTIVE']),
    );
    await statuses.close(); // a connection says how it scanned when it ends, at the latest
    await gone();
    expect(await goneThrough()).toBe(before);
  });
});
