import type { MikroORM } from '@mikro-orm/postgresql';
import { systemIdentity } from '../../kit/identity.ts';
import { newId } from '../../kit/new-id.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import type { Rehearsal } from '../domain/rehearsal/rehearsal.ts';
import { rehearsalStore } from '../persistence/rehearsal.store.ts';
import { storage } from '../persistence/storage.ts';
import { SUBJECT } from './code-life.ts';

/** What a rehearsal on the command line came to. */
export type RehearsalReport = Omit<Rehearsal, 'id' | 'endedAt'>;

/** Opens the codes database for a rehearsal, and closes it when that is over. */
export async function withRehearsalDatabase<T>(
  databaseUrl: string,
  work: (orm: MikroORM) => Promise<T>,
): Promise<T> {
  const orm = await openOrm(storage, databaseUrl, 2);
  try {
    return await work(orm);
  } finally {
    await orm.close();
  }
}

/** Keeps the report of a rehearsal that is over; beside one that the service has under way. */
export async function keepReport(
  orm: MikroORM,
  report: RehearsalReport,
  endedAt: Date,
): Promise<void> {
  const { region } = report;
  await inScope(orm, systemIdentity(SUBJECT, region), async (tx, audit) => {
    const kept = { ...report, id: newId(region), endedAt };
    await rehearsalStore(tx).add(kept);
    audit.note({ region, action: 'REGION_REHEARSED', objectId: kept.id });
  });
}
