import type { KeyObject } from 'node:crypto';
import type { AuditFault } from './fault.ts';
import type { CheckpointMark } from './kept-checkpoint.ts';
import type { ChainReader } from './persistence/chain.reader.ts';
import { CHAIN_START, verifyChain, type ChainFindings, type ChainState } from './verify-chain.ts';
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
  /** Is told how many entries of a region have been verified. */
  readonly onProgress?: (region: string, entries: number) => void;
}

/** What a log came to. */
export interface LogFindings {
  readonly regions: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** Number of the newest checkpoint, and of the newest that each cosigner signed. */
  readonly newest: number;
  readonly cosigned: readonly { readonly witness: string; readonly number: number }[];
  /** What is wrong, the checkpoints first, then the first bad entry of each chain. */
  readonly faults: readonly AuditFault[];
}

/** The head must be that of the last entry. */
export function headFault(
  region: string,
  head: ChainState | null,
  { sequence, hash, at }: ChainState,
): AuditFault | null {
  const fits =
    head === null
      ? sequence === 0
      : head.sequence === sequence &&
        Buffer.compare(head.hash, hash) === 0 &&
        (sequence === 0 || head.at === at);
  return fits ? null : { fault: 'HEAD', region, sequence, checkpoint: null };
}

async function verifyRegion(
  region: string,
  { reader, now, onProgress }: VerifyOptions,
): Promise<ChainFindings> {
  const { head, last } = await reader.end(region);
  let told = 0;
  async function* rows() {
    for await (const batch of reader.rows(region, 1, last)) {
      yield batch;
      onProgress?.(region, (told += batch.length));
    }
  }
  const findings = await verifyChain({
    ...{ region, now, start: CHAIN_START, rows: rows() },
    sealed: reader.sealed(region, 0, Number.MAX_SAFE_INTEGER),
    erased: await reader.erased(region),
  });
  return findings.fault
    ? findings
    : { ...findings, fault: headFault(region, head, findings.state) };
}

/** Verifies a whole log, in one state of the database. Source: SECURITY.md, Audit log. */
export async function verifyLog(options: VerifyOptions): Promise<LogFindings> {
  const { reader, keys, kept, region } = options;
  const { checkpoints, last, fault, rollbacks } = await verifyCheckpoints({
    ...{ keys, kept, start: CHECKPOINT_START },
    records: reader.checkpoints(1, Number.MAX_SAFE_INTEGER),
  });
  const faults = [...rollbacks, ...(fault ? [fault] : [])];
  const regions = region === null ? await reader.regions() : [region];
  let entries = 0;
  for (const one of regions) {
    const findings = await verifyRegion(one, options);
    entries += findings.entries;
    if (findings.fault) faults.push(findings.fault);
  }
  const cosigned = await reader.cosigned();
  const counts = { regions: regions.length, entries, checkpoints };
  return { ...counts, newest: last.number, cosigned, faults };
}
