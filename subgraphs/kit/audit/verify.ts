import type { KeyObject } from 'node:crypto';
import type { AuditFault } from './fault.ts';
import type { CheckpointMark } from './kept-checkpoint.ts';
import type { ChainReader } from './persistence/chain.reader.ts';
import { oneByOne, type OnProgress, type VerifyRegions } from './verify-region.ts';
import { CHECKPOINT_START, verifyCheckpoints } from './verify-checkpoints.ts';

/** How a log is verified. */
export interface VerifyOptions {
  readonly reader: ChainReader;
  /** Keys that checkpoints may be signed with. */
  readonly keys: readonly KeyObject[];
  /** The last checkpoint as it is remembered outside the database; null when it is not known here. */
  readonly kept: CheckpointMark | null;
  /** One region's chain alone; null = all. Checkpoints are about all in any case. */
  readonly region: string | null;
  readonly now: number;
  /** Verifies the chains; default: one after the other, with the reader. */
  readonly verifyRegions?: VerifyRegions;
  /** Is told how many entries of a region have been verified. */
  readonly onProgress?: OnProgress;
}

/** What a log came to. */
export interface LogFindings {
  readonly regions: number;
  readonly entries: number;
  /** Of these, how many bodies are kept no longer, and how many a logged decision erased. */
  readonly expired: number;
  readonly erased: number;
  readonly checkpoints: number;
  /** Number of the newest checkpoint, and of the newest that each cosigner signed. */
  readonly newest: number;
  readonly cosigned: readonly { readonly witness: string; readonly number: number }[];
  /** What is wrong, the checkpoints first, then the first bad entry of each chain. */
  readonly faults: readonly AuditFault[];
}

/** Verifies a whole log, in one state of the database. Source: SECURITY.md, Audit log. */
export async function verifyLog(options: VerifyOptions): Promise<LogFindings> {
  const { reader, keys, kept, region, now } = options;
  const { checkpoints, last, fault, rollbacks } = await verifyCheckpoints({
    ...{ keys, kept, start: CHECKPOINT_START },
    records: reader.checkpoints(1, Number.MAX_SAFE_INTEGER),
  });
  const faults = [...rollbacks, ...(fault ? [fault] : [])];
  const regions = region === null ? await reader.regions() : [region];
  const { verifyRegions = oneByOne(reader), onProgress = () => undefined } = options;
  let [entries, expired, erased] = [0, 0, 0];
  for (const findings of await verifyRegions(regions, now, onProgress)) {
    entries += findings.entries;
    expired += findings.expired;
    erased += findings.erased;
    if (findings.fault) faults.push(findings.fault);
  }
  const cosigned = await reader.cosigned();
  const counts = { regions: regions.length, entries, expired, erased, checkpoints };
  return { ...counts, newest: last.number, cosigned, faults };
}
