/** What a queue needs to know of a row. */
export interface QueueRow {
  readonly id: string;
}

/** The row that is open: the one chosen while it is there, else the first. */
export function openRow<T extends QueueRow>(rows: readonly T[], chosen: string | null): T | null {
  return rows.find(({ id }) => id === chosen) ?? rows[0] ?? null;
}

/** The row so many places after the open one, held at the ends. */
export function rowBeside<T extends QueueRow>(
  rows: readonly T[],
  open: string | null,
  by: 1 | -1,
): T | null {
  const place = rows.findIndex(({ id }) => id === open);
  return rows[Math.min(rows.length - 1, Math.max(0, place + by))] ?? null;
}

/** The row that opens when the open one has been decided: the next, at the end the one before. */
export function rowAfterDecision<T extends QueueRow>(
  rows: readonly T[],
  decided: string,
): T | null {
  const place = rows.findIndex(({ id }) => id === decided);
  return rows[place + 1] ?? rows[place - 1] ?? null;
}
