import { z } from 'zod';
import { BackupError } from './backup-error.ts';

/** One table of a backup. */
export const tableShape = z.object({
  schema: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
});

/** Which columns of which table. */
export type TableShape = z.infer<typeof tableShape>;

/** What a backup says about itself, at its end. */
export const manifestShape = z.object({
  /** The instant whose state it holds. */
  takenAt: z.iso.datetime(),
  /** Migrations that had run, by schema. */
  migrations: z.record(z.string(), z.array(z.string())),
  /** Ids of the key-encryption keys that its wrapped keys are under. */
  keks: z.array(z.string()),
  /** SHA-256 of the rows in the order and text of COPY. */
  tables: z.array(tableShape.extend({ rows: z.number(), sha256: z.string() })),
  /** Names of the files of the data folder that it holds. */
  files: z.array(z.string()),
});

/** Manifest of a backup. */
export type Manifest = z.infer<typeof manifestShape>;

const KINDS = ['table', 'rows', 'file', 'manifest'] as const;

/** One record of a backup: a table begins, rows of it, a file, the manifest. */
export interface BackupRecord {
  readonly kind: (typeof KINDS)[number];
  readonly bytes: Buffer;
}

/** A file of the data folder. */
export const fileShape = z.object({ name: z.string().regex(/^[\w-]+\.?\w*$/), text: z.string() });

const HEAD = 5;
const MOST = 64 * 1024 * 1024;

/** Bytes of a record: kind, length, content. */
export function recordBytes(kind: BackupRecord['kind'], content: Uint8Array | object): Buffer {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(KINDS.indexOf(kind));
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Content of a record that is JSON. @throws {BackupError} */
export function jsonOf<T>({ bytes }: BackupRecord, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new BackupError('CHANGED', 'This backup holds what it should not.', { cause });
  }
}

/** Records of a stream. @throws {BackupError} */
export async function* readRecords(stream: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let held = Buffer.alloc(0);
  for await (const more of stream) {
    held = Buffer.concat([held, more]);
    while (held.length >= HEAD) {
      const kind = KINDS[held.readUInt8()];
      const length = held.readUInt32BE(1);
      if (!kind || length > MOST) throw new BackupError('CHANGED', 'This backup was changed.');
      if (held.length < HEAD + length) break;
      yield { kind, bytes: held.subarray(HEAD, HEAD + length) };
      held = held.subarray(HEAD + length);
    }
  }
  if (held.length > 0) throw new BackupError('CUT', 'This backup ends too early.');
}
