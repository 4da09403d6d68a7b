import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import {
  countryAdministrator,
  residentsPublisher,
  type Account,
  type ResidentsPublisher,
} from '../publish.ts';

let database: EmptyDatabase;
let publisher: ResidentsPublisher;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  publisher = await residentsPublisher(database.urls.tongma_residents);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});
afterEach(() => superuser.query('delete from residents.account'));
afterAll(async () => {
  await superuser.end();
  await publisher.close();
  await database.drop();
});

async function accounts() {
  const { rows } = await superuser.query<{ subject: string; role: string; grants: string[] }>(
    'select subject, role, grants from residents.account order by subject',
  );
  return rows;
}

async function noted(subject: string): Promise<readonly string[]> {
  const { rows } = await superuser.query<{ body: string }>(
    'select body::text from audit.body where body::text like $1',
    [`%${subject}%`],
  );
  return rows.map(({ body }) => body);
}

const other = (given: Partial<Account>): Account => ({
  ...countryAdministrator('somebody', null),
  ...given,
});

describe('the first administrator', () => {
  it('is entered once, and noted in the audit log', async () => {
    expect(await publisher.firstAdministrator('first-one', '王')).toBe('ENTERED');
    expect(await publisher.firstAdministrator('first-one', '王')).toBe('IS_ALREADY');
    expect(await accounts()).toEqual([
      { subject: 'first-one', role: 'ADMINISTRATOR', grants: ['000000'] },
    ]);
    const bodies = await noted('first-one');
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('ACCOUNT_ADDED');
  });

  it.each<[string, Partial<Account>, string]>([
    ['another administrator of the country', {}, 'THERE_IS_ONE'],
    ['a disabled one', { disabledAt: new Date() }, 'ENTERED'],
    ['one of a province', { region: '330000', grants: ['330000'] }, 'ENTERED'],
    ['another role of the country', { role: 'OVERSIGHT' }, 'ENTERED'],
    ['an account of this name', { subject: 'first-two', role: 'REVIEWER' }, 'OTHER_ACCOUNT'],
    [
      'its own account, disabled',
      { subject: 'first-two', disabledAt: new Date() },
      'OTHER_ACCOUNT',
    ],
  ])('beside %s', async (_title, given, expected) => {
    await publisher.account(other(given));
    const before = await accounts();
    expect(await publisher.firstAdministrator('first-two', null)).toBe(expected);
    if (expected !== 'ENTERED') expect(await accounts()).toEqual(before);
    else expect((await accounts()).map(({ subject }) => subject)).toContain('first-two');
  });
});
