import type { EntityManager } from '@mikro-orm/postgresql';
import { valueText, type BulkValue } from './bulk-values.ts';

/** What Kysely's transaction offers, as far as it is needed here. */
interface RunsQueries {
  executeQuery(
    query: object,
  ): Promise<{ readonly rows: unknown; readonly numAffectedRows?: bigint }>;
}

/** What a statement came to: its rows as it gives them back, and how many it wrote. */
export interface Outcome<Row> {
  readonly rows: readonly Row[];
  readonly written: number;
}

/** A statement that each connection keeps parsed, and with a plan if the database finds one to keep. */
export interface Prepared {
  /** The same text always goes by the same name. */
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a statement in the caller's transaction with its values beside it, as `$1`, `$2` and so on:
 * `em.execute` writes them into its text, and the database logs the text of a statement that
 * fails. An array goes as one of the database. `Row` is what the statement is known to give back.
 */
export async function run<Row>(
  em: EntityManager,
  statement: string | Prepared,
  values: readonly BulkValue[] = [],
): Promise<Outcome<Row>> {
  const transaction = em.getTransactionContext<RunsQueries>();
  if (!transaction) throw new Error('A statement is run outside a transaction.');
  const parameters = values.map(valueText);
  const query = { kind: 'RawNode', sqlFragments: [], parameters: [] };
  const queryId = { queryId: 'run' };
  // The driver takes either; it writes the values into an object, which is therefore a new one.
  const sql = typeof statement === 'string' ? statement : { ...statement };
  const { rows, numAffectedRows } = await transaction.executeQuery({
    ...{ sql, parameters, query, queryId },
  });
  return { rows: rows as Row[], written: Number(numAffectedRows ?? 0n) };
}

/** Gives the rows of {@link run}. */
export async function rowsOfQuery<Row>(
  em: EntityManager,
  statement: string | Prepared,
  values: readonly BulkValue[] = [],
): Promise<readonly Row[]> {
  return (await run<Row>(em, statement, values)).rows;
}

/** An instant as the driver gives it in {@link rowsOfQuery}. */
export function instantOf(text: string): Date;
export function instantOf(text: string | null): Date | null;
export function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
