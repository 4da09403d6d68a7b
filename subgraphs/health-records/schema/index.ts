import type { SchemaParts } from '../../kit/graphql/build-schema.ts';
import type { HealthRecordsContext } from '../context.ts';
import { declarationByKey } from './declaration.reference.ts';
import { OpenedRecordResolver } from './opened-record.resolver.ts';
import { CaseListResolver } from './case-list.resolver.ts';
import { CaseResolver, ResidentCaseResolver } from './case.resolver.ts';
import { DeclarationActionsResolver, OrderActionsResolver } from './record-actions.resolver.ts';
import { RecordResolver } from './record.resolver.ts';
import { ResidentRecordsResolver } from './resident.reference.ts';
import { SubmissionResolver, toReceipt } from './submission.resolver.ts';

/** The GraphQL face of health-records: all its resolvers and how its entities are found by key. */
export const schemaParts: SchemaParts<HealthRecordsContext> = {
  resolvers: [
    ...[RecordResolver, ResidentRecordsResolver, OpenedRecordResolver],
    ...[DeclarationActionsResolver, OrderActionsResolver],
    ...[SubmissionResolver, CaseResolver, ResidentCaseResolver, CaseListResolver],
  ],
  references: {
    Resident: ({ id }) => ({ id }),
    Declaration: declarationByKey,
  },
  replays: {
    OpenedHealthRecord: async ({ id }, { recordOpenUntil }) => ({
      ...{ id, resident: { id }, until: await recordOpenUntil.load(id) },
    }),
    CheckIn: ({ id }, { records }) => records.findCheckIn(id),
    TestResult: ({ id }, { records }) => records.findTestResult(id),
    IsolationOrder: ({ id }, { records }) => records.findOrder(id),
    ContactNotice: ({ id }, { records }) => records.findNotice(id),
    Vaccination: ({ id }, { records }) => records.findVaccination(id),
    EvidenceReceipt: async ({ id }, { findSubmission }) => {
      const receipt = await findSubmission(id);
      return receipt && toReceipt(receipt);
    },
  },
};
