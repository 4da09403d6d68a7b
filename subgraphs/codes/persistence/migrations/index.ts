import type { MigrationObject } from '@mikro-orm/core';
import { Initial } from './0001-initial.ts';
import { Access } from './0002-access.ts';
import { DynamicColor } from './0003-dynamic-color.ts';
import { BulkDecisions } from './0004-bulk-decisions.ts';
import { Statistics } from './0005-statistics.ts';
import { EvidenceByResident } from './0006-evidence-by-resident.ts';
import { SignedLists } from './0007-signed-lists.ts';
import { Agreements } from './0008-agreements.ts';
import { VerificationCounts } from './0009-verification-counts.ts';
import { SharedEvidence } from './0011-shared-evidence.ts';
import { StatusByKey } from './0012-status-by-key.ts';
import { Rehearsals } from './0013-rehearsals.ts';
import { StatusByOrder } from './0014-status-by-order.ts';
import { EvidenceRetention } from './0015-evidence-retention.ts';
import { Retention } from './0016-retention.ts';
import { TokenRetention } from './0017-token-retention.ts';
import { StatusInRange } from './0018-status-in-range.ts';

/** Migrations in the order they run; what ran somewhere never changes. */
export const migrations: MigrationObject[] = [
  { name: '0001-initial', class: Initial },
  { name: '0002-access', class: Access },
  { name: '0003-dynamic-color', class: DynamicColor },
  { name: '0004-bulk-decisions', class: BulkDecisions },
  { name: '0005-statistics', class: Statistics },
  { name: '0006-evidence-by-resident', class: EvidenceByResident },
  { name: '0007-signed-lists', class: SignedLists },
  { name: '0008-agreements', class: Agreements },
  { name: '0009-verification-counts', class: VerificationCounts },
  { name: '0011-shared-evidence', class: SharedEvidence },
  { name: '0012-status-by-key', class: StatusByKey },
  { name: '0013-rehearsals', class: Rehearsals },
  { name: '0014-status-by-order', class: StatusByOrder },
  { name: '0015-evidence-retention', class: EvidenceRetention },
  { name: '0016-retention', class: Retention },
  { name: '0017-token-retention', class: TokenRetention },
  { name: '0018-status-in-range', class: StatusInRange },
];
