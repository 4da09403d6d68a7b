import type { MigrationObject } from '@mikro-orm/core';
import { Initial } from './0001-initial.ts';

/** Migrations in the order they run; what ran somewhere never changes. */
export const migrations: MigrationObject[] = [{ name: '0001-initial', class: Initial }];
