import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupError } from './backup-error.ts';
import {
  fileShape,
  jsonOf,
  manifestShape,
  readRecords,
  tableShape,
  type BackupRecord,
  type Manifest,
} from './records.ts';
import { piecesOf } from './tables.ts';
import { openStream } from './sealed-stream.ts';

/** A backup that was read from beginning to end and holds what it says. */
export interface CheckedBackup {
  readonly path: string;
  readonly key: Buffer;
  readonly manifest: Manifest;
  /** Text of each file that it holds. */
  readonly files: ReadonlyMap<string, string>;
}

/** Records of a backup file. @throws {BackupError} */
export async function* backupRecords(path: string, key: Buffer): AsyncGenerator<BackupRecord> {
  const sealed = Readable.from(openStream(key, createReadStream(path)));
  const plain = createGunzip();
  sealed.on('error', (error) => plain.destroy(error));
  try {
    yield* readRecords(piecesOf(sealed.pipe(plain)));
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
      throw new BackupError('NOT_READABLE', `The file ${path} cannot be read (${code}).`, {
        cause,
      });
    }
    throw new BackupError('CHANGED', 'This backup was changed.', { cause });
  } finally {
    sealed.destroy();
  }
}

/**
 * Reads a whole backup and compares it with its manifest, before anything is done with it.
 * @throws {BackupError}
 */
export async function checkBackup(path: string, key: Buffer): Promise<CheckedBackup> {
  const hashes = new Map<string, Hash>();
  const files = new Map<string, string>();
  let table: Hash | undefined;
  let manifest: Manifest | undefined;
  for await (const record of backupRecords(path, key)) {
    if (manifest) throw new BackupError('CHANGED', 'This backup goes on after its manifest.');
    if (record.kind === 'table') {
      const { schema, table: name } = jsonOf(record, tableShape);
      table = createHash('sha256');
      hashes.set(`${schema}.${name}`, table);
    } else if (record.kind === 'rows') table?.update(record.bytes);
    else if (record.kind === 'file') {
      const { name, text } = jsonOf(record, fileShape);
      files.set(name, text);
    } else manifest = jsonOf(record, manifestShape);
  }
  if (!manifest) throw new BackupError('CUT', 'This backup has no manifest.');
  const isWhole =
    manifest.tables.length === hashes.size &&
    manifest.tables.every(
      ({ schema, table: name, sha256 }) =>
        hashes.get(`${schema}.${name}`)?.digest('hex') === sha256,
    ) &&
    manifest.files.every((name) => files.has(name));
  if (!isWhole) throw new BackupError('CHANGED', 'This backup is not what its manifest says.');
  return { path, key, manifest, files };
}
