import DataLoader from 'dataloader';
import { Pool } from 'pg';
import { traceStatements } from '../../kit/tracing/trace-statements.ts';
import { oneAfterAnother } from './one-after-another.ts';
import type { StatusSource, TokenStatusRow } from '../domain/recognition/status-source.ts';

interface Key {
  readonly issuer: string;
  readonly cti: Uint8Array;
}

interface Row {
  readonly cti: Buffer;
  readonly state: TokenStatusRow['state'];
  readonly color: TokenStatusRow['color'];
  readonly horizon: Date | null;
}

const QUERY = {
  name: 'status_of',
  text: 'select cti, state, color, horizon from codes.status_of($1, $2)',
};

/** Most look-ups in one query. */
const BATCH_MAX = 1_000;

/** Most batches under way: one that is slow does not hold up all others. */
const AT_ONCE = 2;

/** Longest wait for a connection, and then for an answer, in milliseconds. */
const ANSWER_MS = 5_000;

function hex(cti: Uint8Array): string {
  return Buffer.from(cti).toString('hex');
}

/**
 * Looks states up through the one narrow function. Look-ups of concurrent requests share a query
 * an issuer, so they have no single viewer: the role behind `url` may execute `codes.status_of`
 * and sees no table. Source: DESIGN.md §8.
 */
export function statusSource(
  url: string,
  max: number,
  now: () => Date,
): StatusSource & { close(): Promise<void> } {
  const pool = new Pool({
    ...{ connectionString: url, max, application_name: 'tongma-recognize' },
    // The pool gives up a connection whose query was not answered in time.
    ...{ connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS },
  });
  traceStatements(pool); // of look-ups that share a query, as part of the first
  pool.on('error', () => undefined); // an idle connection was lost; the next query opens another

  async function statesOf(issuer: string, ctis: readonly Uint8Array[]) {
    const values = [issuer, ctis.map((cti) => Buffer.from(cti))];
    const { rows } = await pool.query<Row>({ ...QUERY, values });
    return new Map(rows.map((row) => [hex(row.cti), row]));
  }

  async function load(keys: readonly Key[]): Promise<(TokenStatusRow | Error)[]> {
    const asOf = now();
    const byIssuer = Map.groupBy(keys, ({ issuer }) => issuer);
    const found = new Map<string, Map<string, Row> | Error>();
    await Promise.all(
      [...byIssuer].map(async ([issuer, group]) => {
        const states = statesOf(
          issuer,
          group.map(({ cti }) => cti),
        );
        found.set(
          issuer,
          await states.catch(() => new Error('The status source does not answer.')),
        );
      }),
    );
    return keys.map(({ issuer, cti }) => {
      const states = found.get(issuer);
      if (!states || states instanceof Error) return states ?? new Error('No issuer.');
      const row = states.get(hex(cti));
      return row
        ? { state: row.state, color: row.color, horizon: row.horizon, asOf }
        : { state: 'UNKNOWN', color: null, horizon: null, asOf };
    });
  }

  const turns = oneAfterAnother(AT_ONCE);
  const loader = new DataLoader<Key, TokenStatusRow, string>(
    (keys) => turns.run(() => load(keys)),
    { cache: false, maxBatchSize: BATCH_MAX, batchScheduleFn: turns.schedule },
  );

  return {
    statusOf: ({ issuer, cti }) => loader.load({ issuer, cti }),
    close: () => pool.end(),
  };
}
