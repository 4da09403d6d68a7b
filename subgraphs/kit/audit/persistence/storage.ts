import type { Storage } from '../../orm.ts';
import {
  BodyRow,
  CheckpointHeadRow,
  CheckpointRow,
  CosignatureRow,
  EntryRow,
  HeadRow,
} from './audit.entity.ts';
import { AuditLog } from './migrations/0001-audit-log.ts';
import { EntriesOfMany } from './migrations/0002-entries-of-many.ts';
import { BodiesKeptAYear } from './migrations/0003-bodies-kept-a-year.ts';
import { SCHEMA } from './names.ts';

/** Everything the audit log keeps in the database. */
export const storage: Storage = {
  schema: SCHEMA,
  entities: [HeadRow, EntryRow, BodyRow, CheckpointRow, CheckpointHeadRow, CosignatureRow],
  migrations: [
    { name: '0001-audit-log', class: AuditLog },
    { name: '0002-entries-of-many', class: EntriesOfMany },
    { name: '0003-bodies-kept-a-year', class: BodiesKeptAYear },
  ],
};
