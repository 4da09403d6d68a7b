import type { MigrationObject } from '@mikro-orm/core';
import { Initial } from './0001-initial.ts';
import { DeskService } from './0002-desk-service.ts';
import { Access } from './0003-access.ts';
import { KeyRing } from './0004-key-ring.ts';
import { EventBatch } from './0005-event-batch.ts';
import { DynamicColor } from './0006-dynamic-color.ts';
import { Conversion } from './0007-conversion.ts';
import { ConversionOnce } from './0008-conversion-once.ts';
import { EventRetention } from './0009-event-retention.ts';
import { Guardianship } from './0010-guardianship.ts';
import { Retention } from './0011-retention.ts';
import { ResidentAccounts } from './0012-resident-accounts.ts';

/** Migrations in the order they run; what ran somewhere never changes. */
export const migrations: MigrationObject[] = [
  { name: '0001-initial', class: Initial },
  { name: '0002-desk-service', class: DeskService },
  { name: '0003-access', class: Access },
  { name: '0004-key-ring', class: KeyRing },
  { name: '0005-event-batch', class: EventBatch },
  { name: '0006-dynamic-color', class: DynamicColor },
  { name: '0007-conversion', class: Conversion },
  { name: '0008-conversion-once', class: ConversionOnce },
  { name: '0009-event-retention', class: EventRetention },
  { name: '0010-guardianship', class: Guardianship },
  { name: '0011-retention', class: Retention },
  { name: '0012-resident-accounts', class: ResidentAccounts },
];
