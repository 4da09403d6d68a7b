import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { StartError } from '../start-error.ts';

/** Makes names in a folder outlast a loss of power. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Writes a file that only its owner reads, as a whole or not at all. */
export function writeSealed(path: string, text: string): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Reads a sealed JSON file; null when there is none. @throws {StartError} when it is broken */
export function readSealed<T>(path: string, shape: z.ZodType<T>): T | null {
  if (!existsSync(path)) return null;
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new StartError(`The file ${path} is broken; restore it, or start with another folder.`, {
      cause,
    });
  }
}

/** Reads a sealed JSON file, or makes it on first use. */
export function readOrMake<T>(path: string, shape: z.ZodType<T>, make: () => T): T {
  const known = readSealed(path, shape);
  if (known !== null) return known;
  const made = make();
  writeSealed(path, JSON.stringify(made, null, 2));
  return made;
}
