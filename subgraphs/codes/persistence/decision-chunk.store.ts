import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { ChunkLeaves } from '../domain/code/decision-receipt.ts';
import { DecisionChunkRow } from './decision-chunk.entity.ts';

const HASH = 32;

/** Leaves of chunks of decisions, within one request's transaction. */
export function chunkLeaves(tx: Transaction): ChunkLeaves {
  return async (region, id) => {
    const row = await (await tx()).findOne(DecisionChunkRow, { region, id });
    if (!row) return null;
    const count = Math.floor(row.leaves.length / HASH);
    return Array.from({ length: count }, (_, at) =>
      row.leaves.subarray(at * HASH, (at + 1) * HASH),
    );
  };
}
