import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { merkleLevels, merklePath, merkleRoot, type MerkleStep } from '../standards/merkle.ts';
import type { AuditAction } from './trail.ts';
import { bytesText } from './checkpoint-json.ts';
import { isItemOf } from './chunk-item.ts';
import { commitmentOf, entryHash, sha256 } from './chain.ts';
import { headLeaf, inOrder, isSigned, type Checkpoint, type SealedHead } from './checkpoint.ts';

/** What a receipt is made of. */
export interface ReceiptParts {
  readonly entry: {
    readonly region: string;
    readonly sequence: number;
    readonly at: number;
    readonly kind: string;
    /** Hash of the entry before. */
    readonly previous: Uint8Array;
    readonly salt: Uint8Array;
    readonly body: string;
  };
  /** Hashes of the stretch that was sealed together with the entry, in order. */
  readonly interval: readonly Uint8Array[];
  /** The sealed head over that stretch. */
  readonly head: SealedHead;
  /** Heads of all regions as the checkpoint signed them. */
  readonly heads: readonly SealedHead[];
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly { readonly witness: string; readonly signature: Uint8Array }[];
  /** What the receipt is for, where the entry stands for many, and its way to their root. */
  readonly item?: { readonly text: string; readonly path: readonly MerkleStep[] } | undefined;
}

/** What a receipt proves once it is checked. */
export interface ReceiptFacts {
  readonly log: string;
  readonly region: string;
  readonly sequence: number;
  readonly at: Date;
  readonly kind: string;
  /** What the entry says, JSON. */
  readonly body: string;
  /** What it says of the one thing the receipt is for, JSON, where the entry stands for many. */
  readonly item: string | null;
  readonly checkpoint: number;
  readonly sealedAt: Date;
  /** Names of those who say they cosigned; their signatures are checked with their own keys. */
  readonly witnesses: readonly string[];
}

const VERSION = 1;
/** Entries that stand for many: a receipt of one is for an item of it. */
const OF_MANY: readonly string[] = ['COLORS_DECIDED'] satisfies AuditAction[];
/** Longest text that is looked at, in characters. */
const TEXT_MAX = 65_536;

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const steps = (path: readonly MerkleStep[]) => path.map(([side, hash]) => [side, text(hash)]);

/** Text of a receipt, JSON: an entry, its way to a signed checkpoint, and nothing of any other. */
export function makeReceipt(parts: ReceiptParts): string {
  const { entry, item, interval, head, heads, checkpoint, cosignatures } = parts;
  const { number, at, previous, root, keyId, signature, log } = checkpoint;
  const ordered = inOrder(heads);
  const place = ordered.findIndex(({ region }) => region === head.region);
  return JSON.stringify({
    ...{ version: VERSION, log },
    entry: { ...entry, previous: text(entry.previous), salt: text(entry.salt) },
    ...(item && { item: { text: item.text, path: steps(item.path) } }),
    intervalPath: steps(
      merklePath(merkleLevels(interval, sha256), entry.sequence - head.fromSequence),
    ),
    head: { sequence: head.sequence, hash: text(head.hash) },
    headPath: steps(merklePath(merkleLevels(ordered.map(headLeaf), sha256), place)),
    checkpoint: {
      ...{ number, at, previous: text(previous), root: text(root) },
      ...{ keyId, signature: text(signature) },
    },
    cosignatures: cosignatures.map(({ witness, signature: by }) => ({
      ...{ witness, signature: text(by) },
    })),
  });
}

const path = z.array(z.tuple([z.union([z.literal(0), z.literal(1)]), bytesText])).max(32);
const whole = z.number().int().nonnegative();

const shape = z.object({
  version: z.literal(VERSION),
  log: z.string(),
  entry: z.object({
    ...{ region: z.string(), sequence: whole, at: whole, kind: z.string() },
    ...{ previous: bytesText, salt: bytesText, body: z.string() },
  }),
  item: z.object({ text: z.string(), path }).optional(),
  intervalPath: path,
  head: z.object({ sequence: whole, hash: bytesText }),
  headPath: path,
  checkpoint: z.object({
    ...{ number: whole, at: whole, previous: bytesText, root: bytesText, keyId: z.string() },
    signature: bytesText,
  }),
  cosignatures: z.array(z.object({ witness: z.string(), signature: bytesText })).max(100),
});

function parsed(receipt: string) {
  if (receipt.length > TEXT_MAX) return null;
  try {
    return shape.safeParse(JSON.parse(receipt)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Checks a receipt with no more than the public keys of checkpoints; null when it does not hold.
 * It proves that the entry stood in the log when the checkpoint was signed.
 */
export function checkReceipt(receipt: string, keys: readonly KeyObject[]): ReceiptFacts | null {
  const given = parsed(receipt);
  if (!given) return null;
  const { log, entry, item, intervalPath, head, headPath, cosignatures } = given;
  const checkpoint: Checkpoint = { ...given.checkpoint, log };
  const { region, sequence, at, kind, previous, salt, body } = entry;
  const hash = entryHash(previous, { region, sequence, at, kind }, commitmentOf(salt, body));
  const intervalRoot = merkleRoot(hash, intervalPath, sha256);
  if (!intervalRoot) return null;
  const leaf = headLeaf({ ...head, region, fromSequence: 0, intervalRoot });
  const root = merkleRoot(leaf, headPath, sha256);
  if (!root || Buffer.compare(root, checkpoint.root) !== 0 || !isSigned(checkpoint, keys))
    return null;
  if (OF_MANY.includes(kind) !== (item !== undefined)) return null;
  if (item && !isItemOf(body, item.text, item.path)) return null;
  return {
    ...{ log, region, sequence, kind, body, at: new Date(at), item: item?.text ?? null },
    ...{ checkpoint: checkpoint.number, sealedAt: new Date(checkpoint.at) },
    witnesses: cosignatures.map(({ witness }) => witness),
  };
}
