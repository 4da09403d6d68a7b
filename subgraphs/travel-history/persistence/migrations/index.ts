import type { MigrationObject } from '@mikro-orm/core';
import { Initial } from './0001-initial.ts';
import { Attempts } from './0002-attempts.ts';
import { EventBatch } from './0003-event-batch.ts';
import { DynamicColor } from './0004-dynamic-color.ts';
import { Trips } from './0005-trips.ts';
import { Venues } from './0006-venues.ts';
import { VisitsAndWithdrawals } from './0007-visits-and-withdrawals.ts';
import { UnfinishedRuns } from './0008-unfinished-runs.ts';
import { EventRetention } from './0009-event-retention.ts';
import { ExposedStays } from './0010-exposed-stays.ts';
import { Retention } from './0011-retention.ts';

/** Migrations in the order they run; what ran somewhere never changes. */
export const migrations: MigrationObject[] = [
  { name: '0001-initial', class: Initial },
  { name: '0002-attempts', class: Attempts },
  { name: '0003-event-batch', class: EventBatch },
  { name: '0004-dynamic-color', class: DynamicColor },
  { name: '0005-trips', class: Trips },
  { name: '0006-venues', class: Venues },
  { name: '0007-visits-and-withdrawals', class: VisitsAndWithdrawals },
  { name: '0008-unfinished-runs', class: UnfinishedRuns },
  { name: '0009-event-retention', class: EventRetention },
  { name: '0010-exposed-stays', class: ExposedStays },
  { name: '0011-retention', class: Retention },
];
