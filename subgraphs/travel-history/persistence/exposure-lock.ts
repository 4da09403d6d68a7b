import type { EntityManager } from '@mikro-orm/postgresql';

const CHANGE = 'travel_history.exposure';

async function lock(em: EntityManager, name: string, shared: boolean): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock${shared ? '_shared' : ''}(hashtext(?))`, [name]);
}

/**
 * Held by whoever changes risk areas, at the very end of the transaction. It waits for the stays
 * that are being written: each either sees the change, or is there for the run that looks for it.
 */
export function lockChange(em: EntityManager): Promise<void> {
  return lock(em, CHANGE, false);
}

/** Held by a chunk of a run: nobody else tells of the region's stays meanwhile. */
export function lockRegion(em: EntityManager, region: string): Promise<void> {
  return lock(em, `${CHANGE} ${region}`, false);
}

/** Held by whoever writes a stay, beside others who do, until the transaction ends. */
export async function lockStay(em: EntityManager, region: string): Promise<void> {
  await lock(em, CHANGE, true);
  await lock(em, `${CHANGE} ${region}`, true);
}
