import type { EntityManager } from '@mikro-orm/postgresql';

/** Columns of a table with their types, in the order in which rows give them. */
export type Columns = Readonly<Record<string, string>>;

/** A value as JSON carries it. */
export type Cell = string | number | boolean | null;

/** Inserts many rows in one statement, within the scope of the transaction. */
export async function loadRows(
  em: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly (readonly Cell[])[],
  onConflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const list = names.map((name) => `"${name}"`).join(', ');
  const cells = Object.values(columns).map((type, at) => `(r ->> ${at})::${type}`);
  await em.execute(
    `insert into ${table} (${list}) select ${cells.join(', ')} from json_array_elements(?::json) r ${onConflict}`,
    [JSON.stringify(rows)],
  );
}
