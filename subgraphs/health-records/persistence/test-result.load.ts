import type { EntityManager } from '@mikro-orm/postgresql';
import { bulkLoad, type BulkRow, type BulkRows } from '../../kit/bulk-load.ts';
import { resultFault, type ResultFault } from '../domain/checks.ts';
import type { TestResult } from '../domain/records.ts';
import { SCHEMA } from './names.ts';

const COLUMNS = [
  ...['region', 'id', 'resident_id', 'recorded_by', 'sample_collected_at', 'result', 'method'],
  ...['laboratory', 'source_region', 'revision', 'supersedes_id', 'corrected_by_id'],
  'said_at',
];

/** One of the results may not be loaded; then none of them is. */
export class ResultRefusedError extends Error {
  override readonly name = 'ResultRefusedError';
  readonly fault: ResultFault;

  constructor(fault: ResultFault) {
    super(`A result may not be loaded: ${fault}.`);
    this.fault = fault;
  }
}

function rowOf(result: TestResult): BulkRow {
  const { region, id, residentId, recordedBy, sampleCollectedAt, method, laboratory } = result;
  return [
    ...[region, id, residentId, recordedBy, sampleCollectedAt, result.result, method, laboratory],
    ...[result.sourceRegion, result.revision, result.supersedesId, result.correctedById],
    result.saidAt,
  ];
}

function checked(result: TestResult, now: Date): BulkRow {
  const fault = resultFault(result, now);
  if (fault) throw new ResultRefusedError(fault);
  return rowOf(result);
}

async function* checkedRows(results: AsyncIterable<TestResult>, now: Date) {
  for await (const result of results) yield checked(result, now);
}

function load(em: EntityManager, rows: BulkRows): Promise<number> {
  return bulkLoad(em, `${SCHEMA}.test_result`, COLUMNS, rows, { onConflict: 'NOTHING' });
}

/** Adds results that were checked when they were submitted; those whose sample is known are left out. */
export async function addTestResults(
  em: EntityManager,
  results: readonly TestResult[],
): Promise<void> {
  await load(em, results.map(rowOf));
}

/**
 * Loads results, any number of them, in the caller's scope; one whose sample is known is left out.
 * @returns how many are new
 * @throws {ResultRefusedError} when one is not as RULES.md §3 says: the transaction is to end
 */
export async function loadTestResults(
  em: EntityManager,
  results: readonly TestResult[] | AsyncIterable<TestResult>,
  now: Date,
): Promise<number> {
  const isList = 'length' in results;
  return load(em, isList ? results.map((one) => checked(one, now)) : checkedRows(results, now));
}
