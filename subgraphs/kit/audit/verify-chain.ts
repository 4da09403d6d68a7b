import { isPastKeeping } from './body-state.ts';
import { commitmentOf, entryHash, NOTHING_BEFORE } from './chain.ts';
import { intervalRootOf, type SealedHead } from './checkpoint.ts';
import type { AuditFault, AuditFaultKind } from './fault.ts';

/** An entry with its body, as the database gives them; one of the two may be missing. */
export interface ChainRow {
  readonly sequence: number;
  /** Milliseconds since 1970; null when there is a body and no entry. */
  readonly at: number | null;
  readonly kind: string | null;
  readonly commitment: Buffer | null;
  readonly hash: Buffer | null;
  readonly salt: Buffer | null;
  readonly body: string | null;
}

/** A head as checkpoint `number` signed it. */
export interface SealedAt extends SealedHead {
  readonly number: number;
}

/** Entries whose bodies were erased by a logged decision, both ends included. */
export interface Erased {
  readonly from: number;
  readonly to: number;
}

/** What is known of a chain up to an entry. */
export interface ChainState {
  readonly sequence: number;
  readonly hash: Uint8Array;
  readonly at: number;
}

/** The chain before its first entry. */
export const CHAIN_START: ChainState = { sequence: 0, hash: NOTHING_BEFORE, at: 0 };

/** A stretch of a chain to verify. */
export interface ChainStretch {
  readonly region: string;
  /** After which it begins: a sealed entry, or the start. */
  readonly start: ChainState;
  /** Rows in order, many at a time. */
  readonly rows: AsyncIterable<readonly ChainRow[]>;
  /** Sealed heads after the start, in order. */
  readonly sealed: AsyncIterable<readonly SealedAt[]>;
  readonly erased: readonly Erased[];
  readonly now: number;
}

/** What a stretch came to: how far it is right, and what is wrong after that. */
export interface ChainFindings {
  readonly state: ChainState;
  readonly entries: number;
  /** Entries of which the body is kept no longer: their year is over. */
  readonly expired: number;
  /** Younger entries of which the body was erased by a logged decision. */
  readonly erased: number;
  readonly fault: AuditFault | null;
}

/** Gives batches one element at a time, without a promise for each. */
function reader<T>(batches: AsyncIterable<readonly T[]>) {
  const iterator = batches[Symbol.asyncIterator]();
  let batch: readonly T[] = [];
  let at = 0;
  return async (): Promise<T | null> => {
    while (at >= batch.length) {
      const next = await iterator.next();
      if (next.done === true) return null;
      [batch, at] = [next.value, 0];
    }
    return batch[at++] ?? null;
  };
}

/** What is wrong with a row, or else why its body is rightly not there; null when nothing is. */
function findingOf(
  row: ChainRow,
  before: ChainState,
  { region, erased, now }: ChainStretch,
): AuditFaultKind | 'EXPIRED' | 'ERASED' | null {
  const { sequence, at, kind, commitment, hash, salt, body } = row;
  if (at === null || kind === null || !commitment || !hash) return 'BODY_UNKNOWN';
  if (sequence !== before.sequence + 1) return 'ENTRY_MISSING';
  if (at < before.at) return 'ENTRY_TIME';
  const head = { region, sequence, at, kind };
  if (!entryHash(before.hash, head, commitment).equals(hash)) return 'ENTRY_HASH';
  if (body === null || !salt) {
    if (isPastKeeping(at, now)) return 'EXPIRED';
    return erased.some(({ from, to }) => from <= sequence && sequence <= to)
      ? 'ERASED'
      : 'BODY_MISSING';
  }
  return commitmentOf(salt, body).equals(commitment) ? null : 'BODY_CHANGED';
}

/**
 * Verifies a stretch of one chain: no gap, times in order, every hash, every commitment, and every
 * sealed head on the way. Ends at the first fault. Source: SECURITY.md, Audit log.
 */
export async function verifyChain(stretch: ChainStretch): Promise<ChainFindings> {
  const { region, start, rows, sealed } = stretch;
  const nextSealed = reader(sealed);
  let state = start;
  let entries = 0;
  let [expired, erased] = [0, 0];
  let seal = await nextSealed();
  let sealedTo = start.sequence;
  let hashes: Buffer[] = [];
  const found = (fault: AuditFaultKind, sequence: number, checkpoint: number | null = null) => ({
    ...{ state, entries, expired, erased },
    fault: { fault, region, sequence, checkpoint },
  });

  for await (const batch of rows) {
    for (const row of batch) {
      const fault = findingOf(row, state, stretch);
      if (fault === 'EXPIRED') expired += 1;
      else if (fault === 'ERASED') erased += 1;
      else if (fault)
        return found(fault, fault === 'ENTRY_MISSING' ? state.sequence + 1 : row.sequence);
      const hash = row.hash ?? NOTHING_BEFORE;
      state = { sequence: row.sequence, hash, at: row.at ?? 0 };
      entries += 1;
      hashes.push(hash);
      if (!seal || row.sequence < seal.sequence) continue;
      const asSigned =
        row.sequence === seal.sequence &&
        seal.fromSequence === sealedTo + 1 &&
        Buffer.compare(hash, seal.hash) === 0 &&
        Buffer.compare(intervalRootOf(hashes), seal.intervalRoot) === 0;
      if (!asSigned) return found('NOT_AS_SIGNED', row.sequence, seal.number);
      [sealedTo, hashes] = [row.sequence, []];
      seal = await nextSealed();
    }
  }
  return seal
    ? found('TAIL_CUT', state.sequence + 1, seal.number)
    : { state, entries, expired, erased, fault: null };
}
