import { COLORS, type Color } from '../color/color.ts';
import {
  asBytes,
  asInteger,
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
import { sameBytes } from '../token/bytes.ts';
import {
  merkleLevels,
  merklePath,
  merkleRoot,
  type MerkleStep,
  type Sha256,
} from '../../../kit/standards/merkle.ts';
import { RECOGNITION_OUTCOMES, type RecognitionOutcome, type Verdict } from './verdict.ts';

/** What every receipt begins with. */
export const RECEIPT_PREFIX = 'HCR1:';

/** Longest receipt that is looked at, in characters; one of a thousand has about 900. */
export const RECEIPT_MAX = 4_096;

/** A verdict to give a receipt for. */
export interface ReceiptRequest {
  /** As scanned. */
  readonly text: string;
  readonly client: string;
  readonly verdict: Verdict;
  readonly at: Date;
}

/** Cryptography of the place where it runs. */
export interface ReceiptPorts {
  readonly sha256: Sha256;
  /** HMAC-SHA256 of a text. */
  readonly hmac: (key: Uint8Array, text: string) => Uint8Array;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Without padding. Source: RFC 4648 §5. */
  readonly base64url: (bytes: Uint8Array) => string;
}

/** What a receipt is checked with. */
export interface ReceiptChecks extends Pick<ReceiptPorts, 'sha256' | 'hmac' | 'base64url'> {
  readonly trust: TrustIndex;
  readonly verify: Verify;
  /** Bytes of a text; may be lenient. Source: RFC 4648 §5. */
  readonly fromBase64url: (text: string) => Uint8Array;
}

/** What a receipt says once it is checked. */
export interface ReceiptFacts {
  readonly client: string;
  readonly region: string;
  readonly outcome: RecognitionOutcome;
  readonly color: Color | null;
  readonly at: Date;
}

/** `path`: siblings' hashes, one after the other; `sides`: a bit for each, 1 = ours is right. */
const PART = { leaf: 1, path: 2, root: 3, sides: 4 } as const;
const NONCE = 16;
const HASH = 32;
/** Steps that the bits of `sides` tell apart; a batch of a thousand needs ten. */
const STEPS_MAX = 31;

/** A leaf, the root that is signed, and the way from one to the other, packed. */
function encodeReceipt(leaf: Uint8Array, root: Uint8Array, path: readonly MerkleStep[]) {
  const hashes = new Uint8Array(path.length * HASH);
  let sides = 0;
  for (const [at, [side, hash]] of path.entries()) {
    hashes.set(hash, at * HASH);
    sides |= side << at;
  }
  const receipt = new Map<number, CborValue>();
  receipt.set(PART.leaf, leaf).set(PART.path, hashes);
  receipt.set(PART.root, root).set(PART.sides, sides);
  return encodeCbor(receipt);
}

/** The way that two parts of a receipt say; null when they say none. */
function pathOf(parts: ReadonlyMap<unknown, unknown>): MerkleStep[] | null {
  const hashes = asBytes(parts.get(PART.path));
  const sides = asInteger(parts.get(PART.sides));
  if (!hashes || sides === null || hashes.length % HASH !== 0) return null;
  const steps = hashes.length / HASH;
  if (steps > STEPS_MAX || sides < 0 || sides >= 2 ** steps) return null;
  return Array.from({ length: steps }, (_, at) => [
    (sides >> at) & 1 ? 1 : 0,
    hashes.subarray(at * HASH, (at + 1) * HASH),
  ]);
}

/**
 * Receipts of one batch, in order: leaves under one signed Merkle root. Only the caller can tie one
 * to the text, by the nonce in it; nothing is kept here. Source: DESIGN.md §6, Receipts.
 */
export async function makeReceipts(
  requests: readonly ReceiptRequest[],
  signer: Signer,
  { sha256, hmac, randomBytes, base64url }: ReceiptPorts,
): Promise<string[]> {
  if (requests.length === 0) return [];
  const nonces = randomBytes(NONCE * requests.length);
  const leaves = requests.map(({ text, client, verdict, at }, index) => {
    const nonce = nonces.subarray(index * NONCE, (index + 1) * NONCE);
    const { presentedIn, outcome, color } = verdict;
    const tag = hmac(nonce, text);
    return encodeCbor([nonce, tag, client, presentedIn, outcome, color, at.getTime()]);
  });
  const levels = merkleLevels(leaves, sha256);
  const root = await signSign1(levels.at(-1)?.[0] ?? new Uint8Array(), signer);
  return leaves.map((leaf, index) => {
    const receipt = encodeReceipt(leaf, root, merklePath(levels, index));
    return RECEIPT_PREFIX + base64url(receipt);
  });
}

/** Bytes of a receipt's text; null for any text that is not exactly theirs. */
function bytesOf(
  receipt: string,
  { fromBase64url, base64url }: Pick<ReceiptChecks, 'fromBase64url' | 'base64url'>,
): Uint8Array | null {
  if (!receipt.startsWith(RECEIPT_PREFIX) || receipt.length > RECEIPT_MAX) return null;
  const body = receipt.slice(RECEIPT_PREFIX.length);
  const bytes = fromBase64url(body);
  return base64url(bytes) === body ? bytes : null;
}

function readLeaf(leaf: Uint8Array, text: string, hmac: ReceiptPorts['hmac']): ReceiptFacts | null {
  const [first, second, third, ...rest] = asList(decodeCbor(leaf), 7) ?? [];
  const [nonce, mac, client] = [asBytes(first, NONCE), asBytes(second, HASH), asText(third)];
  const [region, time] = [asText(rest[0]), asInteger(rest[3])];
  const outcome = RECOGNITION_OUTCOMES.find((known) => known === rest[1]);
  const color = rest[2] === null ? null : COLORS.find((known) => known === rest[2]);
  if (!nonce || !mac || !sameBytes(hmac(nonce, text), mac)) return null;
  if (client === null || region === null || time === null) return null;
  return outcome && color !== undefined
    ? { client, region, outcome, color, at: new Date(time) }
    : null;
}

/**
 * The region that a receipt says it is of, unchecked: whose trust list it is to be checked with.
 * Null for what is no receipt.
 */
export function regionClaimed(
  receipt: string,
  ports: Pick<ReceiptChecks, 'fromBase64url' | 'base64url'>,
): string | null {
  const bytes = bytesOf(receipt, ports);
  const leaf = asBytes(bytes && asMap(decodeCbor(bytes))?.get(PART.leaf));
  return leaf && asText(asList(decodeCbor(leaf), 7)?.[3]);
}

/**
 * Checks a receipt (`HCR1:…`) against the text it is said to be for; null when it does not hold: it
 * is of another text, changed, or not signed by a receipt key that its region had at that time.
 * Source: DESIGN.md §6, Receipts.
 */
export async function checkReceipt(
  receipt: string,
  text: string,
  checks: ReceiptChecks,
): Promise<ReceiptFacts | null> {
  const { trust, verify, sha256, hmac } = checks;
  const bytes = bytesOf(receipt, checks);
  const parts = bytes && asMap(decodeCbor(bytes));
  const leaf = asBytes(parts?.get(PART.leaf));
  const root = asBytes(parts?.get(PART.root));
  const signed = root && readSign1(root);
  if (parts?.size !== 4 || !leaf || signed?.alg !== ES256) return null;
  const hash = merkleRoot(leaf, pathOf(parts), sha256);
  if (!hash || !sameBytes(hash, signed.payload)) return null;
  const key = trust.key(signed.kid);
  if (key?.use !== 'receipt' || key.state !== 'ACTIVE') return null;
  if (!(await verify(key, signed.signed, signed.signature))) return null;
  const facts = readLeaf(leaf, text, hmac);
  if (facts?.region !== key.region) return null;
  return facts.at >= key.notBefore && facts.at < key.notAfter ? facts : null;
}
