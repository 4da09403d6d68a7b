import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../operator-error.ts';
import { writeSealed } from '../sealed-file.ts';
import { bytesText } from './checkpoint-json.ts';
import type { Checkpoint } from './checkpoint.ts';
import { cosign, lookAt, type CosignRefusal } from './cosign.ts';
import type { LogIdentity } from './seal.ts';

/** A log that this one looks after. */
export interface WitnessedLog {
  readonly log: string;
  readonly key: KeyObject;
}

/** What a witness answers: its signature, or why not and how far it has seen. */
export type CosignAnswer =
  | { readonly witness: string; readonly signature: string }
  | { readonly refused: CosignRefusal; readonly seen: number };

/** Looks at other logs' checkpoints. */
export type Witness = (chain: readonly Checkpoint[]) => Promise<CosignAnswer>;

const shape = z.record(z.string(), z.object({ number: z.number().int(), hash: bytesText }));

function seenIn(file: string) {
  if (!existsSync(file)) return {};
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new OperatorError(`The file ${file} is broken; restore it.`, { cause });
  }
}

/** Makes a witness that remembers in a sealed file what it saw last of each log. */
export function witnessOf(
  { log: witness, key }: LogIdentity,
  logs: readonly WitnessedLog[],
  file: string,
): Witness {
  return async (chain) => {
    const name = chain[0]?.log ?? '';
    const known = logs.find(({ log }) => log === name);
    if (!known || chain.some(({ log }) => log !== name)) return { refused: 'UNKNOWN_LOG', seen: 0 };
    // Read and written without a pause between: two requests cannot cross.
    const all = seenIn(file);
    const looked = lookAt(chain, all[name] ?? null, known.key);
    if ('refused' in looked) return { ...looked, seen: all[name]?.number ?? 0 };
    const { number, hash } = looked.newest;
    const kept = Object.entries({ ...all, [name]: { number, hash } }).map(([log, mark]) => [
      log,
      { number: mark.number, hash: Buffer.from(mark.hash).toString('base64url') },
    ]);
    writeSealed(file, JSON.stringify(Object.fromEntries(kept)));
    return { witness, signature: (await cosign(witness, hash, key)).toString('base64url') };
  };
}
