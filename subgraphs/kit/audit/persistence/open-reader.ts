import { Client } from 'pg';
import { OperatorError } from '../../operator-error.ts';
import { refuseUnboundRole } from '../../database-role.ts';
import { chainReader, type Ask, type ChainReader } from './chain.reader.ts';

/** Makes {@link Ask} of a connection. */
export function askOf(client: Client): Ask {
  return async <T extends object>(text: string, values: readonly unknown[] = []) => {
    let at = 0;
    const numbered = text.replaceAll('?', () => `$${(at += 1)}`);
    return (await client.query<T>(numbered, [...values])).rows;
  };
}

/** One state of the database, for as long as whoever took it reads. */
export interface Snapshot {
  readonly url: string;
  /** As PostgreSQL names it. */
  readonly id: string;
}

/** Takes the state that a transaction reads in. */
async function snapshotOf(client: Client, url: string): Promise<Snapshot> {
  const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
  return { url, id: rows[0]?.id ?? '' };
}

/**
 * Reads the whole log in one state of the database, as the role that serves it (`tongma_codes`);
 * in the state that somebody else reads, when it is given.
 * @throws {OperatorError} when the database cannot be used so
 */
export async function withChainReader<T>(
  from: string | Snapshot,
  work: (reader: ChainReader, snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const url = typeof from === 'string' ? from : from.url;
  await refuseUnboundRole(url, 'the audit log');
  const client = new Client({ connectionString: url, application_name: 'tongma-audit' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    if (typeof from !== 'string') {
      await client.query(`set transaction snapshot ${client.escapeLiteral(from.id)}`);
    }
    const reader = chainReader(askOf(client));
    const regions = await reader.regions().catch((cause: unknown) => {
      throw new OperatorError('This role cannot read the audit log; it needs tongma_codes.', {
        cause,
      });
    });
    const safe = regions.filter((region) => /^\w{2,6}$/.test(region));
    await client.query(
      `set local app.residents = '*'; set local app.regions = '${safe.join(',')}'`,
    );
    return await work(reader, typeof from === 'string' ? await snapshotOf(client, url) : from);
  } finally {
    await client.end();
  }
}
