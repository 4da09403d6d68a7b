import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { writeSealed } from '../../subgraphs/kit/sealed-file.ts';
import { StartError } from '../start-error.ts';

export { syncFolder, writeSealed } from '../../subgraphs/kit/sealed-file.ts';

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
