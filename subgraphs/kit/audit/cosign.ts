import { verify, type KeyObject } from 'node:crypto';
import type { Signer } from '../signing/signer.ts';
import { checkpointHash, isSigned, type Checkpoint } from './checkpoint.ts';
import type { CheckpointMark } from './kept-checkpoint.ts';

/** Why a checkpoint is not cosigned. */
export const COSIGN_REFUSALS = [
  /** This witness does not look after that log. */
  'UNKNOWN_LOG',
  'BAD_SIGNATURE',
  /** Checkpoints are missing between the last one seen and these. */
  'GAP',
  /** Another checkpoint was seen in the same place. */
  'FORK',
  /** A later checkpoint was seen before. */
  'ROLLBACK',
] as const;
/** One refusal. */
export type CosignRefusal = (typeof COSIGN_REFUSALS)[number];

/** Outcome of looking at a chain of checkpoints. */
export type Looked = { readonly newest: CheckpointMark } | { readonly refused: CosignRefusal };

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/**
 * Looks at checkpoints of another log, oldest first, as one who remembers the last it saw: each is
 * signed and names the one before. The first ever seen is taken as it is.
 */
export function lookAt(
  chain: readonly Checkpoint[],
  seen: CheckpointMark | null,
  key: KeyObject,
): Looked {
  let last = seen;
  for (const checkpoint of chain) {
    if (!isSigned(checkpoint, [key])) return { refused: 'BAD_SIGNATURE' };
    const { number, previous } = checkpoint;
    const hash = checkpointHash(checkpoint);
    if (last && number < last.number) continue; // it is judged by what comes after it
    if (last?.number === number) {
      if (!same(last.hash, hash)) return { refused: 'FORK' };
    } else if (last) {
      if (number > last.number + 1) return { refused: 'GAP' };
      if (!same(previous, last.hash)) return { refused: 'FORK' };
    }
    last = { number, hash };
  }
  const newest = chain.at(-1);
  if (!newest || !last) return { refused: 'GAP' };
  return newest.number < last.number ? { refused: 'ROLLBACK' } : { newest: last };
}

function cosignedBytes(witness: string, hash: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`tongma-cosignature|1|${witness}|`, 'utf8'), hash]);
}

/** Signs that a witness saw a checkpoint and none against it (Ed25519). */
export async function cosign(witness: string, hash: Uint8Array, signer: Signer): Promise<Buffer> {
  return Buffer.from(await signer.sign(cosignedBytes(witness, hash)));
}

/** Whether a cosignature is that of a witness over a checkpoint. */
export function isCosigned(
  witness: string,
  hash: Uint8Array,
  signature: Uint8Array,
  key: KeyObject,
): boolean {
  return verify(null, cosignedBytes(witness, hash), key, signature);
}
