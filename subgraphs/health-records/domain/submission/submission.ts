import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import { refuse } from '../checks.ts';
import { checkRow, sampleKey, type CheckedRow } from './submitted-row.ts';
import type { RowRefusal, SubmittedRow } from './submitted-row.ts';

/** Most rows of one submission. */
export const ROWS_MOST = 500;
/** How long evidence waits for a person who is not known, in days. Source: DESIGN.md §4. */
export const WAITING_DAYS = 14;
const DAY_MS = 86_400_000;

/** A row that was refused: which, and what the first thing wrong with it is. */
export interface RefusedRow extends RowRefusal {
  /** From 1. */
  readonly line: number;
}

/** What a source is told: never whether a person is known. */
export interface EvidenceReceipt {
  readonly id: string;
  readonly region: string;
  readonly submittedAt: Date;
  /** Rows that were given. */
  readonly total: number;
  readonly refused: readonly RefusedRow[];
  /** Key that the batch was signed with; null when it was not signed. */
  readonly kid: string | null;
}

/** Everything about a submission but its rows. */
export interface EvidenceBatch extends EvidenceReceipt {
  readonly submittedBy: string;
  /** When the source said it; null: when it was submitted. */
  readonly saidAt: Date | null;
  /** When rows about people who are still not known are dropped. */
  readonly expiresAt: Date;
}

/** One row of a submission, kept. */
export interface SubmittedEvidence {
  readonly id: string;
  readonly row: CheckedRow;
}

/** Submissions, kept until they have been delivered, and for those who register later. */
export interface SubmissionStore {
  /** Keeps a batch, and sees to its delivery. */
  add(batch: EvidenceBatch, rows: readonly SubmittedEvidence[]): Promise<void>;
  find(id: string): Promise<EvidenceReceipt | null>;
}

/** What a source submits. */
export interface NewSubmission {
  /** Region of the source; null = the one it is granted. */
  readonly region: string | null;
  readonly results: readonly SubmittedRow[];
  /** When the source said it; null = now. */
  readonly issuedAt: Date | null;
}

/** A submission may be given so long after it was said, in milliseconds. */
const FRESH_MS = 24 * 3_600_000;
/** It may be dated so far ahead: clocks differ. */
const AHEAD_MS = 60_000;

/** Whether what was said at an instant is taken in now. Source: RULES.md §6.6 */
export function isFresh(issuedAt: Date, now: Date): boolean {
  const age = now.getTime() - issuedAt.getTime();
  return age >= -AHEAD_MS && age <= FRESH_MS;
}

/** What the use cases need. */
export interface SubmissionPorts {
  readonly store: SubmissionStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
}

/** Checks every row by itself, and that no two of them contradict each other. */
export function checkRows(given: readonly SubmittedRow[], now: Date) {
  const rows: CheckedRow[] = [];
  const refused: RefusedRow[] = [];
  const results = new Map<string, string>();
  given.forEach((one, at) => {
    const row = checkRow(one, now);
    if ('code' in row) {
      refused.push({ line: at + 1, ...row });
      return;
    }
    const key = sampleKey(row);
    const earlier = results.get(key);
    if (earlier === undefined) {
      results.set(key, row.result);
      rows.push(row);
    } else if (earlier !== row.result) {
      refused.push({ line: at + 1, field: 'result', code: 'CONFLICT' });
    }
  });
  return { rows, refused };
}

/** Use cases of sources that name people by document. Source: RULES.md §6. */
export function submissionUseCases({ store, audit, now, newId }: SubmissionPorts) {
  return {
    /**
     * Takes results in for whoever the documents belong to, here or in other regions, now or within
     * {@link WAITING_DAYS}. One bad row spoils no other.
     * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE
     */
    async submit(
      { region: given, results, issuedAt }: NewSubmission,
      by: Identity,
      kid: string | null = null,
    ): Promise<EvidenceReceipt> {
      const region = given ?? by.grants[0] ?? '';
      requireRegion(by, region);
      if (results.length === 0 || results.length > ROWS_MOST) {
        throw new DomainError('BAD_USER_INPUT', `A submission has 1 to ${ROWS_MOST} rows.`, {
          fields: ['input.results'],
        });
      }
      const submittedAt = now();
      if (issuedAt && !isFresh(issuedAt, submittedAt)) {
        refuse('issuedAt', 'A submission is of the last 24 hours.');
      }
      const { rows, refused } = checkRows(results, submittedAt);
      const batch: EvidenceBatch = {
        ...{ region, id: newId(region), submittedBy: by.subject, submittedAt, kid },
        saidAt: issuedAt,
        ...{ total: results.length, refused },
        expiresAt: new Date(submittedAt.getTime() + WAITING_DAYS * DAY_MS),
      };
      await store.add(
        batch,
        rows.map((row) => ({ id: newId(region), row })),
      );
      audit.note({
        ...{ region, action: 'EVIDENCE_SUBMITTED', objectId: batch.id },
        detail: { rows: results.length, refused: refused.length, kid },
      });
      return batch;
    },
  };
}
