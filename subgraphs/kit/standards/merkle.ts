/** SHA-256 of some bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** One step from a leaf to the root: 0 = ours is left, 1 = ours is right; and the other's hash. */
export type MerkleStep = readonly [0 | 1, Uint8Array];

/** Levels of a tree, hashed leaves first. */
export type MerkleLevels = readonly (readonly Uint8Array[])[];

// Leaves and nodes are hashed differently, so that one cannot stand for the other.
const LEAF = 0;
const NODE = 1;
const HASH = 32;
/** Longest path that is followed: more leaves than any tree here has. */
const PATH_MAX = 32;

function leafHash(leaf: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(1 + leaf.length);
  bytes[0] = LEAF;
  bytes.set(leaf, 1);
  return sha256(bytes);
}

// Used again for each node: it is hashed before the next is written.
const nodeBytes = new Uint8Array(1 + 2 * HASH);
nodeBytes[0] = NODE;

function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  nodeBytes.set(left, 1);
  nodeBytes.set(right, 1 + HASH);
  return sha256(nodeBytes);
}

/** Levels of a Merkle tree, hashed leaves first; an odd node goes up as it is. Source: RFC 6962 §2.1. */
export function merkleLevels(leaves: readonly Uint8Array[], sha256: Sha256): MerkleLevels {
  const levels: Uint8Array[][] = [leaves.map((leaf) => leafHash(leaf, sha256))];
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? []) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left) above.push(right ? nodeHash(left, right, sha256) : left);
    }
    levels.push(above);
  }
  return levels;
}

/** Root of a tree; the hash of nothing when it has no leaf. Source: RFC 6962 §2.1. */
export function merkleTreeHash(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  return merkleLevels(leaves, sha256).at(-1)?.[0] ?? sha256(new Uint8Array());
}

/** Siblings from a leaf to the root. Source: RFC 6962 §2.1.1. */
export function merklePath(levels: MerkleLevels, index: number): MerkleStep[] {
  const path: MerkleStep[] = [];
  let at = index;
  for (const level of levels.slice(0, -1)) {
    const sibling = level[at ^ 1];
    if (sibling) path.push([at & 1 ? 1 : 0, sibling]);
    at >>= 1;
  }
  return path;
}

/** Root that a leaf and its path, as somebody sent it, lead to; null when the path is none. */
export function merkleRoot(leaf: Uint8Array, path: unknown, sha256: Sha256): Uint8Array | null {
  if (!Array.isArray(path) || path.length > PATH_MAX) return null;
  let hash = leafHash(leaf, sha256);
  for (const step of path as readonly unknown[]) {
    if (!Array.isArray(step) || step.length !== 2) return null;
    const [side, other] = step as readonly unknown[];
    if (!(other instanceof Uint8Array) || other.length !== HASH) return null;
    if (side !== 0 && side !== 1) return null;
    hash = side === 0 ? nodeHash(hash, other, sha256) : nodeHash(other, hash, sha256);
  }
  return hash;
}
