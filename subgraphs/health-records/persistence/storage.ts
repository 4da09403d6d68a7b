import type { Storage } from '../../kit/orm.ts';
import { AttemptRow } from './attempt.entity.ts';
import { HealthEventRow } from './event.entity.ts';
import { migrations } from './migrations/index.ts';
import { SCHEMA } from './names.ts';
import { OpenedRecordRow } from './opened-record.entity.ts';
import { CheckInRow, DeclarationRow, IsolationOrderRow, TestResultRow } from './record.entity.ts';

/** Everything health-records keeps in the database. */
export const storage: Storage = {
  schema: SCHEMA,
  entities: [
    ...[DeclarationRow, CheckInRow, TestResultRow, IsolationOrderRow],
    ...[HealthEventRow, AttemptRow, OpenedRecordRow],
  ],
  migrations,
};
