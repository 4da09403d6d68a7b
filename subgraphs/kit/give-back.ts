import type { Pool } from 'pg';

/** How long whoever holds a connection may take to give it back after it has ended. */
const GRACE_MS = 1_000;

const NOTHING = () => undefined;

/**
 * Gives connections that ended while they were held back to their pool. The query builder does not:
 * a BEGIN, COMMIT or ROLLBACK that finds its connection gone keeps the place of it in the pool, and
 * when all places are kept so the process waits for ever.
 */
export function giveBackEnded(pool: Pick<Pool, 'on'>): void {
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        const { release } = client;
        client.release = NOTHING; // its holder may yet do it
        try {
          release(true);
        } catch {
          // It was given back in order: the pool refuses to take it twice.
        }
      }, GRACE_MS).unref();
    });
  });
}
