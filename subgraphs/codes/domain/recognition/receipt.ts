import {
  asBytes,
  asList,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  type CborValue,
} from '../token/cbor.ts';
import { readSign1, signSign1 } from '../token/cose-sign1.ts';
import { ES256, type Signer, type Verify } from '../token/keys.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import type { Verdict } from './verdict.ts';

/** What every receipt begins with. */
export const RECEIPT_PREFIX = 'HCR1:';

/** A verdict to give a receipt for. */
export interface ReceiptRequest {
  readonly text: string;
  readonly client: string;
  readonly verdict: Verdict;
  readonly at: Date;
}

/** Cryptography of the place where it runs. */
export interface ReceiptPorts {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  readonly hmac: (key: Uint8Array, text: string) => Uint8Array;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly base64url: (bytes: Uint8Array) => string;
}

/** What a receipt says once it is checked. */
export interface ReceiptFacts {
  readonly client: string;
  readonly region: string;
  readonly outcome: string;
  readonly color: string | null;
  readonly at: Date;
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

// As in RFC 6962: leaves and nodes are hashed differently, so that one cannot stand for the other.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Levels of a Merkle tree, leaves first; an odd node goes up as it is. */
function levelsOf(leaves: readonly Uint8Array[], sha256: ReceiptPorts['sha256']) {
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

/** Siblings from a leaf to the root: 0 = ours is left, 1 = ours is right. */
function pathOf(levels: readonly (readonly Uint8Array[])[], index: number): CborValue {
  const path: CborValue[] = [];
  let at = index;
  for (const level of levels.slice(0, -1)) {
    const sibling = level[at ^ 1];
    if (sibling) path.push([at & 1, sibling]);
    at >>= 1;
  }
  return path;
}

/**
 * Receipts of one batch: leaves under one signed Merkle root. Only the caller can tie one to the
 * text, by the nonce in it; nothing is kept here. Source: DESIGN.md §6, Receipts.
 */
export async function makeReceipts(
  requests: readonly ReceiptRequest[],
  signer: Signer,
  { sha256, hmac, randomBytes, base64url }: ReceiptPorts,
): Promise<string[]> {
  const leaves = requests.map(({ text, client, verdict, at }) => {
    const nonce = randomBytes(16);
    return encodeCbor([
      nonce,
      hmac(nonce, text),
      client,
      verdict.presentedIn,
      verdict.outcome,
      verdict.color,
      at.getTime(),
    ]);
  });
  const levels = levelsOf(leaves, sha256);
  const root = await signSign1(levels.at(-1)?.[0] ?? new Uint8Array(), signer);
  return leaves.map((leaf, index) => {
    const receipt = new Map<number, CborValue>([
      [1, leaf],
      [2, pathOf(levels, index)],
      [3, root],
    ]);
    return RECEIPT_PREFIX + base64url(encodeCbor(receipt));
  });
}

function rootOf(leaf: Uint8Array, path: unknown, sha256: ReceiptPorts['sha256']) {
  const steps = asList(path);
  if (!steps || steps.length > 32) return null;
  let hash = sha256(concat(LEAF, leaf));
  for (const step of steps) {
    const [side, sibling] = asList(step, 2) ?? [];
    const other = asBytes(sibling, 32);
    if (!other || (side !== 0 && side !== 1)) return null;
    hash = sha256(side === 0 ? concat(NODE, hash, other) : concat(NODE, other, hash));
  }
  return hash;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Checks a receipt against the text it is said to be for; null when it does not hold. */
export async function checkReceipt(
  receipt: Uint8Array,
  text: string,
  trust: TrustIndex,
  verify: Verify,
  { sha256, hmac }: Pick<ReceiptPorts, 'sha256' | 'hmac'>,
): Promise<ReceiptFacts | null> {
  const parts = asMap(decodeCbor(receipt));
  const leaf = asBytes(parts?.get(1));
  const root = asBytes(parts?.get(3));
  const signed = root && readSign1(root);
  if (!leaf || signed?.alg !== ES256) return null;
  const hash = rootOf(leaf, parts?.get(2), sha256);
  const key = trust.key(signed.kid);
  if (!hash || !equal(hash, signed.payload) || key?.use !== 'receipt') return null;
  if (!(await verify(key, signed.signed, signed.signature))) return null;
  const said = asList(decodeCbor(leaf), 7);
  if (!said) return null;
  const [nonce, mac, client, region, outcome, color, at] = said;
  const nonceBytes = asBytes(nonce, 16);
  const macBytes = asBytes(mac, 32);
  if (!nonceBytes || !macBytes || !equal(hmac(nonceBytes, text), macBytes)) return null;
  if (key.region !== region || typeof at !== 'number') return null;
  const [clientText, outcomeText] = [asText(client), asText(outcome)];
  if (clientText === null || outcomeText === null) return null;
  return {
    ...{ client: clientText, region: key.region, outcome: outcomeText, color: asText(color) },
    at: new Date(at),
  };
}
