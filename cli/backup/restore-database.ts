import { migrateAll } from '../migrate-all.ts';
import { loadBackup } from './load-backup.ts';
import type { CheckedBackup } from './read-backup.ts';

/** A database with Tongma's roles in it and none of its rows. */
export interface EmptyPlace {
  /** Of the superuser, at Tongma's database. */
  readonly superuserUrl: string;
  /** Of `tongma_owner`. */
  readonly ownerUrl: string;
}

/**
 * Restores a checked backup: the schemas as they were when it was taken, its rows, then the
 * migrations since. That history was rolled back is noticed by the checkpoints of the audit log, which
 * are remembered outside the database. @throws {BackupError}
 */
export async function restoreDatabase(place: EmptyPlace, backup: CheckedBackup): Promise<void> {
  await migrateAll(place.ownerUrl, backup.manifest.migrations);
  await loadBackup(place.superuserUrl, backup);
  await migrateAll(place.ownerUrl);
}
