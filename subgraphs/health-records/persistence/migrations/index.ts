import type { MigrationObject } from '@mikro-orm/core';
import { Initial } from './0001-initial.ts';
import { ReviewDeadline } from './0002-review-deadline.ts';
import { Access } from './0003-access.ts';
import { EventBatch } from './0004-event-batch.ts';
import { DynamicColor } from './0005-dynamic-color.ts';
import { Citations } from './0006-citations.ts';
import { Cases } from './0007-cases.ts';
import { Delivered } from './0008-delivered.ts';
import { EventRetention } from './0009-event-retention.ts';
import { SaidAt } from './0010-said-at.ts';
import { Retention } from './0011-retention.ts';
import { DetectedNear } from './0012-detected-near.ts';

/** Migrations in the order they run; what ran somewhere never changes. */
export const migrations: MigrationObject[] = [
  { name: '0001-initial', class: Initial },
  { name: '0002-review-deadline', class: ReviewDeadline },
  { name: '0003-access', class: Access },
  { name: '0004-event-batch', class: EventBatch },
  { name: '0005-dynamic-color', class: DynamicColor },
  { name: '0006-citations', class: Citations },
  { name: '0007-cases', class: Cases },
  { name: '0008-delivered', class: Delivered },
  { name: '0009-event-retention', class: EventRetention },
  { name: '0010-said-at', class: SaidAt },
  { name: '0011-retention', class: Retention },
  { name: '0012-detected-near', class: DetectedNear },
];
