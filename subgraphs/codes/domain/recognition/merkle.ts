import { asBytes, asList, type CborValue } from '../token/cbor.ts';
import { concat } from '../token/bytes.ts';

/** SHA-256 of some bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

// Leaves and nodes are hashed differently, so that one cannot stand for the other.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
/** Longest path that is followed: more leaves than any batch has. */
const PATH_MAX = 32;

/** Levels of a Merkle tree, hashed leaves first; an odd node goes up as it is. Source: RFC 6962 §2.1. */
export function merkleLevels(leaves: readonly Uint8Array[], sha256: Sha256) {
  const levels: Uint8Array[][] = [leaves.map((leaf) => sha256(concat(LEAF, leaf)))];
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? []) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left) above.push(right ? sha256(concat(NODE, left, right)) : left);
    }
    levels.push(above);
  }
  return levels;
}

/** Siblings from a leaf to the root: 0 = ours is left, 1 = ours is right. Source: RFC 6962 §2.1.1. */
export function merklePath(levels: readonly (readonly Uint8Array[])[], index: number): CborValue {
  const path: CborValue[] = [];
  let at = index;
  for (const level of levels.slice(0, -1)) {
    const sibling = level[at ^ 1];
    if (sibling) path.push([at & 1, sibling]);
    at >>= 1;
  }
  return path;
}

/** Root that a leaf and its decoded path lead to; null when the path is none. */
export function merkleRoot(leaf: Uint8Array, path: unknown, sha256: Sha256): Uint8Array | null {
  const steps = asList(path);
  if (!steps || steps.length > PATH_MAX) return null;
  let hash = sha256(concat(LEAF, leaf));
  for (const step of steps) {
    const [side, sibling] = asList(step, 2) ?? [];
    const other = asBytes(sibling, 32);
    if (!other || (side !== 0 && side !== 1)) return null;
    hash = sha256(side === 0 ? concat(NODE, hash, other) : concat(NODE, other, hash));
  }
  return hash;
}
