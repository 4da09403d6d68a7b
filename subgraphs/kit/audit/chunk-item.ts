import { z } from 'zod';
import { merkleLevels, merklePath, merkleRoot, type MerkleStep } from '../standards/merkle.ts';
import { sha256 } from './chain.ts';

/** One of the things that an entry stands for together, by the Merkle root in its detail. */
export interface ChunkItem {
  /** What the log says of it; its SHA-256 is one of the leaves. */
  readonly text: string;
  /** Hashes of all, in their order. */
  readonly leaves: readonly Uint8Array[];
}

const rooted = z.object({ detail: z.object({ root: z.string() }) });

function leafOf(text: string): Buffer {
  return sha256(Buffer.from(text, 'utf8'));
}

/** Way from an item to its entry's root; null when it is none of the leaves. */
export function itemPath({ text, leaves }: ChunkItem): MerkleStep[] | null {
  const leaf = leafOf(text);
  const place = leaves.findIndex((one) => leaf.equals(one));
  return place < 0 ? null : merklePath(merkleLevels(leaves, sha256), place);
}

/** True when an item and its way lead to the root that an entry's body, JSON, names. */
export function isItemOf(body: string, text: string, path: readonly MerkleStep[]): boolean {
  const said = rooted.safeParse(JSON.parse(body));
  const root = merkleRoot(leafOf(text), path, sha256);
  if (!said.success || !root) return false;
  return Buffer.from(root).toString('hex') === said.data.detail.root;
}
