import type { EntityManager } from '@mikro-orm/postgresql';
import { arrayText, valueText, type BulkRow } from './bulk-values.ts';

export type { BulkRow, BulkValue } from './bulk-values.ts';

/** Rows to be loaded: what may be more than fits in memory comes one after the other. */
export type BulkRows = readonly BulkRow[] | AsyncIterable<BulkRow>;

/** How rows are loaded. */
export interface BulkLoadOptions {
  /** NOTHING: what is there already stays, and the row is left out. Default: it is an error. */
  readonly onConflict?: 'NOTHING';
  /**
   * Rows that may not be loaded: by name, a condition on the columns in SQL. It is thrown then, and
   * the caller's transaction ends with nothing loaded.
   */
  readonly refuse?: Readonly<Record<string, string>>;
}

/** Rows were refused by a condition of {@link BulkLoadOptions}. */
export class RowsRefusedError extends Error {
  override readonly name = 'RowsRefusedError';
  /** How many, by the condition's name, among those that were looked at. */
  readonly counts: Readonly<Record<string, number>>;

  constructor(counts: Readonly<Record<string, number>>) {
    super('Rows may not be loaded.');
    this.counts = counts;
  }
}

/** Rows of one statement: enough that its cost does not show, few enough to be held twice. */
const ROWS = 20_000;
/** The same for a table that Citus distributes, where each value is a parameter of its own. */
const PARAMETERS = 30_000;

const NAME = /^[a-z_][a-z0-9_]*$/;

function quoted(name: string): string {
  const parts = name.split('.');
  if (!parts.every((part) => NAME.test(part))) throw new Error('This is no name of a table.');
  return parts.map((part) => `"${part}"`).join('.');
}

/** Types of columns, as the database writes them. */
async function typesOf(em: EntityManager, table: string, columns: readonly string[]) {
  const found = await em.execute<{ name: string; type: string }[]>(
    `select attname as name, format_type(atttypid, atttypmod) as type
     from pg_catalog.pg_attribute where attrelid = ?::regclass and attnum > 0`,
    [table],
  );
  const types = new Map(found.map(({ name, type }) => [name, type]));
  return columns.map((column) => {
    const type = types.get(column);
    if (type === undefined) throw new Error(`${table} has no column ${column}.`);
    return type;
  });
}

/** Where Citus distributes a table, row security lets no INSERT … SELECT in. */
async function isDistributed(em: EntityManager, table: string): Promise<boolean> {
  const [one] = await em.execute<{ citus: boolean }[]>(
    `select to_regclass('pg_catalog.pg_dist_partition') is not null as citus`,
  );
  if (!one?.citus) return false;
  const found = await em.execute<unknown[]>(
    'select 1 from pg_catalog.pg_dist_partition where logicalrelid = ?::regclass',
    [table],
  );
  return found.length > 0;
}

async function* batchesOf(rows: BulkRows, most: number): AsyncGenerator<readonly BulkRow[]> {
  if ('length' in rows) {
    for (let at = 0; at < rows.length; at += most) yield rows.slice(at, at + most);
    return;
  }
  let batch: BulkRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A column of a batch as one parameter. */
function columnText(rows: readonly BulkRow[], at: number): string {
  return arrayText(rows.map((row) => valueText(row[at] ?? null)));
}

/**
 * Loads rows into a table in the caller's transaction and scope: row security binds it as it binds
 * any statement, and it needs no right but to insert. A column goes as one array, so that a batch
 * is one statement; where the table is distributed, a row goes as a row of values.
 * Source: DESIGN.md §10.
 * @param table `schema.table`
 * @param columns names of the columns, in the order of the values of a row
 * @returns how many rows are new
 * @throws {RowsRefusedError}
 */
export async function bulkLoad(
  em: EntityManager,
  table: string,
  columns: readonly string[],
  rows: BulkRows,
  { onConflict, refuse = {} }: BulkLoadOptions = {},
): Promise<number> {
  const list = columns.map(quoted).join(', ');
  const into = `insert into ${quoted(table)} (${list})`;
  const tail = onConflict === 'NOTHING' ? ' on conflict do nothing' : '';
  const types = await typesOf(em, table, columns);
  const distributed = await isDistributed(em, table);
  const cast = (what: (at: number) => string) =>
    types.map((type, at) => `${what(at)}::${type}`).join(', ');

  const places = columns.map((_column, at) => `c${at}`).join(', ');
  const given = `select ${cast((at) => `c${at}`)} from unnest(${columns.map(() => '?::text[]').join(', ')}) as g (${places})`;
  const names = Object.keys(refuse);
  const counts = names.map((name, at) => `count(*) filter (where ${refuse[name] ?? ''})::int as n${at}`);
  const checked =
    `with given (${list}) as materialized (${given}), ` +
    `made as (${into} select ${list} from given${tail} returning 1) ` +
    `select (select count(*)::int from made) as made, ${counts.join(', ')} from given`;

  async function loadValues(batch: readonly BulkRow[]): Promise<number> {
    const row = `(${cast(() => '?')})`;
    const made = await em.execute<{ affectedRows: number }>(
      `${into} values ${batch.map(() => row).join(', ')}${tail}`,
      batch.flatMap((one) => one.map(valueText)),
      'run',
    );
    return made.affectedRows;
  }

  async function loadArrays(batch: readonly BulkRow[]): Promise<number> {
    const arrays = columns.map((_column, at) => columnText(batch, at));
    if (names.length === 0) {
      const sql = `${into} ${given}${tail}`;
      return (await em.execute<{ affectedRows: number }>(sql, arrays, 'run')).affectedRows;
    }
    const [found] = await em.execute<Record<string, number>[]>(checked, arrays);
    const refused = names
      .map((name, at) => [name, found?.[`n${at}`] ?? 0] as const)
      .filter(([, count]) => count > 0);
    if (refused.length > 0) throw new RowsRefusedError(Object.fromEntries(refused));
    return found?.['made'] ?? 0;
  }

  let loaded = 0;
  const most = distributed ? Math.floor(PARAMETERS / columns.length) : ROWS;
  for await (const batch of batchesOf(rows, most)) {
    loaded += await (distributed ? loadValues(batch) : loadArrays(batch));
  }
  return loaded;
}
