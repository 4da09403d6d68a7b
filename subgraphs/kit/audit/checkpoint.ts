import { verify, type KeyObject } from 'node:crypto';
import { keyId } from '../signing/sealed-signer.ts';
import type { Signer } from '../signing/signer.ts';
import { merkleTreeHash } from '../standards/merkle.ts';
import { sha256 } from './chain.ts';

/** What a checkpoint says: all chains of a log stood so at an instant. */
export interface CheckpointFacts {
  /** Name of the log: letters, digits, `.`, `-`. */
  readonly log: string;
  /** Counts from 1; after a rollback it goes on from the last number ever given. */
  readonly number: number;
  /** Milliseconds since 1970, by the database's clock. */
  readonly at: number;
  /** Hash of the checkpoint before. */
  readonly previous: Uint8Array;
  /** Merkle root over the newest heads of all regions, by region. */
  readonly root: Uint8Array;
}

/** A signed checkpoint. */
export interface Checkpoint extends CheckpointFacts {
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** A chain's newest entry as a checkpoint signs it, with the root over the hashes since the last. */
export interface SealedHead {
  readonly region: string;
  /** First entry since the region's checkpoint before. */
  readonly fromSequence: number;
  readonly sequence: number;
  readonly hash: Uint8Array;
  readonly intervalRoot: Uint8Array;
}

/** Names that a log may have: they stand in signed bytes between bars. */
export const LOG_NAME = /^[\w.-]{1,64}$/;

/** The bytes that are signed. */
export function checkpointBytes({ log, number, at, previous, root }: CheckpointFacts): Buffer {
  const head = Buffer.from(`tongma-checkpoint|1|${log}|${number}|${at}|`, 'utf8');
  return Buffer.concat([head, previous, root]);
}

/** What the next checkpoint names as the one before. */
export function checkpointHash(facts: CheckpointFacts): Buffer {
  return sha256(checkpointBytes(facts));
}

/** Leaf of one region in a checkpoint's tree. */
export function headLeaf({ region, sequence, hash, intervalRoot }: SealedHead): Buffer {
  return Buffer.concat([Buffer.from(`${region}|${sequence}|`, 'utf8'), hash, intervalRoot]);
}

/** Heads in the order of the tree's leaves. */
export function inOrder(heads: Iterable<SealedHead>): SealedHead[] {
  return [...heads].sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : 0));
}

/** Root over the newest heads of all regions. */
export function rootOf(heads: Iterable<SealedHead>): Uint8Array {
  return merkleTreeHash(inOrder(heads).map(headLeaf), sha256);
}

/** Root over the hashes of a stretch of a chain. */
export function intervalRootOf(hashes: readonly Uint8Array[]): Uint8Array {
  return merkleTreeHash(hashes, sha256);
}

/** Key id of a public key, as its signer names itself. */
export function keyIdOf(key: KeyObject): string {
  return keyId(key.export({ type: 'spki', format: 'der' }));
}

/** Signs a checkpoint (Ed25519). */
export async function signCheckpoint(facts: CheckpointFacts, signer: Signer): Promise<Checkpoint> {
  const signature = Buffer.from(await signer.sign(checkpointBytes(facts)));
  return { ...facts, keyId: signer.kid, signature };
}

/** Whether a checkpoint is signed by the key it names, and that key is among those trusted. */
export function isSigned(checkpoint: Checkpoint, keys: readonly KeyObject[]): boolean {
  const key = keys.find((one) => keyIdOf(one) === checkpoint.keyId);
  return key !== undefined && verify(null, checkpointBytes(checkpoint), key, checkpoint.signature);
}
