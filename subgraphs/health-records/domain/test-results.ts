import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { laboratoryName, refuse } from './checks.ts';
import type { RecordPorts } from './self-reports.ts';
import type { TestMethod, TestOutcome, TestResult } from './records.ts';

const DAY_MS = 86_400_000;
/** Oldest sample that is taken, in days. */
const OLDEST_DAYS = 60;
/** A sample may be dated this far ahead, in milliseconds: clocks differ. */
const AHEAD_MS = 60_000;

/** A result as a laboratory gives it. */
export interface NewTestResult {
  readonly residentId: string;
  readonly sampleCollectedAt: Date;
  readonly result: TestOutcome;
  readonly method: TestMethod;
  readonly laboratory: string;
}

/** Use cases of test results. Source: RULES.md §3. */
export function testResultUseCases({ store, audit, now, newId }: RecordPorts) {
  return {
    /**
     * Records a result. The same result again is answered with the one that is kept.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, CONFLICT
     */
    async record(input: NewTestResult, by: Identity): Promise<TestResult> {
      const { residentId, sampleCollectedAt, result } = input;
      const region = requireResident(by, residentId);
      const age = now().getTime() - sampleCollectedAt.getTime();
      if (age < -AHEAD_MS || age > OLDEST_DAYS * DAY_MS) {
        refuse('sampleCollectedAt', `A sample is of the last ${OLDEST_DAYS} days.`);
      }
      const laboratory = laboratoryName(input.laboratory);
      const common = { region, id: newId(region), recordedBy: by.subject };
      const given: TestResult = { ...input, laboratory, ...common };
      const kept = await store.addTestResult(given);
      audit.note({
        ...{ region, action: 'TEST_RESULT_RECORDED', residentId, objectId: (kept ?? given).id },
        detail: { repeated: kept !== null },
      });
      if (kept) {
        if (kept.result === result) return kept;
        throw new DomainError('CONFLICT', 'This sample has another result already; correct that.');
      }
      const collected = sampleCollectedAt.toISOString();
      await store.append({
        ...{ kind: 'TEST_RESULT', region, residentId, occurredAt: sampleCollectedAt },
        body: { source: 'ACCREDITED', sampleCollectedAt: collected, result },
      });
      return given;
    },
  };
}
