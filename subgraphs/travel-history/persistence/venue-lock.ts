import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Held until the transaction ends: visits to a venue beside each other, an outbreak alone. Each
 * visit either sees the outbreak, or is there for whoever tells of it.
 */
export async function lockVenue(
  em: EntityManager,
  venueId: string,
  by: 'VISIT' | 'OUTBREAK',
): Promise<void> {
  const shared = by === 'VISIT' ? '_shared' : '';
  await em.execute(`select pg_advisory_xact_lock${shared}(hashtext(?))`, [
    `travel_history.venue ${venueId}`,
  ]);
}
