import { COUNT_MAX, wrongCursor, type Page, type Rows } from './page.ts';

/** Where a page begins in a list by instant and id, as a condition of MikroORM. */
export type KeysetCondition = Readonly<Record<string, unknown>>;

/** Rows after the key of a page, in a list ordered by an instant column and `id`. */
export function afterInstant(
  column: string,
  { after }: Page,
  direction: 'asc' | 'desc',
): KeysetCondition {
  if (!after) return {};
  const [instant, id] = after;
  const at = new Date(instant ?? '');
  if (Number.isNaN(at.getTime()) || id === undefined) {
    throw wrongCursor();
  }
  const beyond = direction === 'asc' ? '$gt' : '$lt';
  return { $or: [{ [column]: { [beyond]: at } }, { [column]: at, id: { [beyond]: id } }] };
}

/** Rows with their count, or null above the count that lists give. */
export function rowsOf<T>(rows: readonly T[], total: number): Rows<T> {
  return { rows, total: total > COUNT_MAX ? null : total };
}
