import { readFileSync, statSync } from 'node:fs';
import { OperatorError } from './operator-error.ts';

/** A file that others than its owner may read, or that cannot be read. */
export class SealedFileError extends OperatorError {
  override readonly name = 'SealedFileError';
}

/**
 * Reads a file that only its owner may read.
 * @throws {SealedFileError} also when its mode lets others read or write it
 */
export function readSealedText(path: string): string {
  let text: string;
  let mode: number;
  try {
    ({ mode } = statSync(path));
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new SealedFileError(`The file ${path} cannot be read (${why}).`, { cause });
  }
  if ((mode & 0o077) !== 0) {
    throw new SealedFileError(`The file ${path} may be read by others; give it mode 0600.`);
  }
  return text;
}
