import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { key32 } from '../../subgraphs/kit/config-fields.ts';
import { readSealedText } from '../../subgraphs/kit/sealed-text.ts';
import { writeSealed } from '../embedded/sealed-file.ts';
import { random } from '../embedded/secrets.ts';
import { StartError } from '../start-error.ts';

/**
 * File of the backup key: one of its own, so that destroying it destroys what all backups say, and
 * nothing else.
 */
export function backupKeyFile(root: string): string {
  return join(root, 'backup-key');
}

/** Reads a backup key. @throws {StartError} */
export function readBackupKey(path: string): Buffer {
  const parsed = key32.safeParse(readSealedText(path).trim());
  if (!parsed.success) throw new StartError(`The file ${path} holds no backup key.`);
  return parsed.data;
}

/** The backup key of a data folder; made on first use. */
export function backupKey(root: string): Buffer {
  const path = backupKeyFile(root);
  if (!existsSync(path)) {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    writeSealed(path, `${random()}\n`);
  }
  return readBackupKey(path);
}
