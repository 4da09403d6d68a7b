import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';

/**
 * The oldest transaction that was running when something was read: what older ones wrote was seen,
 * whatever instants it names.
 */
export type ReadPoint = string;

/** Where a read stands, and what time it is there. */
export interface ReadingPlace {
  readonly seen: ReadPoint;
  /** By the clock of the database. */
  readonly clock: Date;
}

/** Which changes are asked for: of all that names an instant since then, what a read could not see. */
export interface ChangesAsked {
  readonly since: Date;
  /** Where that read stood; null: all of it is asked for. */
  readonly seen: ReadPoint | null;
  /** Since when something is recent. */
  readonly recently: Date;
  /** Whether everything recent is asked for as well. */
  readonly all: boolean;
}

/** How far changes were read. */
export interface ChangesRead {
  readonly at: Date;
  readonly seen: ReadPoint;
  /** When everything recent was last read. */
  readonly allAt: Date;
}

/**
 * How far back changes are looked for, in milliseconds. Instants are those of whichever process wrote
 * them, whose clock may be minutes behind, and a transaction may commit later than they say.
 */
const OVERLAP_MS = 900_000;
/**
 * How often everything recent is read, in milliseconds, and not only what the read before could not
 * see: a database that took over from another may count transactions anew.
 */
const READ_ALL_MS = 60_000;
/** How recent that is, in milliseconds. */
const RECENT_MS = 2 * READ_ALL_MS;

/** Where a read stands, for the next one: ask before anything is read. */
export async function readingPlace(tx: Transaction): Promise<ReadingPlace> {
  const [row] = await rowsOfQuery<{ readonly seen: ReadPoint; readonly clock: string }>(
    await tx(),
    'select pg_snapshot_xmin(pg_current_snapshot())::xid::text as seen, clock_timestamp() as clock',
  );
  if (!row) throw new Error('PostgreSQL did not say where a read stands.');
  return { seen: row.seen, clock: new Date(row.clock) };
}

/** What the next read asks for, and how far it comes; `seen` is where it stands. */
export function readOn(
  before: ChangesRead,
  at: Date,
  seen: ReadPoint,
): { readonly asked: ChangesAsked; readonly read: ChangesRead } {
  const all = at.getTime() - before.allAt.getTime() >= READ_ALL_MS;
  return {
    asked: {
      since: new Date(before.at.getTime() - OVERLAP_MS),
      seen: before.seen,
      recently: new Date(before.at.getTime() - RECENT_MS),
      all,
    },
    read: { at, seen, allAt: all ? at : before.allAt },
  };
}

/** SQL: whether a row with an instant is asked for; `first` is the number of the first parameter. */
export function isAsked(row: string, instant: string, first: number): string {
  return `${row}.${instant} >= $${first} and (${row}.${instant} >= $${first + 2}
    or coalesce(age(${row}.xmin) <= age($${first + 1}::xid), true))`;
}

/** The parameters of {@link isAsked}. */
export function askedValues({ since, seen, recently, all }: ChangesAsked) {
  return [since, seen, all ? recently : null];
}
