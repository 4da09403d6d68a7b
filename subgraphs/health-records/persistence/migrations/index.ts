import type { MigrationObject } from '@mikro-orm/core';

/** Migrations in the order they run; what ran somewhere never changes. */
export const migrations: MigrationObject[] = [];
