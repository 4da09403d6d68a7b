import { Client } from 'pg';
import { OperatorError } from './operator-error.ts';

const QUERY = `select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`;

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
}

async function isUnbound(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ unbound: boolean }>(QUERY);
    return rows[0]?.unbound ?? true;
  } finally {
    await client.end();
  }
}

/**
 * Refuses to work as a role that row-level security does not bind: with it every region would see
 * every other, and nothing would tell.
 * @throws {OperatorError} also when the database does not answer
 */
export async function refuseUnboundRole(url: string, part: string): Promise<void> {
  let unbound: boolean;
  try {
    unbound = await isUnbound(url);
  } catch (cause) {
    throw new OperatorError(`The database of ${part} cannot be used (${codeOf(cause)}).`, {
      cause,
    });
  }
  if (unbound) {
    throw new OperatorError(
      `The database role of ${part} is a superuser or bypasses row-level security; use the role made for it.`,
    );
  }
}
