import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { checkedReason } from '../../kit/reason.ts';
import { checkSample, laboratoryName, refuse } from './checks.ts';
import type { RecordEvent } from './record-store.ts';
import type { RecordPorts } from './self-reports.ts';
import type { TestMethod, TestOutcome, TestResult } from './records.ts';

/** What a laboratory says of a sample. */
export interface SampleFacts {
  readonly sampleCollectedAt: Date;
  readonly result: TestOutcome;
  readonly method: TestMethod;
  readonly laboratory: string;
}

/** A result as a laboratory gives it. */
export interface NewTestResult extends SampleFacts {
  readonly residentId: string;
}

/** What is right instead of what was said before; what is not given, or null, stays. */
export type Correction = {
  readonly [K in keyof SampleFacts]?: SampleFacts[K] | null | undefined;
} & { readonly testResultId: string; readonly reason: string };

/** What a result has that is first said, here. */
export const FIRST_SAID = {
  ...{ sourceRegion: null, revision: 0, supersedesId: null, correctedById: null, saidAt: null },
} as const;

/** The evidence that a result is; it has the id of the result. Source: RULES.md §3.3 */
export function resultEvent(given: TestResult): RecordEvent {
  const { region, id, residentId, sampleCollectedAt, result, sourceRegion, supersedesId } = given;
  return {
    ...{ kind: 'TEST_RESULT', region, id, residentId, occurredAt: sampleCollectedAt },
    body: {
      ...{ source: 'ACCREDITED', sampleCollectedAt: sampleCollectedAt.toISOString(), result },
      ...(sourceRegion !== null && { sourceRegion }),
      ...(supersedesId !== null && { supersedes: supersedesId }),
    },
  };
}

/** The result that comes after another one. */
export function correctionOf(
  old: TestResult,
  facts: SampleFacts,
  made: Pick<TestResult, 'id' | 'recordedBy' | 'saidAt'>,
): TestResult {
  return {
    ...{ ...old, ...facts, ...made },
    ...{ revision: old.revision + 1, supersedesId: old.id, correctedById: null },
  };
}

/** Whether two results say the same of a sample. */
export function saysTheSame(a: SampleFacts, b: SampleFacts): boolean {
  return (
    a.sampleCollectedAt.getTime() === b.sampleCollectedAt.getTime() &&
    a.result === b.result &&
    a.method === b.method &&
    a.laboratory === b.laboratory
  );
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
      checkSample(sampleCollectedAt, now());
      const laboratory = laboratoryName(input.laboratory);
      const common = { region, id: newId(region), recordedBy: by.subject };
      const given: TestResult = { ...input, ...FIRST_SAID, laboratory, ...common };
      const kept = await store.addTestResult(given);
      audit.note({
        ...{ region, action: 'TEST_RESULT_RECORDED', residentId, objectId: (kept ?? given).id },
        detail: { repeated: kept !== null },
      });
      if (kept) {
        if (kept.result === result) return kept;
        throw new DomainError('CONFLICT', 'This sample has another result already; correct that.');
      }
      await store.append([resultEvent(given)]);
      return given;
    },

    /**
     * Says what is right instead of a result. The old one stays, and counts no more.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, CONFLICT Source: RULES.md §3.5
     */
    async correct(input: Correction, by: Identity): Promise<TestResult> {
      const { testResultId, reason } = input;
      const text = checkedReason(reason);
      const old = await store.findTestResult(testResultId);
      if (!old) {
        throw new DomainError('NOT_FOUND', 'No such result.', { fields: ['input.testResultId'] });
      }
      const right: SampleFacts = {
        sampleCollectedAt: input.sampleCollectedAt ?? old.sampleCollectedAt,
        result: input.result ?? old.result,
        method: input.method ?? old.method,
        laboratory: laboratoryName(input.laboratory ?? old.laboratory),
      };
      checkSample(right.sampleCollectedAt, now());
      const { region, residentId } = old;
      const made = { id: newId(region), recordedBy: by.subject, saidAt: now() };
      const given = correctionOf(old, right, made);
      if (saysTheSame(old, given)) refuse('testResultId', 'The correction changes nothing.');
      if (!(await store.supersede(old, given))) {
        throw new DomainError(
          'CONFLICT',
          'This result was corrected before, or the sample has one.',
        );
      }
      audit.note({
        ...{ region, action: 'TEST_RESULT_CORRECTED', residentId, objectId: given.id },
        ...{ reason: text, detail: { supersedes: old.id } },
      });
      await store.append([resultEvent(given)]);
      return given;
    },
  };
}
