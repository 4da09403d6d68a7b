import type { Storage } from '../../kit/orm.ts';
import { AttemptRow } from './attempt.entity.ts';
import { HealthEventRow } from './event.entity.ts';
import { migrations } from './migrations/index.ts';
import { SCHEMA } from './names.ts';
import { OpenedRecordRow } from './opened-record.entity.ts';
import {
  CheckInRow,
  ContactNoticeRow,
  DeclarationRow,
  IsolationOrderRow,
  TestResultRow,
  VaccinationRow,
} from './record.entity.ts';
import { EvidenceBatchRow, EvidenceSubmissionRow } from './submission.entity.ts';

/** Everything health-records keeps in the database. */
export const storage: Storage = {
  schema: SCHEMA,
  entities: [
    ...[DeclarationRow, CheckInRow, TestResultRow, IsolationOrderRow],
    ...[ContactNoticeRow, VaccinationRow, EvidenceBatchRow, EvidenceSubmissionRow],
    ...[HealthEventRow, AttemptRow, OpenedRecordRow],
  ],
  migrations,
};
