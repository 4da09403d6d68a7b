import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';

/**
 * The oldest transaction that was running when something was read: what older ones wrote was seen,
 * whatever instants it names.
 */
export type ReadPoint = string;

/** Where this read stands, for the next one: ask before anything is read. */
export async function readPoint(tx: Transaction): Promise<ReadPoint> {
  const [row] = await rowsOfQuery<{ readonly oldest: ReadPoint }>(
    await tx(),
    'select pg_snapshot_xmin(pg_current_snapshot())::xid::text as oldest',
  );
  if (!row) throw new Error('PostgreSQL did not say where a read stands.');
  return row.oldest;
}

/**
 * SQL: whether a row was written by a transaction that a read before could not see, or may not have.
 * `parameter` holds that read's point, such as `$5`; all rows where it is null.
 */
export function unseen(row: string, parameter: string): string {
  return `coalesce(age(${row}.xmin) <= age(${parameter}::xid), true)`;
}

/** Which changes are asked for. */
export interface ChangesAsked {
  readonly since: Date;
  /** Where a read before stood, whose rows need not be read again; null: all of them are. */
  readonly seen: ReadPoint | null;
}

/** How far changes were read. */
export interface ChangesRead {
  readonly at: Date;
  readonly seen: ReadPoint;
  /** When all of them were last read. */
  readonly allAt: Date;
}

/** How far back changes are looked for: a transaction may commit later than its instants say. */
const OVERLAP_MS = 120_000;
/**
 * How often all of them are read, in milliseconds, and not only what the read before could not see: a
 * database that took over from another may count transactions anew.
 */
const READ_ALL_MS = 60_000;

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
      seen: all ? null : before.seen,
    },
    read: { at, seen, allAt: all ? at : before.allAt },
  };
}
