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

/**
 * Reads the whole log in one state of the database, as the role that serves it (`tongma_codes`).
 * @throws {OperatorError} when the database cannot be used so
 */
export async function withChainReader<T>(
  url: string,
  work: (reader: ChainReader) => Promise<T>,
): Promise<T> {
  await refuseUnboundRole(url, 'the audit log');
  const client = new Client({ connectionString: url, application_name: 'tongma-audit' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
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
    return await work(reader);
  } finally {
    await client.end();
  }
}
