import type { EntityManager } from '@mikro-orm/postgresql';
import { arrayText, type BulkRow, type BulkValue } from './bulk-values.ts';
import { rowsOfQuery, run, type Outcome } from './query.ts';

export type { BulkRow, BulkValue } from './bulk-values.ts';

/** Rows to be loaded: what may be more than fits in memory comes one after the other. */
export type BulkRows = readonly BulkRow[] | AsyncIterable<BulkRow>;

/** How rows are loaded. */
export interface BulkLoadOptions {
  /** NOTHING: what is there already stays, and the row is left out. Default: it is an error. */
  readonly onConflict?: 'NOTHING';
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

/** What loading has to know of a table. */
interface Table {
  readonly types: ReadonlyMap<string, string>;
  /** Where Citus distributes a table, row security lets no INSERT … SELECT in. */
  readonly distributed: boolean;
}

/**
 * Tables that were loaded into, by the database's driver: asked for once, for neither types nor
 * distribution change while a service runs.
 */
const known = new WeakMap<object, Map<string, Table>>();

/** Types of a table's columns, as the database writes them, and whether it is distributed. */
async function tableOf(em: EntityManager, table: string): Promise<Table> {
  const driver = em.getDriver();
  const tables = known.get(driver) ?? new Map<string, Table>();
  known.set(driver, tables);
  const before = tables.get(table);
  if (before) return before;
  quoted(table); // a name, before the database reads it as one
  const columns = await rowsOfQuery<{ name: string; type: string }>(
    em,
    `select attname as name, format_type(atttypid, atttypmod) as type
     from pg_catalog.pg_attribute where attrelid = $1::regclass and attnum > 0`,
    [table],
  );
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const found = { types, distributed: await isDistributed(em, table) };
  tables.set(table, found);
  return found;
}

async function isDistributed(em: EntityManager, table: string): Promise<boolean> {
  const [one] = await rowsOfQuery<{ citus: boolean }>(
    em,
    `select to_regclass('pg_catalog.pg_dist_partition') is not null as citus`,
  );
  if (!one?.citus) return false;
  const found = await rowsOfQuery(
    em,
    'select 1 from pg_catalog.pg_dist_partition where logicalrelid = $1::regclass',
    [table],
  );
  return found.length > 0;
}

function typesOf({ types }: Table, table: string, columns: readonly string[]) {
  return columns.map((column) => {
    const type = types.get(column);
    if (type === undefined) throw new Error(`${table} has no column ${column}.`);
    return type;
  });
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

/** A batch as the parameters of a statement, and the statement's text. */
interface Statement {
  readonly sql: string;
  readonly parameters: readonly BulkValue[];
}

/** What a statement that loads into a table is made of. */
interface Target {
  readonly table: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly tail: string;
}

function intoOf({ table, columns }: Target): string {
  return `insert into ${quoted(table)} (${columns.map(quoted).join(', ')})`;
}

/** The value that a column has in every row of a batch; undefined when they differ. */
function sameInAll(rows: readonly BulkRow[], at: number): BulkValue | undefined {
  const first = rows[0]?.[at] ?? null;
  return rows.every((row) => (row[at] ?? null) === first) ? first : undefined;
}

/** A parameter a column: an array of its values, or the one value that all rows have. */
function byColumns(target: Target, rows: readonly BulkRow[]): Statement {
  const parameters: BulkValue[] = [];
  const [arrays, names]: [string[], string[]] = [[], []];
  const shared = target.types.map((_type, at) => sameInAll(rows, at));
  // One array there must be: it says how many rows there are.
  if (!shared.includes(undefined)) shared[0] = undefined;
  const values = target.types.map((type, at) => {
    const same = shared[at];
    parameters.push(same === undefined ? arrayText(rows.map((row) => row[at] ?? null)) : same);
    const place = `$${at + 1}`;
    if (same !== undefined) return `${place}::text::${type}`;
    arrays.push(`${place}::text[]`);
    names.push(`c${at}`);
    return `c${at}::${type}`;
  });
  const set = `unnest(${arrays.join(', ')}) as g (${names.join(', ')})`;
  const sql = `${intoOf(target)} select ${values.join(', ')} from ${set}${target.tail}`;
  return { sql, parameters };
}

/** A parameter a value. */
function byValues(target: Target, rows: readonly BulkRow[]): Statement {
  const { columns, types, tail } = target;
  const row = (at: number) =>
    `(${types.map((type, column) => `$${at * columns.length + column + 1}::${type}`).join(', ')})`;
  const sql = `${intoOf(target)} values ${rows.map((_row, at) => row(at)).join(', ')}${tail}`;
  return { sql, parameters: rows.flat() };
}

/** How a load ends a statement, and what is done with what that gives back. */
interface Ending {
  readonly tail: string;
  readonly took: (given: Outcome<{ readonly id: string }>) => void;
}

async function load(
  em: EntityManager,
  table: string,
  columns: readonly string[],
  rows: BulkRows,
  { tail, took }: Ending,
): Promise<void> {
  const into = await tableOf(em, table);
  const target = { table, columns, types: typesOf(into, table, columns), tail };
  const statementOf = into.distributed ? byValues : byColumns;
  const most = into.distributed ? Math.floor(PARAMETERS / columns.length) : ROWS;

  let loading: Promise<Outcome<{ readonly id: string }> | null> = Promise.resolve(null);
  const ended = async () => {
    const given = await loading;
    if (given) took(given);
  };
  try {
    for await (const batch of batchesOf(rows, most)) {
      const { sql, parameters } = statementOf(target, batch);
      await ended();
      loading = run(em, sql, parameters);
      loading.catch(() => undefined); // met when it is waited for
    }
    await ended();
  } finally {
    await loading.catch(() => undefined); // the transaction is not ended under a statement
  }
}

/**
 * Loads rows into a table in the caller's transaction and scope: row security binds it as it binds
 * any statement, and it needs no right but to insert. A column goes as one parameter, so that a batch
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
  let loaded = 0;
  const took = ({ written }: { readonly written: number }) => {
    loaded += written;
  };
  const tail = onConflict === 'NOTHING' ? ' on conflict do nothing' : '';
  await load(em, table, columns, rows, { tail, took });
  return loaded;
}

/**
 * As {@link bulkLoad}, but for what is there already, which stays; gives the `id` of each row that
 * is new. It needs the right to read them too.
 */
export async function bulkLoadNew(
  em: EntityManager,
  table: string,
  columns: readonly string[],
  rows: BulkRows,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  await load(em, table, columns, rows, {
    tail: ' on conflict do nothing returning "id"',
    took(given) {
      for (const { id } of given.rows) ids.add(id);
    },
  });
  return ids;
}
