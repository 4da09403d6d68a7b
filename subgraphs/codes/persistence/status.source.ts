import { Pool } from 'pg';
import { traceStatements } from '../../kit/tracing/trace-statements.ts';
import type { StatusSource, TokenStatusRow } from '../domain/recognition/status-source.ts';
import type { TokenClaims } from '../domain/token/claims.ts';

interface Key {
  readonly issuer: string;
  /** Hexadecimal. */
  readonly cti: string;
}

interface Row extends Omit<TokenStatusRow, 'asOf'> {
  /** Hexadecimal. */
  readonly cti: string;
}

const QUERY = {
  name: 'status_of',
  text: `select encode(cti, 'hex') cti, state, color, horizon from codes.status_of($1, $2)`,
};

/** Longest wait for a connection, and then for an answer, in milliseconds. */
const ANSWER_MS = 5_000;

function keyOf({ issuer, cti }: TokenClaims): Key {
  const bytes = Buffer.from(cti.buffer, cti.byteOffset, cti.length);
  return { issuer, cti: bytes.toString('hex') };
}

/** Bytes as PostgreSQL reads a list of them; its driver would write each of them out once more. */
function byteaList(hex: readonly string[]): string {
  return `{${hex.map((one) => `\\\\x${one}`).join(',')}}`;
}

/**
 * Looks states up through the one narrow function, a query an issuer. Concurrent requests share it, so
 * it has no single viewer: the role behind `url` may execute `codes.status_of` and sees no table. Source: DESIGN.md §8.
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

  async function statesOf(issuer: string, keys: readonly Key[]) {
    const values = [issuer, byteaList(keys.map(({ cti }) => cti))];
    const { rows } = await pool.query<Row>({ ...QUERY, values });
    return new Map(rows.map((row) => [row.cti, row]));
  }

  async function load(keys: readonly Key[]): Promise<(TokenStatusRow | Error)[]> {
    const asOf = now();
    const byIssuer = Map.groupBy(keys, ({ issuer }) => issuer);
    const found = new Map<string, Map<string, Row> | Error>();
    await Promise.all(
      [...byIssuer].map(async ([issuer, group]) => {
        const states = await statesOf(issuer, group).catch(
          () => new Error('The status source does not answer.'),
        );
        found.set(issuer, states);
      }),
    );
    return keys.map(({ issuer, cti }) => {
      const states = found.get(issuer);
      if (!states || states instanceof Error) return states ?? new Error('No issuer.');
      const row = states.get(cti);
      return row
        ? { state: row.state, color: row.color, horizon: row.horizon, asOf }
        : { state: 'UNKNOWN', color: null, horizon: null, asOf };
    });
  }

  return {
    statusesOf: (tokens) => load(tokens.map(keyOf)),
    close: () => pool.end(),
  };
}
