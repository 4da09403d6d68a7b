import type { MikroORM } from '@mikro-orm/postgresql';
import { randomInt } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import type { NewEvent } from '../../kit/events/outbox.ts';
import { systemIdentity, type Identity } from '../../kit/identity.ts';
import { createBlindIndex } from '../../kit/keys/blind-index.ts';
import { createFieldCipher } from '../../kit/keys/field-cipher.ts';
import { aRing } from '../../kit/keys/key-fakes.ts';
import { createLog } from '../../kit/log.ts';
import { newId } from '../../kit/new-id.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope, type Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Guardian } from '../domain/guardianship.ts';
import type { Resident } from '../domain/resident.ts';
import { lapsing } from '../lapsing.ts';
import { accountStore } from './account.store.ts';
import { agreementCodes } from './agreement-codes.ts';
import { guardianshipStore } from './guardianship.store.ts';
import { residentStore } from './resident.store.ts';
import { KEPT } from './migrations/0010-guardianship.ts';
import { storage } from './storage.ts';

const REGION = '330100';
const HOUR_MS = 3_600_000;

let database: EmptyDatabase;
let orm: MikroORM;
let events: NewEvent[] = [];

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_residents, 4);
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

const official: Identity = { ...systemIdentity('official', REGION), kind: 'OFFICIAL' };
/** A session before anything is known of it, as the gateway asks for its rights. */
const asking = (subject: string) => ({ ...official, subject, regions: [], residents: [] });

const ring = aRing();

function stores(tx: Transaction) {
  const appendEvents = (_em: unknown, more: readonly NewEvent[]) =>
    Promise.resolve(void (events = [...events, ...more]));
  const parts = { appendEvents, newId, cipher: createFieldCipher(ring) };
  return {
    residents: residentStore(tx, { ...parts, documentIndex: createBlindIndex(ring) }),
    guardianships: guardianshipStore(tx, parts),
    accounts: accountStore(tx),
  };
}

const within = <T>(scope: Identity, work: (all: ReturnType<typeof stores>) => Promise<T>) =>
  inScope(orm, scope, (tx) => work(stores(tx)));

/** Somebody registered; a ward when there is a guardian, until then. */
async function registered(account: string | null, ward?: { guardian: Guardian; until: Date }) {
  const id = newId(REGION);
  const at = new Date();
  const common = { region: REGION, id, documentType: '03', birthDate: '2015-01-01' } as const;
  const person = { ...common, maskedName: '周*', division: '330106', sourceRegion: null };
  await within(official, async ({ residents }) => {
    const given = { name: '周样', documentNumber: `E${randomInt(1e8)}`, phone: null };
    await residents.add({
      ...{ ...person, ...given, account, guardian: ward?.guardian ?? null, receivedAt: at },
    });
    const made = await residents.find(id);
    if (!made) throw new Error('It was not written.');
    const review = { state: 'REGISTERED', at, by: 'official', reason: null } as const;
    await residents.review(made, { ...review, guardedUntil: ward?.until ?? null });
  });
  return id;
}

async function aGuardian(account: string): Promise<Guardian> {
  return { id: await registered(account), maskedName: '周*', account };
}

/** Asks as somebody of the database itself. */
async function asked<T extends object>(url: string, sql: string, values: unknown[] = []) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<T>(sql, values);
  await client.end();
  return rows;
}

const actsFor = (account: string, at = new Date()) =>
  within(asking(account), async ({ accounts }) =>
    (await accounts.actsFor(account, at)).map(({ residentId }) => residentId),
  );
const seenBy = (account: string, id: string) =>
  within(asking(account), ({ residents }) => residents.find(id));
const found = async (id: string): Promise<Resident> => {
  const resident = await within(official, ({ residents }) => residents.find(id));
  if (!resident) throw new Error('There is none.');
  return resident;
};
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
const proxies = (id: string) =>
  events.flatMap(({ residentId, body }) => (residentId === id ? [body['heldByProxy']] : []));

describe('a guardian’s account', () => {
  it('acts for its ward until the end, to the millisecond', async () => {
    const guardian = await aGuardian('home-1');
    const until = inHours(1);
    const ward = await registered(null, { guardian, until });
    expect(await actsFor('home-1')).toEqual(expect.arrayContaining([guardian.id, ward]));
    expect(await actsFor('home-1', new Date(until.getTime() - 1))).toContain(ward);
    expect(await actsFor('home-1', until)).toEqual([guardian.id]);
  });

  it('sees no row of a ward whose guardianship is over, by the database’s own clock', async () => {
    const guardian = await aGuardian('home-2');
    const [stands, over] = [
      await registered(null, { guardian, until: inHours(1) }),
      await registered(null, { guardian, until: inHours(-1) }),
    ];
    expect(await seenBy('home-2', stands)).not.toBeNull();
    expect(await seenBy('home-2', over)).toBeNull();
    expect(await actsFor('home-2', inHours(-2))).not.toContain(over);
  });

  it('does not act once either side has ended it, and its code is told', async () => {
    const guardian = await aGuardian('home-3');
    const ward = await registered(null, { guardian, until: inHours(1) });
    const before = await found(ward);
    const own = { ...asking('home-3'), regions: [REGION], residents: [guardian.id, ward] };
    const end = () => within(own, ({ guardianships }) => guardianships.end(before, new Date()));
    expect(await end()).toBe(true);
    expect(await end()).toBe(false);
    expect(await actsFor('home-3')).toEqual([guardian.id]);
    expect(await seenBy('home-3', ward)).toBeNull();
    expect((await found(ward)).guardianship).toBeNull();
    expect(proxies(ward)).toEqual([true, false]);
  });

  it('counts the wards for whom it acts, and those that wait', async () => {
    const guardian = await aGuardian('home-4');
    await registered(null, { guardian, until: inHours(1) });
    await registered(null, { guardian, until: inHours(-1) });
    const count = (at: Date) =>
      within(official, ({ guardianships }) => guardianships.countWards(guardian.id, at));
    expect(await count(new Date())).toBe(1);
    expect(await count(inHours(-2))).toBe(2);
    expect(await count(inHours(2))).toBe(0);
  });
});

describe('naming', () => {
  it('gives the ward to another account, in whatever form it stood before', async () => {
    const [first, second] = [await aGuardian('home-5'), await aGuardian('home-6')];
    const ward = await registered(null, { guardian: first, until: inHours(1) });
    const before = await found(ward);
    const begin = () =>
      within(official, ({ guardianships }) =>
        guardianships.begin(before, second, inHours(2), new Date()),
      );
    expect(await begin()).toBe(true);
    expect(await begin()).toBe(false);
    expect(await actsFor('home-5')).toEqual([first.id]);
    expect(await actsFor('home-6')).toContain(ward);
  });

  it('leaves the person’s own account', async () => {
    const guardian = await aGuardian('home-7');
    const elder = await registered('elder-7');
    const before = await found(elder);
    await within(official, ({ guardianships }) =>
      guardianships.begin(before, guardian, inHours(1), new Date()),
    );
    expect(await actsFor('elder-7')).toEqual([elder]);
    expect(await actsFor('home-7')).toContain(elder);
  });
});

describe('a renewal that was asked for', () => {
  it('waits in its region’s queue until it is decided', async () => {
    const guardian = await aGuardian('home-8');
    const ward = await registered(null, { guardian, until: inHours(1) });
    const queue = (scope = official) =>
      within(scope, async ({ guardianships }) => {
        const { rows } = await guardianships.renewals(REGION, { first: 50, after: null });
        return rows.map(({ id }) => id);
      });
    const save = async (renewalAskedAt: Date | null) => {
      const before = await found(ward);
      const next = before.guardianship && { ...before.guardianship, renewalAskedAt };
      return within(official, ({ guardianships }) => guardianships.saveRenewal(before, next!));
    };
    expect(await save(new Date())).toBe(true);
    expect(await queue()).toContain(ward);
    expect(await queue({ ...official, regions: ['510000'] })).toEqual([]);
    expect(await save(null)).toBe(true);
    expect(await queue()).not.toContain(ward);
  });
});

describe('a code by which a person agrees', () => {
  const hashOf = (code: string) => agreementCodes.hashOf(code) ?? Buffer.alloc(0);

  it.each(['', 'none', '0000-0000-000', '0000-0000-000U', '0000-0000-00000'])(
    '%j is none',
    (text) => {
      expect(agreementCodes.hashOf(text)).toBeNull();
    },
  );

  const offered = async (code: string) => {
    const residentId = newId(REGION);
    const codeHash = hashOf(code);
    await within(official, ({ guardianships }) =>
      guardianships.offer({
        ...{ region: REGION, residentId, codeHash },
        ...{ offeredAt: new Date(), expiresAt: inHours(1) },
      }),
    );
    return residentId;
  };
  const take = (code: string, at = new Date(), region = REGION) =>
    within(official, ({ guardianships }) => guardianships.takeOffer(region, hashOf(code), at));

  it('is taken once, however it is typed, whoever comes at once', async () => {
    const code = agreementCodes.make();
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    const residentId = await offered(code);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
    const all = await Promise.all([take(typed), take(code), take(code)]);
    expect(all.filter((one) => one !== null)).toEqual([residentId]);
  });

  it('is not taken once it is over, nor in another region', async () => {
    const code = agreementCodes.make();
    await offered(code);
    expect(await take(code, inHours(2))).toBeNull();
    expect(await take(code, new Date(), '510000')).toBeNull();
    expect(await take(agreementCodes.make())).toBeNull();
  });
});

describe('time', () => {
  it('ends a guardianship once, with an entry in the audit log, and tells the code', async () => {
    const guardian = await aGuardian('home-9');
    const stands = await registered(null, { guardian, until: inHours(1) });
    const over = await registered(null, { guardian, until: inHours(-1) });
    const parts = { orm, now: () => new Date(), log: createLog('test', 'fatal') };
    const runs = [1, 2].map(() =>
      lapsing({
        ...{ ...parts, store: (tx) => stores(tx).guardianships },
        registrars: () => Promise.resolve([REGION]),
      }).run(),
    );
    await Promise.all(runs);
    expect(proxies(over)).toEqual([true, false]);
    expect(proxies(stands)).toEqual([true]);
    expect((await found(over)).guardianship).toBeNull();
    const rows = await asked<{ body: string }>(
      database.superuserUrl,
      'select body from audit.body where resident_id = $1',
      [over],
    );
    expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { detail: { side: 'TIME' } },
    ]);
  });
});

describe('what stood before', () => {
  it('runs 12 months from its review, at most until the ward is of age', async () => {
    const guardian = await aGuardian('home-10');
    const wards = [
      ['2015-03-14', '2022-07-01T04:00:00Z', '2023-06-30T16:00:00.000Z'],
      ['2015-03-14', '2022-06-30T16:00:00Z', '2023-06-30T16:00:00.000Z'],
      ['2005-03-14', '2022-07-01T04:00:00Z', '2023-03-13T16:00:00.000Z'],
      ['1940-03-14', '2022-07-01T04:00:00Z', '2023-06-30T16:00:00.000Z'],
    ] as const;
    const made: { id: string; ends: string }[] = [];
    for (const [birthDate, reviewedAt, ends] of wards) {
      const id = await registered(null, { guardian, until: inHours(1) });
      made.push({ id, ends });
      await asked(
        database.superuserUrl,
        `update residents.resident set account = 'home-10', guardian_account = null,
           guardian_name = null, guarded_until = null, birth_date = $2, reviewed_at = $3
         where id = $1`,
        [id, birthDate, reviewedAt],
      );
    }
    for (const sql of KEPT) await asked(database.urls.tongma_owner, sql);
    for (const { id, ends } of made) {
      const [row] = await asked(
        database.superuserUrl,
        `select account, guardian_account, guardian_name, guarded_until
         from residents.resident where id = $1`,
        [id],
      );
      expect(row).toEqual({
        ...{ account: null, guardian_account: 'home-10', guardian_name: '周*' },
        guarded_until: new Date(ends),
      });
    }
  });
});
