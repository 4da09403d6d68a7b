import { arrayText, type BulkRow } from './bulk-values.ts';

/**
 * Rows as a set that a statement joins: a column as one array, with the types that are given, as
 * the parameters from `$first` on.
 */
export function rowSet(
  columns: Readonly<Record<string, string>>,
  rows: readonly BulkRow[],
  { name = 'r', first = 1 }: { readonly name?: string; readonly first?: number } = {},
) {
  const types = Object.entries(columns);
  const arrays = types.map(([, type], at) => `$${first + at}::text[]::${type}[]`).join(', ');
  return {
    sql: `unnest(${arrays}) as ${name}(${types.map(([column]) => column).join(', ')})`,
    params: types.map((_type, at) => arrayText(rows.map((row) => row[at] ?? null))),
  };
}
