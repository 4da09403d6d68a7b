/** What a queue needs to know of a row. */
export interface QueueRow {
  readonly id: string;
  /** Instant by which it is decided: a queue is in this order. */
  readonly dueAt: string;
}

/** The row that is open: the one that was, also when the list has it no more; else the first. */
export function openRow<T extends QueueRow>(rows: readonly T[], shown: T | null): T | null {
  if (shown === null) return rows[0] ?? null;
  return rows.find(({ id }) => id === shown.id) ?? shown;
}

/**
 * Whether a row has left its queue. Where more rows follow than the list has, one due as late as its
 * last may only have been pushed to the next page.
 */
export function hasLeft(
  rows: readonly QueueRow[],
  { id, dueAt }: QueueRow,
  more: boolean,
): boolean {
  if (rows.some((row) => row.id === id)) return false;
  const last = rows.at(-1);
  return !more || last === undefined || dueAt < last.dueAt;
}

/** The row so many places after the open one, held at the ends; beside one that left, by its place. */
export function rowBeside<T extends QueueRow>(
  rows: readonly T[],
  open: QueueRow | null,
  by: 1 | -1,
): T | null {
  const place = rows.findIndex(({ id }) => id === open?.id);
  const before = rows.filter(({ dueAt }) => open !== null && dueAt < open.dueAt).length;
  const next = place >= 0 ? place + by : by > 0 ? before : before - 1;
  return rows[Math.min(rows.length - 1, Math.max(0, next))] ?? null;
}

/** The row that opens when the open one has been decided: the next, at the end the one before. */
export function rowAfterDecision<T extends QueueRow>(
  rows: readonly T[],
  decided: string,
): T | null {
  const place = rows.findIndex(({ id }) => id === decided);
  return rows[place + 1] ?? rows[place - 1] ?? null;
}
