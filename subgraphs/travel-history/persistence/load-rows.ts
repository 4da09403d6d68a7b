import type { EntityManager } from '@mikro-orm/postgresql';

/** Columns of a table with their types, in the order in which rows give them. */
export type Columns = Readonly<Record<string, string>>;

/** A value; a text holds no control character but white space. */
export type Cell = string | number | boolean | null;

/** What stands between values and for none: no text of ours holds a control character. */
const BETWEEN = '\u001e';
const NONE = '\u001f';

function columnText(rows: readonly (readonly Cell[])[], at: number): string {
  const cells = rows.map((row) => row[at] ?? NONE);
  const text = cells.join(BETWEEN);
  // One that did would shift all that follow it.
  if (text.split(BETWEEN).length !== rows.length) throw new Error('A text holds a separator.');
  return text;
}

/** Rows as a set, `r` with the names of the columns: a text a column, taken apart by the database. */
export function rowSet(columns: Columns, rows: readonly (readonly Cell[])[]) {
  const types = Object.entries(columns);
  const arrays = types.map(([, type]) => `string_to_array(?, e'\\x1e', e'\\x1f')::${type}[]`);
  const names = types.map(([name]) => `"${name}"`).join(', ');
  return {
    sql: `unnest(${arrays.join(', ')}) as r(${names})`,
    names,
    params: types.map((_type, at) => columnText(rows, at)),
  };
}

/** Most rows of one statement: its text is held several times on its way. */
const ROWS = 5_000;

/** Inserts many rows, within the scope of the transaction. */
export async function loadRows(
  em: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly (readonly Cell[])[],
  onConflict = '',
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    const { sql, names, params } = rowSet(columns, rows.slice(from, from + ROWS));
    await em.execute(
      `insert into ${table} (${names}) select ${names} from ${sql} ${onConflict}`,
      params,
    );
  }
}
