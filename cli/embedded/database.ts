import { Client } from 'pg';
import { DATABASE_ROLES, eachRole, type DatabaseRole, type Secrets } from './secrets.ts';

/** Name of Tongma's database. */
const DATABASE = 'tongma';

/** Connection URL of each role. */
export type DatabaseUrls = Readonly<Record<DatabaseRole, string>>;

const LIMITS = {
  statement_timeout: '15s',
  idle_in_transaction_session_timeout: '30s',
  lock_timeout: '5s',
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

/**
 * Makes roles and database, as the superuser, who is used for nothing else. Can be repeated.
 * Application roles own nothing and bypass nothing.
 */
export async function prepareDatabase(
  superuserUrl: string,
  secrets: Secrets,
): Promise<DatabaseUrls> {
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const role of DATABASE_ROLES) await makeRole(client, role, secrets.rolePasswords[role]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner tongma_owner`);
    await client.query(`revoke all on database ${DATABASE}, postgres, template1 from public`);
    await client.query(`grant connect on database ${DATABASE} to ${DATABASE_ROLES.join(', ')}`);
  } finally {
    await client.end();
  }
  const { host } = new URL(superuserUrl);
  return eachRole(
    (role) => `postgres://${role}:${secrets.rolePasswords[role]}@${host}/${DATABASE}`,
  );
}
