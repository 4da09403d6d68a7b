import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import type { TokenStatusRow } from '../domain/recognition/status-source.ts';
import { someClaims } from './signing-fakes.ts';
import { statusSource } from './status.source.ts';

const REGION = '330000';
const FEW = 20;
const SOME = 3_000;
const MANY = 5_000;
const AT_ONCE = 1_000;
/** So often PostgreSQL plans a prepared statement anew before it keeps a plan. */
const UNTIL_KEPT = 8;
const TABLES = ['code_token', 'health_code'] as const;

let database: EmptyDatabase;
let owner: Client;

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

type Statuses = ReturnType<typeof statusSource>;

const tokenOf = (at: number) => someClaims({ issuer: REGION, cti: ctiOf(at) });

/** How a token stands, asked for by itself. */
async function statusOf(statuses: Statuses, at: number): Promise<TokenStatusRow> {
  const [status] = await statuses.statusesOf([tokenOf(at)]);
  if (!status || status instanceof Error) throw status ?? new Error('There is no answer.');
  return status;
}

/** Waits until the connections of recognition have said what they read: when they end, or a second later. */
async function said(): Promise<void> {
  await setTimeout(1_500);
  await owner.query('select pg_stat_clear_snapshot()');
}

/** How many entries of tokens and codes were read so far, in tables and in indexes. */
async function entriesRead(): Promise<number> {
  const { rows } = await owner.query<{ entries: number }>(
    `select (select sum(seq_tup_read) from pg_stat_user_tables where relid = any($1::regclass[]))::int
       + (select sum(idx_tup_read) from pg_stat_user_indexes where relid = any($1::regclass[]))::int as entries`,
    [TABLES.map((table) => `codes.${table}`)],
  );
  return rows[0]?.entries ?? NaN;
}

beforeAll(async () => {
  database = await emptyDatabase();
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
  // No figures about the tables but those that are wrong soon.
  for (const table of TABLES) {
    await owner.query(`alter table codes.${table} set (autovacuum_enabled = false)`);
  }
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe('look-ups of statuses', () => {
  it.each([
    ['planned without any figures', FEW, ''],
    ['planned for some, without any figures', SOME, ''],
    ['planned for few', FEW, 'analyze codes.code_token, codes.health_code'],
  ])(
    'find each token by its key alone, however many there are: %s',
    async (_title, first, prepare) => {
      const statuses = statusSource(database.urls.tongma_recognize, 1, () => new Date());
      await issue(0, first);
      await owner.query(prepare);
      for (let at = 0; at < UNTIL_KEPT; at += 1) {
        expect(await statusOf(statuses, at)).toMatchObject({ state: 'ACTIVE', color: 'YELLOW' });
      }
      await issue(first, MANY);
      await said();
      const before = await entriesRead();
      const tokens = Array.from({ length: MANY }, (_, at) => tokenOf(at));
      const all = await Promise.all(
        Array.from({ length: MANY / AT_ONCE }, (_, block) =>
          statuses.statusesOf(tokens.slice(block * AT_ONCE, (block + 1) * AT_ONCE)),
        ),
      );
      const states = all.flat().map((one) => (one instanceof Error ? one : one.state));
      expect(states).toHaveLength(MANY);
      expect(new Set(states)).toEqual(new Set(['ACTIVE']));
      const none = await Promise.all([MANY, MANY + 1].map((at) => statusOf(statuses, at)));
      expect(none.map(({ state }) => state)).toEqual(['UNKNOWN', 'UNKNOWN']);
      await statuses.close();
      await said();
      // A token and its code each, and nothing for those that are not there.
      expect((await entriesRead()) - before).toBeLessThanOrEqual(2 * (MANY + UNTIL_KEPT + 2));
      await owner.query('delete from codes.code_token; delete from codes.health_code');
    },
  );

  it('of many tokens at once come in their order, of unknown ones and of two issuers too', async () => {
    const statuses = statusSource(database.urls.tongma_recognize, 1, () => new Date());
    await issue(0, FEW);
    await owner.query(`update codes.health_code set color = 'RED' where id = any($1::text[])`, [
      [3, 7].map(idOf),
    ]);
    const asked = [7, MANY, 0, 3, 0, MANY + 1, 1];
    const elsewhere = someClaims({ issuer: '510000', cti: ctiOf(0) });
    const rows = await statuses.statusesOf([...asked.map(tokenOf), elsewhere]);
    expect(rows.map((row) => (row instanceof Error ? row : (row.color ?? row.state)))).toEqual([
      ...['RED', 'UNKNOWN', 'YELLOW', 'RED', 'YELLOW', 'UNKNOWN', 'YELLOW', 'UNKNOWN'],
    ]);
    await statuses.close();
    const closed = await statuses.statusesOf(asked.map(tokenOf));
    expect(closed.every((row) => row instanceof Error)).toBe(true);
    await owner.query('delete from codes.code_token; delete from codes.health_code');
  });
});
