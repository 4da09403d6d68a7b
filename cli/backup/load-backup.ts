import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { BackupError } from './backup-error.ts';
import { backupRecords, type CheckedBackup } from './read-backup.ts';
import { jsonOf, tableShape, type Manifest, type TableShape } from './records.ts';
import { copyOut, piecesOf, quoted, settle, tablesOf } from './tables.ts';

const FOREIGN_KEYS = `
  select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(c.oid) as definition
  from pg_constraint c join pg_namespace n on n.oid = c.connamespace
  where contype = 'f' and conparentid = 0 and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'public')`;

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

function nameOf({ schema, table }: Pick<TableShape, 'schema' | 'table'>): string {
  return `${schema}.${table}`;
}

/** Every table and column of the backup must have its place. */
async function checkPlaces(client: Client, manifest: Manifest): Promise<void> {
  const places = new Map((await tablesOf(client)).map((shape) => [nameOf(shape), shape.columns]));
  for (const shape of manifest.tables) {
    const columns = places.get(nameOf(shape));
    if (!columns || shape.columns.some((column) => !columns.includes(column))) {
      throw new BackupError('DOES_NOT_FIT', `This Tongma has no place for ${nameOf(shape)}.`);
    }
  }
}

async function loadRows(client: Client, { path, key }: CheckedBackup): Promise<void> {
  let copy: ReturnType<typeof copyFrom> | undefined;
  const end = async () => {
    if (!copy) return;
    copy.end();
    await finished(copy);
  };
  for await (const record of backupRecords(path, key)) {
    if (record.kind === 'table') {
      await end();
      const { schema, table, columns } = jsonOf(record, tableShape);
      const list = columns.map((column) => quoted(column)).join(', ');
      copy = client.query(copyFrom(`copy ${quoted(schema, table)} (${list}) from stdin`));
    } else if (record.kind === 'rows' && copy && !copy.write(record.bytes)) {
      await once(copy, 'drain'); // rejects when the copy fails
    }
  }
  await end();
}

async function checkRows(client: Client, entry: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256');
  const copy = client.query(copyTo(await copyOut(client, entry)));
  for await (const piece of piecesOf(copy)) hash.update(piece);
  if (copy.rowCount !== entry.rows || hash.digest('hex') !== entry.sha256) {
    throw new BackupError('CHANGED', `${nameOf(entry)} did not come out as it was.`);
  }
}

async function load(client: Client, backup: CheckedBackup): Promise<void> {
  const { manifest } = backup;
  await checkPlaces(client, manifest);
  // References between tables are taken away and made anew after the last row: that checks them all.
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS);
  for (const { table, name } of keys) {
    await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  }
  const all = (await tablesOf(client)).map(({ schema, table }) => quoted(schema, table));
  await client.query(`truncate ${all.join(', ')}`);
  await loadRows(client, backup);
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  }
  for (const entry of manifest.tables) await checkRows(client, entry);
}

/**
 * Puts a backup's rows into a database whose migrations are those of the backup, in one transaction:
 * all of them, or none. @throws {BackupError}
 */
export async function loadBackup(superuserUrl: string, backup: CheckedBackup): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await settle(client);
    await client.query('begin');
    await load(client, backup);
    await client.query('commit');
  } finally {
    await client.end(); // what was not committed is rolled back
  }
}

/** Whether a database holds anything that a start does not make by itself. */
export async function isFilled(superuserUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const own = (await tablesOf(client)).filter(
      ({ schema, table }) =>
        schema !== 'queue' && !['division', 'account', 'key_ring'].includes(table),
    );
    for (const { schema, table } of own) {
      const { rows } = await client.query<{ any: boolean }>(
        `select exists (select from ${quoted(schema, table)}) as any`,
      );
      if (rows[0]?.any) return true;
    }
    return false;
  } finally {
    await client.end();
  }
}
