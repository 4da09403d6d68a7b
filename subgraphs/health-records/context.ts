import DataLoader from 'dataloader';
import type { AttemptContext } from '../kit/attempt/replay.ts';
import type { IdentityContext } from '../kit/graphql/enforce-scopes.ts';
import type { caseUseCases } from './domain/cases.ts';
import type { contactNoticeUseCases } from './domain/contact-notices.ts';
import type { isolationUseCases } from './domain/isolation.ts';
import type { Identity } from '../kit/identity.ts';
import type { openedRecordUseCases } from './domain/opened-record.ts';
import type { RecordReads } from './domain/record-store.ts';
import type { Declaration, TestResult } from './domain/records.ts';
import type { selfReportUseCases } from './domain/self-reports.ts';
import type { signedBatchUseCases } from './domain/submission/signed-batch.ts';
import type { submissionUseCases, SubmissionStore } from './domain/submission/submission.ts';
import type { testResultUseCases } from './domain/test-results.ts';
import type { vaccinationUseCases } from './domain/vaccinations.ts';

type OpenedRecordUseCases = ReturnType<typeof openedRecordUseCases>;

/** What resolvers of this subgraph reach: use cases, reads and loaders of one request. */
export interface HealthRecordsContext extends IdentityContext, AttemptContext {
  readonly selfReports: ReturnType<typeof selfReportUseCases>;
  readonly testResults: ReturnType<typeof testResultUseCases>;
  readonly isolation: ReturnType<typeof isolationUseCases>;
  readonly contacts: ReturnType<typeof contactNoticeUseCases>;
  readonly cases: ReturnType<typeof caseUseCases>;
  readonly vaccinations: ReturnType<typeof vaccinationUseCases>;
  readonly submissions: ReturnType<typeof submissionUseCases>;
  readonly signedBatches: ReturnType<typeof signedBatchUseCases>;
  readonly findSubmission: SubmissionStore['find'];
  readonly records: RecordReads;
  readonly now: () => Date;
  readonly latestTest: DataLoader<string, TestResult | null>;
  readonly declarationById: DataLoader<string, Declaration | null>;
  readonly openedRecords: OpenedRecordUseCases;
  readonly recordOpenUntil: DataLoader<string, Date | null>;
  readonly recordInQueue: DataLoader<string, boolean>;
}

/** Loaders of one request: each answers a page of residents with one query. */
export function recordLoaders(
  records: RecordReads,
): Pick<HealthRecordsContext, 'latestTest' | 'declarationById'> {
  return {
    latestTest: new DataLoader((ids) => records.latestTests(ids)),
    declarationById: new DataLoader((ids) => records.declarationsById(ids)),
  };
}

/** Loaders of one request: which health records whoever asks may read. */
export function openRecordLoaders(
  openedRecords: OpenedRecordUseCases,
  identity: Identity,
): Pick<HealthRecordsContext, 'recordOpenUntil' | 'recordInQueue'> {
  return {
    recordOpenUntil: new DataLoader((ids) => openedRecords.openUntil(ids, identity)),
    recordInQueue: new DataLoader(async (ids) => {
      const waiting = await openedRecords.inQueue(ids, identity);
      return ids.map((id) => waiting.has(id));
    }),
  };
}
