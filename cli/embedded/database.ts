import { Client } from 'pg';
import { StartError } from '../start-error.ts';
import { DATABASE_ROLES, eachRole, type DatabaseRole, type Secrets } from './secrets.ts';

/** Name of Tongma's database. */
const DATABASE = 'tongma';
/** Oldest PostgreSQL that all migrations run on, as it numbers itself. */
const OLDEST = 150_000;

/** Connection URL of each role. */
export type DatabaseUrls = Readonly<Record<DatabaseRole, string>>;

const LIMITS = {
  statement_timeout: '15s',
  idle_in_transaction_session_timeout: '30s',
  lock_timeout: '5s',
};

/** Statements hold what is written: neither a failed nor a slow one may stand in the server's log. */
const UNLOGGED = {
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_parameter_max_length_on_error: '0',
};

/** Passwords are made here of base64url characters; nothing else may reach SQL text. */
function literal(password: string): string {
  if (!/^[\w-]+$/.test(password)) throw new Error('A password of unexpected shape.');
  return `'${password}'`;
}

async function makeRole(client: Client, role: DatabaseRole, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const rights = 'login noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication';
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${role} ${rights} password ${literal(password)}`);
  if (role === 'tongma_owner') return;
  for (const [name, value] of Object.entries(LIMITS)) {
    await client.query(`alter role ${role} set ${name} = '${value}'`);
  }
}

/** Connection URLs of all roles at the server of another URL, with that one's options. */
export function roleUrls(
  serverUrl: string,
  { rolePasswords }: Pick<Secrets, 'rolePasswords'>,
): DatabaseUrls {
  return eachRole((role) => {
    const url = new URL(serverUrl);
    url.username = role;
    url.password = rolePasswords[role];
    url.pathname = `/${DATABASE}`;
    return url.href;
  });
}

/** Settings of {@link prepareDatabase}. */
export interface PrepareOptions {
  /** Whether the server is there for Tongma alone: its other databases are closed then. */
  readonly alone: boolean;
}

/**
 * Makes roles and database, as the superuser, who is used for nothing else. Can be repeated.
 * Application roles own nothing and bypass nothing.
 * @throws {StartError} when the server is older than PostgreSQL 15
 */
export async function prepareDatabase(
  superuserUrl: string,
  secrets: Pick<Secrets, 'rolePasswords'>,
  { alone }: PrepareOptions = { alone: true },
): Promise<DatabaseUrls> {
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    if ((rows[0]?.version ?? 0) < OLDEST) throw new StartError('PostgreSQL 15 or newer is needed.');
    for (const role of DATABASE_ROLES) await makeRole(client, role, secrets.rolePasswords[role]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) {
      await client.query(
        `create database ${DATABASE} owner tongma_owner encoding 'UTF8' template template0`,
      );
    }
    const closed = [DATABASE, ...(alone ? ['postgres', 'template1'] : [])];
    await client.query(`revoke all on database ${closed.join(', ')} from public`);
    await client.query(`grant connect on database ${DATABASE} to ${DATABASE_ROLES.join(', ')}`);
    for (const [name, value] of Object.entries(UNLOGGED)) {
      await client.query(`alter database ${DATABASE} set ${name} = '${value}'`);
    }
  } finally {
    await client.end();
  }
  return roleUrls(superuserUrl, secrets);
}
