import { randomBytes } from 'node:crypto';
import { parse } from 'graphql';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import type { Identity } from '../../kit/identity.ts';
import { readConfig } from '../../kit/read-config.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { residentsConfig } from '../config.ts';
import type { Account } from '../domain/account.ts';
import { residentsPublisher, type ResidentsPublisher } from '../publish.ts';
import { createResidents } from '../subgraph.ts';

const ENTER = parse('mutation { enterResident { kind subject scopes grants regions residents } }');
const GRANTS = parse('{ grants { kind } }');

let database: EmptyDatabase;
let publisher: ResidentsPublisher;
let residents: Subgraph;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  const { tongma_residents: url } = database.urls;
  publisher = await residentsPublisher(url);
  const key = () => randomBytes(32).toString('base64url');
  const env = { RESIDENTS_DATABASE_URL: url, FIELD_KEY: key(), INDEX_KEY: key() };
  residents = await createResidents(readConfig(residentsConfig, env));
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await residents.close();
  await publisher.close();
  await database.drop();
});

/** The gateway, on behalf of an account before anything is known of it. */
function gateway(subject: string, more: Partial<Identity> = {}): Identity {
  const none = { grants: [], regions: [], residents: [], purposes: [], agency: null };
  return { kind: 'GATEWAY', subject, scopes: ['gateway:identify'], ...none, ...more };
}

async function enter(identity: Identity) {
  const { data, errors } = await residents.execute({ document: ENTER }, identity);
  return { granted: data?.['enterResident'], code: errors?.[0]?.extensions?.['code'] };
}

async function grantedTo(subject: string) {
  const { data, errors } = await residents.execute({ document: GRANTS }, gateway(subject));
  return data?.['grants'] ?? errors?.[0]?.extensions?.['code'];
}

/** What stands of an account, whatever its region. */
async function rowsOf(subject: string) {
  const sql =
    'select region, role, name, grants, version from residents.account where subject = $1';
  return (await superuser.query<Record<string, unknown>>(sql, [subject])).rows;
}

/** What the audit log says of an account. */
async function notedOf(subject: string) {
  const sql = `select body::jsonb as body from audit.body where body::jsonb ->> 'objectId' = $1`;
  return (await superuser.query<{ body: object }>(sql, [subject])).rows.map(({ body }) => body);
}

function official(subject: string, more: Partial<Account> = {}): Account {
  return {
    ...{ subject, role: 'REVIEWER', region: '330000', grants: ['330000'], name: null, scopes: [] },
    ...{ purposes: [], agency: null, withheld: [], disabledAt: null, version: 1, ...more },
  };
}

describe('somebody who signs in for the first time', () => {
  it('is a resident without rights but over oneself, which is noted', async () => {
    const { granted } = await enter(gateway('zhang'));
    expect(granted).toEqual({
      ...{ kind: 'RESIDENT', subject: 'zhang', scopes: ['self'] },
      ...{ grants: [], regions: [], residents: [] },
    });
    expect(await rowsOf('zhang')).toEqual([
      { region: '000000', role: 'RESIDENT', name: null, grants: [], version: 1 },
    ]);
    expect(await notedOf('zhang')).toEqual([
      {
        ...{ action: 'ACCOUNT_ADDED', subject: 'zhang', actor: 'GATEWAY', objectId: 'zhang' },
        detail: { role: 'RESIDENT', withheld: '', grants: '' },
      },
    ]);
  });

  it('is entered and noted once, however many times at once', async () => {
    const ends = await Promise.all(Array.from({ length: 6 }, () => enter(gateway('many'))));
    const codes = ends.map(({ code }) => code ?? 'entered').sort();
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'CONFLICT'), 'entered']);
    expect(await rowsOf('many')).toHaveLength(1);
    expect(await notedOf('many')).toHaveLength(1);
    expect(await grantedTo('many')).toEqual({ kind: 'RESIDENT' });
  });

  it('is never one who is entered already, elsewhere or disabled', async () => {
    const disabledAt = new Date();
    await publisher.account(official('desk-1'));
    await publisher.account(official('desk-2', { disabledAt }));
    for (const subject of ['desk-1', 'desk-2']) {
      const before = await rowsOf(subject);
      expect(await enter(gateway(subject))).toEqual({ granted: undefined, code: 'CONFLICT' });
      expect(await rowsOf(subject)).toEqual(before);
      expect(await notedOf(subject)).toEqual([]);
    }
    expect(await grantedTo('desk-1')).toEqual({ kind: 'OFFICIAL' });
    expect(await grantedTo('desk-2')).toBe('FORBIDDEN');
  });

  it('is named as the provider names people, with a bar between them', async () => {
    const subject = 'auth0|5f7c8ec7c33c6c004bbafe82';
    expect((await enter(gateway(subject))).granted).toMatchObject({ kind: 'RESIDENT', subject });
    expect(await rowsOf(subject)).toHaveLength(1);
    expect(await notedOf(subject)).toHaveLength(1);
    expect(await grantedTo(subject)).toEqual({ kind: 'RESIDENT' });
  });

  it.each(['', 'x'.repeat(129), 'publisher'])(
    'has no access under a name like %s',
    async (subject) => {
      expect((await enter(gateway(subject))).code).toBe('FORBIDDEN');
      expect(await rowsOf(subject)).toEqual([]);
    },
  );

  it('is entered by the gateway alone', async () => {
    const self: Partial<Identity> = { kind: 'RESIDENT', scopes: ['self'] };
    expect((await enter(gateway('nobody', self))).code).toBe('SCOPE_MISSING');
    expect(await rowsOf('nobody')).toEqual([]);
  });

  it('is no official by an administrator: nobody has two roles', async () => {
    const input = `id: "zhang", region: "330000", role: VERIFIER, grants: ["330000"]`;
    const document = parse(`mutation { addAccount(input: {${input}}) { id } }`);
    const administrator = gateway('wang', {
      ...{ kind: 'OFFICIAL', scopes: ['account:read', 'account:manage'], grants: ['000000'] },
      ...{ regions: ['330000'], residents: '*', authenticatedAt: new Date().toISOString() },
    });
    const { errors } = await residents.execute({ document }, administrator);
    expect(errors?.[0]).toMatchObject({
      ...{ message: 'This account has a role already.', extensions: { code: 'CONFLICT' } },
    });
    expect(await rowsOf('zhang')).toHaveLength(1);
  });
});

describe('row security of a session that nothing is known of', () => {
  const columns = 'region, subject, role, grants, scopes, purposes';

  async function refused(values: string, scope = ''): Promise<string> {
    const client = new Client({ connectionString: database.urls.tongma_residents });
    await client.connect();
    await client.query(
      `begin; set local app.regions = '${scope}'; set local app.residents = ''; set local app.subject = 'eve'`,
    );
    const done = client.query(`insert into residents.account (${columns}) values (${values})`);
    const code = await done.then(
      () => '',
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '?'),
    );
    await client.query('rollback');
    await client.end();
    return code;
  }

  it.each([
    ['of another', `'000000', 'adam', 'RESIDENT', '{}', '{}', '{}'`],
    ['of an official', `'000000', 'eve', 'ADMINISTRATOR', '{}', '{}', '{}'`],
    ['of a region', `'330000', 'eve', 'RESIDENT', '{}', '{}', '{}'`],
    ['with a grant', `'000000', 'eve', 'RESIDENT', '{000000}', '{}', '{}'`],
    ['with a scope', `'000000', 'eve', 'RESIDENT', '{}', '{account:manage}', '{}'`],
    ['with a purpose', `'000000', 'eve', 'RESIDENT', '{}', '{}', '{CARE}'`],
  ])('lets no account be made %s', async (_title, values) => {
    expect(await refused(values)).toBe('42501');
  });

  it('lets that of a resident be made, and by nobody who acts somewhere', async () => {
    const own = `'000000', 'eve', 'RESIDENT', '{}', '{}', '{}'`;
    expect(await refused(own)).toBe('');
    expect(await refused(own, '330000')).toBe('42501');
  });
});
