import type { Readable } from 'node:stream';
import type { Client } from 'pg';
import type { Manifest, TableShape } from './records.ts';

/**
 * Not taken along: bookkeeping of the queue, remade by the migrations of whoever restores, and
 * browsers' sessions, since one that was ended after the backup must not come back to life.
 */
const LEFT_OUT = new Set([
  ...['queue.version', 'queue.queue_stats', 'queue.instance', 'queue.warning', 'queue.bam'],
  'gateway.session',
]);

const TABLES = `
  select n.nspname as schema, c.relname as table,
    array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
  group by 1, 2 order by 1, 2`;

const KEY = `
  select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) as key
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
  where i.indrelid = $1::regclass and i.indisprimary`;

/** Rows that COPY gives, piece by piece. */
export async function* piecesOf(copy: Readable): AsyncGenerator<Buffer> {
  for await (const piece of copy) {
    if (!Buffer.isBuffer(piece)) throw new Error('COPY gives bytes.');
    yield piece;
  }
}

/** A name in SQL text. */
export function quoted(...names: string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');
}

/** One text for one value, whatever the settings of server and role. */
const SETTINGS = [
  `set timezone = 'UTC'`,
  `set datestyle = 'ISO, MDY'`,
  `set intervalstyle = 'postgres'`,
  `set bytea_output = 'hex'`,
  `set extra_float_digits = 3`,
  `set client_encoding = 'UTF8'`,
  `set statement_timeout = 0`,
  `set lock_timeout = 0`,
  `set idle_in_transaction_session_timeout = 0`,
];

/** Makes a connection read and write values as backups hold them. */
export async function settle(client: Client): Promise<void> {
  for (const setting of SETTINGS) await client.query(setting);
}

/** Every table of our schemas that holds rows of its own, the queue included. */
export async function tablesOf(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(TABLES);
  return rows.filter(
    ({ schema, table }) => table !== 'migration' && !LEFT_OUT.has(`${schema}.${table}`),
  );
}

/** COPY of a table, ordered by its key so that the same rows are the same text anywhere. */
export async function copyOut(client: Client, { schema, table, columns }: TableShape) {
  const name = quoted(schema, table);
  const { rows } = await client.query<{ key: string[] | null }>(KEY, [name]);
  const key = rows[0]?.key ?? columns;
  const order = key.map((column) => `${quoted(column)}::text collate "C"`).join(', ');
  const list = columns.map((column) => quoted(column)).join(', ');
  return `copy (select ${list} from ${name} order by ${order}) to stdout`;
}

/** Migrations that have run, by schema. */
export async function migrationsOf(client: Client): Promise<Manifest['migrations']> {
  const { rows } = await client.query<{ schema: string }>(
    `select schemaname as schema from pg_tables where tablename = 'migration' order by 1`,
  );
  const found: Manifest['migrations'] = {};
  for (const { schema } of rows) {
    const ran = await client.query<{ name: string }>(
      `select name from ${quoted(schema, 'migration')} order by id`,
    );
    found[schema] = ran.rows.map(({ name }) => name);
  }
  return found;
}
