import type { AuditFault } from './fault.ts';
import type { ChainReader } from './persistence/chain.reader.ts';
import { CHAIN_START, verifyChain, type ChainFindings, type ChainState } from './verify-chain.ts';

/** Is told how many entries of a region have been verified. */
export type OnProgress = (region: string, entries: number) => void;

/** Verifies the chains of some regions; findings in their order. */
export type VerifyRegions = (
  regions: readonly string[],
  now: number,
  onProgress: OnProgress,
) => Promise<readonly ChainFindings[]>;

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

/** Verifies the whole chain of a region. */
export async function verifyRegion(
  reader: ChainReader,
  region: string,
  now: number,
  onProgress: OnProgress,
): Promise<ChainFindings> {
  const { head, last } = await reader.end(region);
  let told = 0;
  async function* rows() {
    for await (const batch of reader.rows(region, 1, last)) {
      yield batch;
      onProgress(region, (told += batch.length));
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

/** Verifies chains one after the other. */
export function oneByOne(reader: ChainReader): VerifyRegions {
  return async (regions, now, onProgress) => {
    const findings: ChainFindings[] = [];
    for (const region of regions) {
      findings.push(await verifyRegion(reader, region, now, onProgress));
    }
    return findings;
  };
}
