/** What stands in a column of a row that is written as SQL text. */
export type Cell = string | number | boolean | Date | Uint8Array | object | null;

function quoted(text: string): string {
  // Only the quote ends a literal (standard_conforming_strings); PostgreSQL keeps no NUL.
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;
}

/** A value as a literal of PostgreSQL; plain objects and arrays are JSON. */
export function literal(cell: Cell): string {
  if (cell === null) return 'null';
  if (typeof cell === 'string') return quoted(cell);
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return `'${cell.toISOString()}'`;
  if (cell instanceof Uint8Array) return `'\\x${Buffer.from(cell).toString('hex')}'`;
  return quoted(JSON.stringify(cell));
}

/** A parenthesized list of literals, as `in` takes it; never empty: nothing is then in it. */
export function listOf(cells: readonly Cell[]): string {
  return cells.length === 0 ? '(null)' : `(${cells.map(literal).join(', ')})`;
}

/**
 * Rows as `values` takes them. Many rows in one statement, by what works on every table: INSERT …
 * SELECT and COPY are refused to roles that row security binds where Citus spreads a table.
 * Source: DESIGN.md §10.
 */
export function valuesOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n');
}
