import { DomainError } from './domain-error.ts';

/** Largest page of a list. Source: DESIGN.md §4. */
export const PAGE_MAX = 100;
/** Above this many a list does not count itself. */
export const COUNT_MAX = 10_000;

/** Part of a list: `first` rows after the row whose key is `after` (keyset order). */
export interface Page {
  readonly first: number;
  readonly after: readonly string[] | null;
}

/** A list as stores give it: up to `first + 1` rows, so that one knows whether more follow. */
export interface Rows<T> {
  readonly rows: readonly T[];
  /** Number of all rows, or null above {@link COUNT_MAX}; it is asked while the request lasts. */
  total(): Promise<number | null>;
}

/** A list as the graph gives it. */
export interface Connection<T> {
  readonly nodes: T[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  /** Counted when it is read: pages are asked for far more often than how many there are. */
  readonly totalCount: Promise<number | null>;
}

/** The refusal of a cursor that a list did not give. */
export function wrongCursor(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'This cursor is not one of this list.', {
    fields: ['after'],
  });
}

function parseCursor(after: string): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // falls through to the refusal
  }
  throw wrongCursor();
}

/** Reads `first` and `after` of a list field. @throws {DomainError} BAD_USER_INPUT */
export function pageOf(first: number, after: string | null | undefined): Page {
  if (first < 1 || first > PAGE_MAX) {
    throw new DomainError('BAD_USER_INPUT', `"first" must be from 1 to ${PAGE_MAX}.`, {
      fields: ['first'],
    });
  }
  return { first, after: after == null ? null : parseCursor(after) };
}

/** Makes a connection of a store's rows as `show` shows them; `keyOf` gives the keyset key of a row. */
export function shownConnection<T, S>(
  list: Rows<T>,
  { first }: Page,
  keyOf: (row: T) => readonly string[],
  show: (row: T) => S,
): Connection<S> {
  const rows = list.rows.slice(0, first);
  const last = rows.at(-1);
  const endCursor = last ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null;
  return {
    nodes: rows.map(show),
    pageInfo: { endCursor, hasNextPage: list.rows.length > first },
    get totalCount() {
      return list.total();
    },
  };
}

/** Makes a connection of a store's rows as they are. */
export function connectionOf<T>(
  list: Rows<T>,
  page: Page,
  keyOf: (row: T) => readonly string[],
): Connection<T> {
  return shownConnection(list, page, keyOf, (row) => row);
}
