import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { readSecrets } from '../../../cli/embedded/secrets.ts';

/** Looks at the database as nobody of Tongma can: row security does not bind a superuser. */
export async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(inject('tongma').urls.tongma_owner);
  url.username = 'postgres';
  url.password = readSecrets(join(inject('data'), 'secrets.json')).superuserPassword;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Tables of schemas, quoted as SQL wants them. */
export async function tablesOf(client: Client, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'r' order by 1`,
    [schemas],
  );
  return rows.map(({ name }) => name);
}
