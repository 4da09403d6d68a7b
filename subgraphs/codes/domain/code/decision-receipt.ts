import { decisionText } from './decision-chunk.ts';
import type { ColorDecision } from './health-code.ts';

/** The leaves of a chunk, 32 bytes each; null when it is not there. */
export type ChunkLeaves = (
  region: string,
  chunkId: string,
) => Promise<readonly Uint8Array[] | null>;

/** Where receipts come from: `item` = the one decision, where an entry stands for many. */
export interface Receipts {
  receiptOf(
    region: string,
    objectId: string,
    item: { readonly text: string; readonly leaves: readonly Uint8Array[] } | null,
  ): Promise<string | null>;
}

/**
 * Proof that a decision stands in the audit log, in an entry of its own or among those of its
 * chunk; null until it is sealed, and when the log says otherwise of it.
 */
export async function receiptOfDecision(
  decision: ColorDecision,
  chunkLeaves: ChunkLeaves,
  receipts: Receipts,
): Promise<string | null> {
  const { region, id, chunkId } = decision;
  if (chunkId === null) return receipts.receiptOf(region, id, null);
  const leaves = await chunkLeaves(region, chunkId);
  if (!leaves) return null;
  return receipts.receiptOf(region, chunkId, { text: decisionText(decision), leaves });
}
