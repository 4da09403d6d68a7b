import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import {
  countryAdministrator,
  residentsPublisher,
  type Account,
  type ResidentsPublisher,
} from '../publish.ts';
import { accountStore } from './account.store.ts';
import { storage } from './storage.ts';

let database: EmptyDatabase;
let publisher: ResidentsPublisher;
let superuser: Client;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  publisher = await residentsPublisher(database.urls.tongma_residents);
  orm = await openOrm(storage, database.urls.tongma_residents, 6);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});
afterEach(() => superuser.query('delete from residents.account'));
afterAll(async () => {
  await superuser.end();
  await publisher.close();
  await orm.close();
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

describe('an account that a sign-in enters', () => {
  const resident = (subject: string): Account => ({
    ...countryAdministrator(subject, null),
    ...{ role: 'RESIDENT', grants: [] },
  });
  /** As the gateway asks: nothing is known of the account. */
  const enter = (subject: string) => {
    const own = { regions: [], residents: [], subject };
    return inScope(orm, own, (tx) => accountStore(tx, own).enter(resident(subject)));
  };

  it('is there once, of two at once', async () => {
    const done = await Promise.all(Array.from({ length: 6 }, () => enter('newcomer')));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await accounts()).toEqual([{ subject: 'newcomer', role: 'RESIDENT', grants: [] }]);
  });

  it.each<[string, Partial<Account>]>([
    ['an official of any region', { region: '330000', role: 'REVIEWER', grants: ['330000'] }],
    ['a disabled account', { disabledAt: new Date() }],
  ])('does not take the place of %s', async (_title, given) => {
    await publisher.account(other({ subject: 'newcomer', ...given }));
    const before = await accounts();
    expect(await enter('newcomer')).toBe(false);
    expect(await accounts()).toEqual(before);
  });
});
