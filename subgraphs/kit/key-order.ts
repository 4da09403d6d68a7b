import type { EntityManager } from '@mikro-orm/postgresql';

const KEY_ORDER =
  'set local enable_sort = off; set local enable_incremental_sort = off; ' +
  'set local max_parallel_workers_per_gather = 0';
const ANY_ORDER = KEY_ORDER.replaceAll(/= \w+/g, '= default');

/**
 * Runs statements that ask for the first rows in the order of a key, so that its index gives them.
 * Row security makes the planner expect so few rows that it would rather read and sort all of a region;
 * without sorting, only the index has that order, whatever the planner thinks.
 */
export async function inKeyOrder<T>(em: EntityManager, work: () => Promise<T>): Promise<T> {
  await em.execute(KEY_ORDER);
  const result = await work();
  await em.execute(ANY_ORDER); // after a failure the transaction is over
  return result;
}
