import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../../kit/operator-error.ts';
import { writeSealed } from '../../kit/sealed-file.ts';

const floorFile = z.object({ version: z.number().int().min(0) });

/** The highest version of a trust list that was ever in use here; no older one is taken. */
export interface TrustFloor {
  version(): number;
  /** Remembers a version, unless a higher one is. */
  raise(version: number): void;
}

function readFloor(path: string): number {
  if (!existsSync(path)) return 0;
  try {
    return floorFile.parse(JSON.parse(readFileSync(path, 'utf8'))).version;
  } catch (cause) {
    throw new OperatorError(`The file ${path} is broken: it holds the last trust list's version.`, {
      cause,
    });
  }
}

/**
 * Remembers it in a file beside the database and not in it, so that a database that was put back in
 * time is noticed; without a file, as long as the process lives.
 * @throws {OperatorError} when the file is broken
 */
export function trustFloor(path: string | undefined): TrustFloor {
  let version = path === undefined ? 0 : readFloor(path);
  return {
    version: () => version,
    raise(seen) {
      if (seen <= version) return;
      const raised = path === undefined ? seen : Math.max(seen, readFloor(path)); // others write it too
      if (path !== undefined) writeSealed(path, JSON.stringify({ version: raised }));
      version = raised; // only then: what was not written is written the next time
    },
  };
}
