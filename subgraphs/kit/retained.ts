import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOfQuery, run } from './query.ts';

/** Days that rows are kept, by class. Source: SECURITY.md, invariant 14. */
export const RETENTION_DAYS = {
  /** Where somebody was. */
  MOVEMENT: 28,
  /** What people said of how they are. */
  SELF_REPORTS: 60,
  /** What laboratories and officials said of people. */
  EVIDENCE: 90,
  /** How a code got its color. */
  DECISIONS: 180,
  /** Numbers of verifications, of nobody in particular. */
  COUNTERS: 180,
  /** Issued tokens from their end on: nobody takes one then, and it tells a day on which it was shown. */
  TOKENS: 7,
  /** What holds for minutes and names its own end: offers, opened records. */
  OFFERS: 0,
  /** What codes has taken in: its job may come back, after a kill, within minutes. */
  TAKEN_IN: 1,
  /** Which mutations were sent, so that none is done twice. Source: DESIGN.md §4. */
  ATTEMPTS: 1,
} as const;
/** One class. */
export type RetentionClass = keyof typeof RETENTION_DAYS;

/** Classes of what does not go by its age. */
export const KEPT_CLASSES = [
  /** People, accounts, codes and places, as long as they are registered. */
  'REGISTER',
  /** What regions publish, or sign for each other: about nobody. */
  'REFERENCE',
  /** What proves who decided what, and how work went: nothing of anybody's health. */
  'LEDGER',
  /** Keys, as long as something is sealed under them. */
  'KEYS',
] as const;

/** Declares that the rows of a table do not go by their age; stands beside its entity. */
export interface Kept {
  /** `schema.table`. */
  readonly table: string;
  readonly class: (typeof KEPT_CLASSES)[number];
}

/** Declares that the rows of a table say when they end, and are deleted then by who keeps them. */
export interface SelfEnding {
  /** `schema.table`. */
  readonly table: string;
  readonly class: 'SELF_ENDING';
  /** File that deletes them. */
  readonly by: string;
}

/** What a table declares of how long its rows are kept. */
export type Declared = Kept | SelfEnding | Retained;

/** Those of some tables that are cleared every hour, in the order in which they were given. */
export function hourly(declared: readonly Declared[]): readonly Retained[] {
  return declared.filter((one) => 'since' in one);
}

/** How long the rows of a table are kept; stands beside its entity. */
export interface Retained {
  /** `schema.table`. */
  readonly table: string;
  readonly class: RetentionClass;
  /**
   * Column of the instant from which the days count; a row without one is kept. An index leads with
   * region and this column, or has it alone.
   */
  readonly since: string;
  /** Condition of the rows that are meant, as the index has it that holds these alone. Default: all. */
  readonly of?: string;
  /** A further condition on a row `t`: such as that what it belongs to is gone. */
  readonly when?: string;
  /** Days that rows are kept beyond their class, where something may still read them. Default: 0. */
  readonly longer?: number;
  /**
   * Function `(region, ids)` that gives those of some ids that it knows: of the rows, whose key is
   * region and id, only these go. Default: all.
   */
  readonly known?: string;
  /** Deletes a page in a way of its own, where more than the table says what may go. */
  readonly clears?: Clears;
}

/** What was deleted of a table, and whether there is more. */
export interface ClearedPage {
  readonly deleted: number;
  readonly more: boolean;
}

/** Deletes a page of rows of a region that are older than an instant. */
export type Clears = (em: EntityManager, region: string, before: Date) => Promise<ClearedPage>;

const DAY_MS = 86_400_000;

/** The instant before which rows are kept no longer. */
function cutoff({ class: kept, longer = 0 }: Retained, now: Date): Date {
  return new Date(now.getTime() - (RETENTION_DAYS[kept] + longer) * DAY_MS);
}

/** Condition of rows `t` that are old enough; `place` stands for the {@link cutoff}. */
function aged({ since, of }: Retained, place: string): string {
  return `t.${since} < ${place}${of === undefined ? '' : ` and ${of}`}`;
}

/** Condition of rows `t` that are kept no longer. */
function expired(one: Retained, place: string): string {
  return `${aged(one, place)}${one.when === undefined ? '' : ` and ${one.when}`}`;
}

/**
 * Regions with rows that may be kept no longer: by their age alone, which an index tells; their
 * conditions are asked of a region's rows. One region after another: together, all that is kept
 * would be read.
 */
export async function expiredRegions(
  em: EntityManager,
  one: Retained,
  at: Date,
): Promise<readonly string[]> {
  const next = `select t.region from ${one.table} t where t.region > $1 order by t.region limit 1`;
  const old = `select 1 as n from ${one.table} t where t.region = $1 and ${aged(one, '$2')} limit 1`;
  const found: string[] = [];
  for (let region = ''; ;) {
    const [row] = await rowsOfQuery<{ region: string }>(em, next, [region]);
    if (!row) return found;
    ({ region } = row);
    const rows = await rowsOfQuery(em, old, [region, cutoff(one, at)]);
    if (rows.length > 0) found.push(region);
  }
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

/** Deletes rows of a region that are kept no longer and that nobody holds, `most` at once. */
export async function clearedRows(
  em: EntityManager,
  one: Retained,
  region: string,
  at: Date,
  most: number,
): Promise<ClearedPage> {
  if (one.clears) return one.clears(em, region, cutoff(one, at));
  // By the place of each row: joined by their keys, a plan of when the table was small compares each
  // with each.
  const rows = await rowsOfQuery<{ n: number }>(
    em,
    `with old as materialized (select t.ctid from ${one.table} t
       where t.region = $1 and ${expired(one, '$2')} limit ${most} for update skip locked),
     gone as (delete from ${one.table} where ctid = any(array(select ctid from old)) returning 1)
     select count(*)::int as n from gone`,
    [region, cutoff(one, at)],
  );
  const deleted = rows[0]?.n ?? 0;
  return { deleted, more: deleted === most };
}

/** Deletes those of some rows of a region that are kept no longer. */
export async function clearedIds(
  em: EntityManager,
  one: Retained,
  region: string,
  at: Date,
  ids: readonly string[],
): Promise<ClearedPage> {
  const { written } = await run(
    em,
    `delete from ${one.table} t
     where t.region = $1 and t.id in (select unnest($3::text[])) and ${expired(one, '$2')}`,
    [region, cutoff(one, at), ids],
  );
  return { deleted: written, more: false };
}
