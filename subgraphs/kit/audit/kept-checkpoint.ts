import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../operator-error.ts';
import { writeSealed } from '../sealed-file.ts';

/** Number and hash of a checkpoint. */
export interface CheckpointMark {
  readonly number: number;
  readonly hash: Uint8Array;
}

const shape = z.object({
  number: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What is remembered of the last checkpoint outside the database. */
export interface KeptCheckpoint {
  read(): CheckpointMark | null;
  write(mark: CheckpointMark): void;
}

/**
 * Keeps it in a sealed file: a database that was put back to an earlier state does not know this
 * number, and that is noticed. @throws {OperatorError} for a file that is broken
 */
export function keptCheckpoint(path: string): KeptCheckpoint {
  return {
    read() {
      if (!existsSync(path)) return null;
      try {
        const { number, hash } = shape.parse(JSON.parse(readFileSync(path, 'utf8')));
        return { number, hash: Buffer.from(hash, 'hex') };
      } catch (cause) {
        throw new OperatorError(`The file ${path} is broken; restore it.`, { cause });
      }
    },
    write({ number, hash }) {
      writeSealed(path, JSON.stringify({ number, hash: Buffer.from(hash).toString('hex') }));
    },
  };
}
