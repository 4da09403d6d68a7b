import type { EntityManager } from '@mikro-orm/postgresql';
import { arrayText, valueText, type BulkRow } from './bulk-values.ts';

export type { BulkRow, BulkValue } from './bulk-values.ts';

/** Rows to be loaded: what may be more than fits in memory comes one after the other. */
export type BulkRows = readonly BulkRow[] | AsyncIterable<BulkRow>;

/** How rows are loaded. */
export interface BulkLoadOptions {
  /** NOTHING: what is there already stays, and the row is left out. Default: it is an error. */
  readonly onConflict?: 'NOTHING';
}

/** What Kysely's transaction offers, as far as it is needed here. */
interface RunsQueries {
  executeQuery(query: object): Promise<{ readonly numAffectedRows?: bigint }>;
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
  quoted(table); // a name, before the database reads it as one
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

/** Parameters go beside the statement: `em.execute` writes them into its text, megabytes here. */
async function run(em: EntityManager, sql: string, parameters: (string | null)[]): Promise<number> {
  const transaction = em.getTransactionContext<RunsQueries>();
  if (!transaction) throw new Error('Rows are loaded outside a transaction.');
  const query = { kind: 'RawNode', sqlFragments: [], parameters: [] };
  const queryId = { queryId: 'bulk-load' };
  const { numAffectedRows } = await transaction.executeQuery({ sql, parameters, query, queryId });
  return Number(numAffectedRows ?? 0n);
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

/** Where rows go and how they are written there. */
function statements(
  table: string,
  columns: readonly string[],
  types: readonly string[],
  tail: string,
) {
  const into = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')})`;
  const cast = (what: (at: number) => string) =>
    types.map((type, at) => `${what(at)}::${type}`).join(', ');
  const arrays = columns.map((_column, at) => `$${at + 1}::text[]`).join(', ');
  const places = columns.map((_column, at) => `c${at}`).join(', ');
  return {
    /** A parameter a column: an array of its values. */
    arrays: `${into} select ${cast((at) => `c${at}`)} from unnest(${arrays}) as g (${places})${tail}`,
    /** A parameter a value. */
    values(rows: number): string {
      const row = (at: number) => `(${cast((column) => `$${at * columns.length + column + 1}`)})`;
      return `${into} values ${Array.from({ length: rows }, (_, at) => row(at)).join(', ')}${tail}`;
    },
  };
}

/**
 * Loads rows into a table in the caller's transaction and scope: row security binds it as it binds
 * any statement, and it needs no right but to insert. A column goes as one array, so that a batch
 * is one statement; where the table is distributed, each value goes by itself. The next batch is
 * made ready while the database takes one in. Source: DESIGN.md §10.
 * @param table `schema.table`
 * @param columns names of the columns, in the order of the values of a row
 * @returns how many rows are new
 */
export async function bulkLoad(
  em: EntityManager,
  table: string,
  columns: readonly string[],
  rows: BulkRows,
  { onConflict }: BulkLoadOptions = {},
): Promise<number> {
  const tail = onConflict === 'NOTHING' ? ' on conflict do nothing' : '';
  const sql = statements(table, columns, await typesOf(em, table, columns), tail);
  const distributed = await isDistributed(em, table);
  const most = distributed ? Math.floor(PARAMETERS / columns.length) : ROWS;

  let loaded = 0;
  let loading: Promise<number> = Promise.resolve(0);
  try {
    for await (const batch of batchesOf(rows, most)) {
      const parameters = distributed
        ? batch.flatMap((row) => row.map(valueText))
        : columns.map((_column, at) => columnText(batch, at));
      loaded += await loading;
      loading = run(em, distributed ? sql.values(batch.length) : sql.arrays, parameters);
      loading.catch(() => undefined); // met when it is waited for
    }
    return loaded + (await loading);
  } finally {
    await loading.catch(() => undefined); // the transaction is not ended under a statement
  }
}
