import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOfQuery, run } from './query.ts';

/** Days that rows are kept, by class. Source: SECURITY.md, invariant 14. */
export const RETENTION_DAYS = {
  /** Where somebody was. */
  MOVEMENT: 28,
  /** Numbers of verifications, of nobody in particular. */
  COUNTERS: 180,
  /** What is offered for minutes and names its own end. */
  OFFERS: 0,
  /** What codes has taken in: its job may come back, after a kill, within minutes. */
  TAKEN_IN: 1,
} as const;
/** One class. */
export type RetentionClass = keyof typeof RETENTION_DAYS;

/** How long the rows of a table are kept; stands beside its entity. */
export interface Retained {
  /** `schema.table`; its key is region and `key`. */
  readonly table: string;
  readonly class: RetentionClass;
  /** Column of the instant from which the days count; a row without one is kept. */
  readonly since: string;
  /** Columns of the key besides region. */
  readonly key: readonly string[];
  /** A further condition on a row `t`: such as that what it belongs to is gone. */
  readonly when?: string;
  /** Days that rows are kept beyond their class, where something may still read them. Default: 0. */
  readonly longer?: number;
  /**
   * Function `(region, ids)` that gives those of some ids that it knows: of the rows, whose key is
   * region and id, only these go. Default: all.
   */
  readonly known?: string;
}

const DAY_MS = 86_400_000;

/** The instant before which rows are kept no longer. */
function cutoff({ class: kept, longer = 0 }: Retained, now: Date): Date {
  return new Date(now.getTime() - (RETENTION_DAYS[kept] + longer) * DAY_MS);
}

/** Condition of rows `t` that are kept no longer; `place` stands for the {@link cutoff}. */
function expired({ since, when }: Retained, place: string): string {
  return `t.${since} < ${place}${when === undefined ? '' : ` and ${when}`}`;
}

/**
 * Regions with rows that may be kept no longer: by their age alone, which an index tells; their
 * conditions are asked of a region's rows.
 */
export async function expiredRegions(
  em: EntityManager,
  one: Retained,
  at: Date,
): Promise<readonly string[]> {
  const sql = `select distinct t.region from ${one.table} t where t.${one.since} < $1`;
  return (await rowsOfQuery<{ region: string }>(em, sql, [cutoff(one, at)])).map(
    ({ region }) => region,
  );
}

/** Which rows of a region are looked for. */
interface Page {
  readonly region: string;
  readonly at: Date;
  /** Id after which the page begins. */
  readonly after: string;
  readonly limit: number;
}

/** Ids of rows that are kept no longer, a page of them, in their order. */
export async function expiredIds(
  em: EntityManager,
  one: Retained,
  { region, at, after, limit }: Page,
): Promise<readonly string[]> {
  const rows = await rowsOfQuery<{ id: string }>(
    em,
    `select t.id from ${one.table} t
     where t.region = $1 and t.id > $2 and ${expired(one, '$3')} order by t.id limit ${limit}`,
    [region, after, cutoff(one, at)],
  );
  return rows.map(({ id }) => id);
}

/** Those of some ids that the function of a table knows. */
export async function knownIds(
  em: EntityManager,
  { known = '' }: Retained,
  region: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const sql = `select k.id from ${known}($1, $2::text[]) as k (id)`;
  return (await rowsOfQuery<{ id: string }>(em, sql, [region, ids])).map(({ id }) => id);
}

/** Deletes rows of a region that are kept no longer and that nobody holds, `most` at once; how many. */
export async function clearedRows(
  em: EntityManager,
  one: Retained,
  region: string,
  at: Date,
  most: number,
): Promise<number> {
  const key = one.key.join(', ');
  const rows = await rowsOfQuery<{ n: number }>(
    em,
    `with old as materialized (select ${key} from ${one.table} t
       where t.region = $1 and ${expired(one, '$2')} limit ${most} for update skip locked),
     gone as (delete from ${one.table} where region = $1 and (${key}) in (select ${key} from old)
       returning 1)
     select count(*)::int as n from gone`,
    [region, cutoff(one, at)],
  );
  return rows[0]?.n ?? 0;
}

/** Deletes those of some rows of a region that are kept no longer; how many. */
export async function clearedIds(
  em: EntityManager,
  one: Retained,
  region: string,
  at: Date,
  ids: readonly string[],
): Promise<number> {
  const { written } = await run(
    em,
    `delete from ${one.table} t
     where t.region = $1 and t.id in (select unnest($3::text[])) and ${expired(one, '$2')}`,
    [region, cutoff(one, at), ids],
  );
  return written;
}
