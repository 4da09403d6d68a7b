import { arrayText, valueText, type BulkRow } from '../../kit/bulk-values.ts';

/**
 * Rows as a set `r` that a statement joins: a column as one array, with the types that are given.
 */
export function rowSet(columns: Readonly<Record<string, string>>, rows: readonly BulkRow[]) {
  const types = Object.entries(columns);
  const arrays = types.map(([, type]) => `?::text[]::${type}[]`).join(', ');
  const names = types.map(([name]) => name).join(', ');
  return {
    sql: `unnest(${arrays}) as r(${names})`,
    params: types.map((_type, at) => arrayText(rows.map((row) => valueText(row[at] ?? null)))),
  };
}
