import type { Manifest } from './records.ts';
import type { EmptyPlace } from './restore-database.ts';

/** Learns that a database is as its manifest says again, and no longer as it was. */
export type RestoreNotice = (place: EmptyPlace, manifest: Manifest) => Promise<void>;

/** Who keeps something outside the database, such as checkpoints of the audit log: nobody yet. */
const NOTICES: readonly RestoreNotice[] = [];

/** Called once after each restore, when the database is whole: history was rolled back. */
export async function noticeRestore(place: EmptyPlace, manifest: Manifest): Promise<void> {
  for (const notice of NOTICES) await notice(place, manifest);
}
