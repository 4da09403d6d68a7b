import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from './operator-error.ts';

/** Makes names in a folder outlast a loss of power. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writeBeside(path: string, content: string | Uint8Array, mode: number): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', mode);
  try {
    writeFileSync(file, content); // all of it: a disk that is nearly full takes a part in silence
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/**
 * Writes a file as a whole or not at all. `mode`: who may read it; default: everybody.
 * @throws {OperatorError} when it cannot be written
 */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o644): void {
  try {
    writeBeside(path, content, mode);
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new OperatorError(`The file ${path} cannot be written (${why}).`, { cause });
  }
}

/** As {@link writeWhole}, and only its owner reads it. @throws {OperatorError} */
export function writeSealed(path: string, text: string): void {
  writeWhole(path, text, 0o600);
}
