import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import type { Account } from '../domain/account.ts';
import { residentsPublisher, type CountryEntry, type ResidentsPublisher } from '../publish.ts';

let database: EmptyDatabase;
let publisher: ResidentsPublisher;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  publisher = await residentsPublisher(database.urls.tongma_residents);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await publisher.close();
  await database.drop();
});

beforeEach(async () => {
  await superuser.query('delete from residents.account');
});

function enter(subject: string, more: Partial<CountryEntry> = {}) {
  const alone = { name: null, beside: false, insteadOf: null };
  return publisher.enterAtCountry({ role: 'ADMINISTRATOR', subject, ...alone, ...more });
}

function account(subject: string, more: Partial<Account> = {}): Account {
  return {
    ...{ subject, role: 'ADMINISTRATOR', region: '000000', grants: ['000000'], name: null },
    ...{ scopes: [], purposes: [], agency: null, withheld: [], disabledAt: null, version: 1 },
    ...more,
  };
}

/** What stands of an account, whatever its region. */
async function rowsOf(subject: string) {
  const sql = `select region, role, name, grants, agency, version, disabled_at is not null as disabled
    from residents.account where subject = $1`;
  return (await superuser.query<Record<string, unknown>>(sql, [subject])).rows;
}

/** What the audit log says of an account. */
async function notedOf(subject: string) {
  const sql = `select body::jsonb as body from audit.body where body::jsonb ->> 'objectId' = $1 order by sequence`;
  return (await superuser.query<{ body: object }>(sql, [subject])).rows.map(({ body }) => body);
}

/** What the log says the operator did, with an account of a role. */
function noted(action: string, objectId: string, role = 'ADMINISTRATOR') {
  return {
    ...{ action, subject: 'publisher', actor: 'SYSTEM', objectId },
    detail: { role, withheld: '', grants: '000000' },
  };
}

const row = {
  ...{ region: '000000', role: 'ADMINISTRATOR', name: null, grants: ['000000'] },
  ...{ agency: null, version: 1, disabled: false },
};

describe('§3.10 the first administrator of the country', () => {
  it('is not entered under a name that no account has, nor beside another role', async () => {
    await publisher.account(account('liu', { role: 'REVIEWER', region: '330000' }));
    const refusals = [
      ['publisher', 'BAD_USER_INPUT'],
      ['wang 1', 'BAD_USER_INPUT'],
      ['liu', 'CONFLICT'],
    ] as const;
    for (const [subject, code] of refusals) {
      await expect(enter(subject)).rejects.toMatchObject({ code });
      expect(await notedOf(subject)).toEqual([]);
    }
    expect(await rowsOf('liu')).toEqual([expect.objectContaining({ role: 'REVIEWER' })]);
  });

  it('is not kept from being entered by one that is disabled or of a part of it', async () => {
    await publisher.account(account('gone', { disabledAt: new Date() }));
    await publisher.account(account('part', { grants: ['330000'] }));
    await publisher.account(account('less', { withheld: ['account:manage'] }));
    for (const subject of ['gone', 'part', 'less']) {
      await expect(enter(subject)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    expect(await enter('first')).toEqual({ isNew: true, left: null, others: [] });
  });

  it('is one, of two who are entered at once, and noted once', async () => {
    // Neither can end before both have looked: what is noted waits.
    await superuser.query('begin; lock table audit.entry in access exclusive mode');
    const entering = ['wang', 'zhou'].map((one) => enter(one, { name: ' Name ' }));
    const ended = Promise.allSettled(entering);
    const waiting = `select count(distinct pid)::int as n from pg_locks where not granted`;
    const waitingNow = async () => (await superuser.query<{ n: number }>(waiting)).rows[0]?.n ?? 0;
    await expect.poll(waitingNow).toBeGreaterThanOrEqual(2);
    await superuser.query('rollback');
    const ends = await ended;
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [one, other] = ends[0]?.status === 'fulfilled' ? ['wang', 'zhou'] : ['zhou', 'wang'];
    expect(await rowsOf(other)).toEqual([]);
    expect(await rowsOf(one)).toEqual([{ ...row, name: 'Name' }]);

    // The same again changes nothing; any other is refused.
    const again = { isNew: false, left: null, others: [] };
    expect(await enter(one, { name: 'Other' })).toEqual(again);
    await expect(enter(other)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await rowsOf(one)).toEqual([{ ...row, name: 'Name' }]);
    expect(await notedOf(one)).toEqual([noted('ACCOUNT_ADDED', one)]);
    expect(await notedOf(other)).toEqual([]);
  });
});

describe('§3.14 another administrator of the country', () => {
  it('stands beside those who do, three at most', async () => {
    await enter('chen');
    expect(await enter('guo', { beside: true })).toEqual({
      ...{ isNew: true, left: null, others: ['chen'] },
    });
    await enter('shen', { beside: true });
    await expect(enter('wei', { beside: true })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await publisher.standingAtCountry('ADMINISTRATOR')).toEqual(['chen', 'guo', 'shen']);
    expect(await rowsOf('guo')).toEqual([row]);
    expect(await notedOf('guo')).toEqual([noted('ACCOUNT_ADDED', 'guo')]);
    expect(await rowsOf('wei')).toEqual([]);
  });

  it('takes the place of one, who has no access from then on; both stand in the log', async () => {
    await enter('old');
    await enter('deputy', { beside: true });
    await enter('third', { beside: true });
    expect(await enter('new', { insteadOf: 'old' })).toEqual({
      ...{ isNew: true, left: 'old', others: ['deputy', 'third'] },
    });
    expect(await rowsOf('old')).toEqual([{ ...row, version: 2, disabled: true }]);
    expect(await rowsOf('new')).toEqual([row]);
    expect(await notedOf('new')).toEqual([noted('ACCOUNT_ADDED', 'new')]);
    expect(await notedOf('old')).toEqual([
      noted('ACCOUNT_ADDED', 'old'),
      noted('ACCOUNT_DISABLED', 'old'),
    ]);
    // Said once more it changes nothing; who was entered before may follow too.
    expect(await enter('new', { insteadOf: 'old' })).toMatchObject({ isNew: false, left: null });
    expect(await notedOf('old')).toHaveLength(2);
    expect(await enter('new', { insteadOf: 'third' })).toEqual({
      ...{ isNew: false, left: 'third', others: ['deputy'] },
    });
  });

  it('follows nobody who does not stand there, nor itself', async () => {
    await enter('one');
    await publisher.account(account('regional', { region: '330000', grants: ['330000'] }));
    for (const insteadOf of ['nobody', 'regional']) {
      await expect(enter('two', { insteadOf })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const itself = enter('one', { insteadOf: 'one' });
    await expect(itself).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await publisher.standingAtCountry('ADMINISTRATOR')).toEqual(['one']);
    expect(await rowsOf('two')).toEqual([]);
  });
});

describe('§3.15 oversight', () => {
  const OVERSIGHT = { role: 'OVERSIGHT' } as const;

  it('stands at the country, of no agency, however many do, and whoever administers', async () => {
    await enter('boss');
    for (const one of ['eye-1', 'eye-2', 'eye-3', 'eye-4']) {
      expect(await enter(one, OVERSIGHT)).toMatchObject({ isNew: true, left: null });
      expect(await rowsOf(one)).toEqual([{ ...row, ...OVERSIGHT }]);
      expect(await notedOf(one)).toEqual([noted('ACCOUNT_ADDED', one, 'OVERSIGHT')]);
    }
    expect(await publisher.standingAtCountry('OVERSIGHT')).toHaveLength(4);
    expect(await publisher.standingAtCountry('ADMINISTRATOR')).toEqual(['boss']);
    await expect(enter('boss', OVERSIGHT)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is followed by oversight alone, and ends then', async () => {
    await enter('boss');
    await enter('eye-a', OVERSIGHT);
    const ofOther = enter('eye-b', { ...OVERSIGHT, insteadOf: 'boss' });
    await expect(ofOther).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await enter('eye-b', { ...OVERSIGHT, insteadOf: 'eye-a' })).toEqual({
      ...{ isNew: true, left: 'eye-a', others: [] },
    });
    expect(await rowsOf('eye-a')).toEqual([{ ...row, ...OVERSIGHT, version: 2, disabled: true }]);
    expect(await publisher.standingAtCountry('ADMINISTRATOR')).toEqual(['boss']);
  });
});
