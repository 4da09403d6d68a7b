import type { TestResult } from '../../../subgraphs/health-records/domain/records.ts';

/** Region that everything is loaded into. */
export const REGION = '330000';
/** Results that are loaded. */
export const RESULTS = 1_000_000;

/** A number as an id ends: in no order, as ids are. */
function idOf(kind: number, n: number): string {
  const mixed = Math.imul(n ^ kind, 0x9e3779b1) >>> 0;
  return `${REGION}-${mixed.toString(16).padStart(8, '0').toUpperCase()}${String(n).padStart(18, '0')}`;
}

/** The n-th result: of one of half as many people, within the last three weeks. */
export function resultOf(n: number, now: number): TestResult {
  const person = n >> 1;
  return {
    ...{ region: REGION, id: idOf(1, n), residentId: idOf(2, person), recordedBy: 'laboratory' },
    sampleCollectedAt: new Date(now - 60_000 - ((n * 7_919) % 1_800_000) * 1_000),
    result: n % 97 === 0 ? 'DETECTED' : 'NOT_DETECTED',
    method: n % 5 === 0 ? 'ANTIGEN' : 'NUCLEIC_ACID',
    laboratory: `LAB-${n % 40}`,
    ...{ sourceRegion: '510000', revision: 0, supersedesId: null, correctedById: null },
    saidAt: null,
  };
}

/** All results, one after the other. */
export async function* results(now: number): AsyncGenerator<TestResult> {
  for (let n = 0; n < RESULTS; n += 1) yield resultOf(n, now);
  await Promise.resolve();
}
