import type { EntityManager } from '@mikro-orm/postgresql';
import { bulkLoad, type BulkRow } from '../../kit/bulk-load.ts';
import type { TestResult } from '../domain/records.ts';
import { SCHEMA } from './names.ts';

const COLUMNS = [
  ...['region', 'id', 'resident_id', 'recorded_by', 'sample_collected_at', 'result', 'method'],
  ...['laboratory', 'source_region', 'revision', 'supersedes_id', 'corrected_by_id'],
];

/** Results that may not be loaded. Source: RULES.md §3.1, §3.4. */
const REFUSE = {
  AGE: `sample_collected_at < now() - interval '60 days' or sample_collected_at > now() + interval '60 seconds'`,
  TERM: `result not in ('DETECTED', 'NOT_DETECTED') or method not in ('NUCLEIC_ACID', 'ANTIGEN')`,
  LABORATORY: `laboratory <> btrim(laboratory) or laboratory = ''`,
  REGION: `left(resident_id, 7) <> region || '-' or left(id, 7) <> region || '-'`,
};

function rowOf(result: TestResult): BulkRow {
  const { region, id, residentId, recordedBy, sampleCollectedAt, method, laboratory } = result;
  return [
    ...[region, id, residentId, recordedBy, sampleCollectedAt, result.result, method, laboratory],
    ...[result.sourceRegion, result.revision, result.supersedesId, result.correctedById],
  ];
}

async function* rowsOf(results: AsyncIterable<TestResult>) {
  for await (const result of results) yield rowOf(result);
}

/**
 * Loads results, any number of them, in the caller's scope; one whose sample is known is left out.
 * @returns how many are new
 * @throws {RowsRefusedError} when one of many is not as RULES.md §3 says
 */
export function loadTestResults(
  em: EntityManager,
  results: readonly TestResult[] | AsyncIterable<TestResult>,
): Promise<number> {
  const rows = 'length' in results ? results.map(rowOf) : rowsOf(results);
  return bulkLoad(em, `${SCHEMA}.test_result`, COLUMNS, rows, {
    ...{ onConflict: 'NOTHING', refuse: REFUSE },
  });
}
