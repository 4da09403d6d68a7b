import type { KeyObject } from 'node:crypto';
import type { AuditFault } from './fault.ts';
import type { ChainReader } from './persistence/chain.reader.ts';
import { CHAIN_START, verifyChain } from './verify-chain.ts';
import { verifyCheckpoints } from './verify-checkpoints.ts';
import { headFault } from './verify-region.ts';

/** Checkpoints of a part, unless the chain was at rest for longer. */
const CHECKPOINTS_MAX = 5_000;

/** One part of a chain to verify, with the checkpoints that sealed it. */
export interface PartOptions {
  readonly reader: ChainReader;
  readonly keys: readonly KeyObject[];
  readonly region: string;
  /** Entry to begin with; the part begins where the checkpoint before it ended. */
  readonly from: number;
  /** About how many entries. */
  readonly limit: number;
  readonly now: number;
}

/** What a part came to; go on with `verifiedTo + 1` until it is done. */
export interface PartFindings {
  readonly verifiedTo: number;
  /** Entries verified in this part. */
  readonly entries: number;
  /** Of these, how many bodies are kept no longer, and how many a logged decision erased. */
  readonly expired: number;
  readonly erased: number;
  /** Entries of the whole chain. */
  readonly total: number;
  readonly fault: AuditFault | null;
  /** Nothing is left, or something is wrong. */
  readonly done: boolean;
}

/**
 * Verifies a chain part by part, for who wants to see how far it is. Parts meet where a checkpoint
 * sealed the chain, so that nothing need be remembered between them.
 */
export async function verifyPart(options: PartOptions): Promise<PartFindings> {
  const { reader, keys, region, from, limit, now } = options;
  const { head, last } = await reader.end(region);
  const total = Math.max(head?.sequence ?? 0, last);
  const before = await reader.sealedBefore(region, from);
  const start = before ? await reader.stateAt(region, before.sequence) : CHAIN_START;
  const broken = (fault: AuditFault): PartFindings => ({
    ...{
      verifiedTo: before?.sequence ?? 0,
      entries: 0,
      total,
      fault,
      expired: 0,
      erased: 0,
      done: true,
    },
  });
  if (!start || (before && Buffer.compare(start.hash, before.hash) !== 0)) {
    const sequence = before?.sequence ?? 0;
    return broken({ fault: 'NOT_AS_SIGNED', region, sequence, checkpoint: before?.number ?? 0 });
  }
  const number = before?.number ?? 0;
  const upTo = [start.sequence + limit, number + CHECKPOINTS_MAX] as const;
  const until = await reader.sealedAfter(region, start.sequence, ...upTo);
  const isLast = !until || !(await reader.sealedAfter(region, until.sequence, ...upTo));
  const checked = await verifyCheckpoints({
    ...{ keys, kept: null },
    start: await reader.checkpointStart(number + 1),
    records: reader.checkpoints(number + 1, until?.number ?? 0),
  });
  if (checked.fault) return broken(checked.fault);
  const to = isLast ? last : until.sequence;
  const { state, fault, ...counts } = await verifyChain({
    ...{ region, start, now },
    rows: reader.rows(region, start.sequence + 1, to),
    sealed: reader.sealed(region, start.sequence + 1, isLast ? Number.MAX_SAFE_INTEGER : to),
    erased: await reader.erased(region),
  });
  const wrong = fault ?? (isLast ? headFault(region, head, state) : null) ?? checked.rollbacks[0];
  return {
    ...{ verifiedTo: state.sequence, ...counts, total, fault: wrong ?? null },
    done: isLast || wrong !== undefined,
  };
}
