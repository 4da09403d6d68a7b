import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, linkSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { syncFolder } from '../embedded/sealed-file.ts';
import { StartError } from '../start-error.ts';
import { recordBytes, type Manifest, type TableShape } from './records.ts';
import { sealStream } from './sealed-stream.ts';
import { copyOut, migrationsOf, piecesOf, settle, tablesOf } from './tables.ts';

/** What a backup is made of. */
export interface BackupSource {
  /** Of the superuser, at Tongma's database: nobody else sees all rows. */
  readonly superuserUrl: string;
  /** Backup key, 32 bytes. */
  readonly key: Buffer;
  /** Files of the data folder to take along, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly say: (sentence: string) => void;
}

async function* tableRecords(
  client: Client,
  shape: TableShape,
  done: (entry: Manifest['tables'][number]) => void,
): AsyncGenerator<Buffer> {
  yield recordBytes('table', shape);
  const hash = createHash('sha256');
  const copy = client.query(copyTo(await copyOut(client, shape)));
  for await (const piece of piecesOf(copy)) {
    hash.update(piece);
    yield recordBytes('rows', piece);
  }
  done({ ...shape, rows: copy.rowCount, sha256: hash.digest('hex') });
}

async function* records(client: Client, source: BackupSource): AsyncGenerator<Buffer> {
  const { rows: clock } = await client.query<{ now: Date }>('select now()');
  const tables: Manifest['tables'] = [];
  for (const shape of await tablesOf(client)) {
    yield* tableRecords(client, shape, (entry) => tables.push(entry));
  }
  const { rows: keks } = await client.query<{ kek: string }>(
    'select distinct kek from residents.key_ring order by 1',
  );
  for (const [name, text] of source.files) yield recordBytes('file', { name, text });
  const manifest: Manifest = {
    takenAt: (clock[0]?.now ?? new Date()).toISOString(),
    migrations: await migrationsOf(client),
    keks: keks.map(({ kek }) => kek),
    tables,
    files: [...source.files.keys()],
  };
  yield recordBytes('manifest', manifest);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  source.say(`${rows} rows of ${tables.length} tables, as they were at ${manifest.takenAt}.`);
}

/**
 * Writes a backup: every table in one snapshot, compressed, sealed. The file appears when it is
 * whole. @throws {StartError} when there is one already
 */
export async function writeBackup(path: string, source: BackupSource): Promise<void> {
  const taken = () => new StartError(`There is a file ${path} already.`);
  if (existsSync(path)) throw taken();
  const client = new Client({ connectionString: source.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  const partial = `${path}.${process.pid}.part`; // two may be under way
  try {
    await settle(client);
    await client.query('begin transaction isolation level repeatable read read only');
    await pipeline(
      Readable.from(records(client, source)),
      createGzip({ level: 1 }),
      (plain: AsyncIterable<Buffer>) => sealStream(source.key, plain),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    try {
      linkSync(partial, path); // unlike a rename it takes nobody's place
    } catch (cause) {
      throw existsSync(path) ? taken() : cause;
    }
    syncFolder(dirname(path));
  } finally {
    rmSync(partial, { force: true });
    await client.end();
  }
}
