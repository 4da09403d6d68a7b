import type { Signer } from '../signing/signer.ts';
import { NOTHING_BEFORE } from './chain.ts';
import {
  checkpointHash,
  intervalRootOf,
  rootOf,
  signCheckpoint,
  type Checkpoint,
  type SealedHead,
} from './checkpoint.ts';
import type { CheckpointMark } from './kept-checkpoint.ts';
import { collectNotes } from './notes.ts';
import type { SealingTransaction } from './persistence/checkpoint.store.ts';
import { ALL_REGIONS } from './persistence/names.ts';

/** Something in the database that the checkpointer finds wrong; it signs on, so that it stays evident. */
export interface Alarm {
  readonly alarm: 'HISTORY_ROLLED_BACK' | 'CHAIN_CUT' | 'CHAIN_GAP';
  readonly region: string;
  /** Entry, or for a rollback the checkpoint, that is expected and missing. */
  readonly sequence: number;
}

/** What one run of the checkpointer did. */
export interface Sealed {
  readonly checkpoint: Checkpoint;
  readonly alarms: readonly Alarm[];
}

/** Name and key of a log. */
export interface LogIdentity {
  readonly log: string;
  readonly key: Signer;
}

async function movedHeads(tx: SealingTransaction, known: ReadonlyMap<string, SealedHead>) {
  const moved: SealedHead[] = [];
  const alarms: Alarm[] = [];
  for (const { region, sequence, hash } of await tx.heads()) {
    const before = known.get(region);
    if (before?.sequence === sequence && Buffer.compare(before.hash, hash) === 0) continue;
    const fromSequence = (before?.sequence ?? 0) + 1;
    const hashes = await tx.hashes(region, fromSequence, sequence);
    if (sequence < fromSequence) {
      alarms.push({ alarm: 'CHAIN_CUT', region, sequence: sequence + 1 });
    } else if (hashes.length !== sequence - fromSequence + 1) {
      alarms.push({ alarm: 'CHAIN_GAP', region, sequence: fromSequence });
    }
    moved.push({ region, sequence, fromSequence, hash, intervalRoot: intervalRootOf(hashes) });
  }
  return { moved, alarms };
}

/** Whether the database still knows the last checkpoint that is remembered outside it. */
async function isRolledBack(tx: SealingTransaction, kept: CheckpointMark | null) {
  if (!kept) return false;
  const same = await tx.byNumber(kept.number);
  return !same || Buffer.compare(checkpointHash(same), kept.hash) !== 0;
}

/**
 * Signs where all chains stand, in one transaction. When the database does not know the last
 * checkpoint that is remembered outside it, the new one goes on from that: the gap stays to be
 * seen, and an entry says so.
 */
export async function seal(
  tx: SealingTransaction,
  { log, key }: LogIdentity,
  kept: CheckpointMark | null,
): Promise<Sealed> {
  const newest = await tx.newest();
  const known = new Map((await tx.sealedHeads()).map((head) => [head.region, head]));
  const rolledBack = await isRolledBack(tx, kept);
  const { moved, alarms } = await movedHeads(tx, known);
  for (const head of moved) known.set(head.region, head);
  const inDatabase = newest && { number: newest.number, hash: checkpointHash(newest) };
  const before = rolledBack ? kept : inDatabase;
  const number = Math.max(before?.number ?? 0, newest?.number ?? 0) + 1;
  const checkpoint = await signCheckpoint(
    {
      ...{ log, number, previous: before?.hash ?? NOTHING_BEFORE },
      at: Math.max(await tx.now(), newest?.at ?? 0),
      root: rootOf(known.values()),
    },
    key,
  );
  await tx.add(checkpoint, moved);
  if (!rolledBack || !kept) return { checkpoint, alarms };
  const notes = collectNotes({ subject: 'checkpointer' });
  notes.note({
    ...{ region: ALL_REGIONS, action: 'HISTORY_ROLLED_BACK' },
    detail: { databaseEndedAt: newest?.number ?? 0, lastCheckpoint: kept.number },
  });
  for (const entry of notes.entries) await tx.append(entry);
  const alarm: Alarm = {
    ...{ alarm: 'HISTORY_ROLLED_BACK', region: ALL_REGIONS },
    sequence: (newest?.number ?? 0) + 1,
  };
  return { checkpoint, alarms: [alarm, ...alarms] };
}
