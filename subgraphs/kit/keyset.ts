import { COUNT_MAX, wrongCursor, type Page, type Rows } from './page.ts';

/** Where a page begins in a list by instant and id, as a condition of MikroORM. */
export type KeysetCondition = Readonly<Record<string, unknown>>;

/**
 * The instant and the id that a page begins after, for SQL; two nulls at the first page.
 * @throws {DomainError} BAD_USER_INPUT
 */
export function keyOfPage({ after }: Page): readonly [Date, string] | readonly [null, null] {
  if (!after) return [null, null];
  const [instant, id] = after;
  const at = new Date(instant ?? '');
  if (Number.isNaN(at.getTime()) || id === undefined) {
    throw wrongCursor();
  }
  return [at, id];
}

/** Rows after the key of a page, in a list ordered by an instant column and `id`. */
export function afterInstant(
  column: string,
  page: Page,
  direction: 'asc' | 'desc',
): KeysetCondition {
  const [at, id] = keyOfPage(page);
  if (at === null) return {};
  const beyond = direction === 'asc' ? '$gt' : '$lt';
  return { $or: [{ [column]: { [beyond]: at } }, { [column]: at, id: { [beyond]: id } }] };
}

/** Rows, counted when somebody asks how many there are; null above the count that lists give. */
export function rowsOf<T>(rows: readonly T[], count: () => Promise<number>): Rows<T> {
  return {
    rows,
    async total() {
      const all = await count();
      return all > COUNT_MAX ? null : all;
    },
  };
}
