import type { KeyObject } from 'node:crypto';
import { NOTHING_BEFORE } from './chain.ts';
import {
  checkpointHash,
  isSigned,
  rootOf,
  type Checkpoint,
  type SealedHead,
} from './checkpoint.ts';
import type { AuditFault, AuditFaultKind } from './fault.ts';
import type { CheckpointMark } from './kept-checkpoint.ts';
import { ALL_REGIONS } from './persistence/names.ts';

/** A checkpoint with the heads that moved since the one before. */
export interface CheckpointRecord {
  readonly checkpoint: Checkpoint;
  readonly moved: readonly SealedHead[];
}

/** What is known before the first checkpoint that is verified. */
export interface CheckpointStart {
  readonly mark: CheckpointMark;
  readonly at: number;
  readonly heads: readonly SealedHead[];
}

/** Before the first checkpoint of a log. */
export const CHECKPOINT_START: CheckpointStart = {
  ...{ mark: { number: 0, hash: NOTHING_BEFORE }, at: 0, heads: [] },
};

/** Checkpoints to verify, in the order of their numbers. */
export interface CheckpointStretch {
  readonly start: CheckpointStart;
  readonly records: AsyncIterable<readonly CheckpointRecord[]>;
  /** Keys that checkpoints may be signed with. */
  readonly keys: readonly KeyObject[];
  /** The last one as it is remembered outside the database; null when it is not known here. */
  readonly kept: CheckpointMark | null;
}

/** What the checkpoints came to. */
export interface CheckpointFindings {
  readonly checkpoints: number;
  readonly last: CheckpointMark;
  readonly fault: AuditFault | null;
  /** Where checkpoints are missing before one that goes on all the same. */
  readonly rollbacks: readonly AuditFault[];
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/**
 * Verifies checkpoints: numbers without a gap, each naming the one before, times in order,
 * signatures, and the root over the heads of all regions. A gap is noted and gone on from: what
 * else is wrong must not hide behind a restore that is known.
 */
export async function verifyCheckpoints(stretch: CheckpointStretch): Promise<CheckpointFindings> {
  const { start, records, keys, kept } = stretch;
  const heads = new Map(start.heads.map((head) => [head.region, head]));
  const rollbacks: AuditFault[] = [];
  let [last, at, checkpoints, keptIsKnown] = [start.mark, start.at, 0, kept === null];
  const faultAt = (fault: AuditFaultKind, checkpoint: number): AuditFault => ({
    ...{ fault, region: ALL_REGIONS, sequence: null, checkpoint },
  });

  function faultOf({ checkpoint, moved }: CheckpointRecord): AuditFaultKind | null {
    if (!isSigned(checkpoint, keys)) return 'CHECKPOINT_SIGNATURE';
    if (checkpoint.number <= last.number) return 'CHECKPOINT_MISSING';
    if (checkpoint.number > last.number + 1) {
      rollbacks.push(faultAt('ROLLED_BACK', last.number + 1));
    } else if (!same(checkpoint.previous, last.hash)) return 'CHECKPOINT_PREVIOUS';
    if (checkpoint.at < at) return 'CHECKPOINT_TIME';
    for (const head of moved) heads.set(head.region, head);
    return same(rootOf(heads.values()), checkpoint.root) ? null : 'CHECKPOINT_ROOT';
  }

  for await (const batch of records) {
    for (const record of batch) {
      const { checkpoint } = record;
      const fault = faultOf(record);
      if (fault) {
        return { checkpoints, last, fault: faultAt(fault, checkpoint.number), rollbacks };
      }
      last = { number: checkpoint.number, hash: checkpointHash(checkpoint) };
      at = checkpoint.at;
      checkpoints += 1;
      keptIsKnown ||= kept?.number === last.number && same(kept.hash, last.hash);
    }
  }
  // A kept one before the stretch was looked at when that was verified.
  const unknown = !keptIsKnown && kept !== null && kept.number > start.mark.number;
  const fault = unknown ? faultAt('ROLLED_BACK', Math.min(kept.number, last.number + 1)) : null;
  return { checkpoints, last, fault, rollbacks };
}
