import { instantOf, type Prepared } from '../../kit/query.ts';
import type { TestResult } from '../domain/records.ts';

/** A test result as SQL gives it. */
export type TestColumns = Omit<TestResult, 'sampleCollectedAt' | 'saidAt'> & {
  readonly sampleCollectedAt: string;
  readonly saidAt: string | null;
};

/** Of residents ($1) their newest test result, what was corrected left out. */
export const LATEST_TESTS: Prepared = {
  name: 'latest_tests',
  text: `select distinct on (resident_id) region, id, resident_id as "residentId",
      sample_collected_at as "sampleCollectedAt", result, method, laboratory, revision,
      source_region as "sourceRegion", supersedes_id as "supersedesId",
      corrected_by_id as "correctedById", recorded_by as "recordedBy",
      said_at as "saidAt"
    from health_records.test_result
    where resident_id = any($1) and corrected_by_id is null
    order by resident_id, sample_collected_at desc, id desc`,
};

/** A test result of its columns. */
export function testOf(row: TestColumns): TestResult {
  const { sampleCollectedAt, saidAt } = row;
  return {
    ...row,
    ...{ sampleCollectedAt: instantOf(sampleCollectedAt), saidAt: instantOf(saidAt) },
  };
}
