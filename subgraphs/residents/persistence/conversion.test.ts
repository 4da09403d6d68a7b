import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { createLog } from '../../kit/log.ts';
import { newId } from '../../kit/new-id.ts';
import { openOrm } from '../../kit/orm.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import { inScope, rescoped, type Transaction } from '../../kit/scope/unit-of-work.ts';
import { clearing } from '../clearing.ts';
import type { ConversionOffer, ConversionStore } from '../domain/conversion.ts';
import { conversionSeal } from './conversion-seal.ts';
import { conversionStore } from './conversion.store.ts';
import { storage } from './storage.ts';

const [ISSUER, RECEIVER] = ['330100', '510000'] as const;
const NOW = new Date('2022-07-01T04:00:00.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const LIFE = 900_000;

let database: EmptyDatabase;
let residents: MikroORM;
let codes: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  residents = await openOrm(storage, database.urls.tongma_residents, 4);
  codes = await openOrm(storage, database.urls.tongma_codes, 4);
});

afterAll(async () => {
  await residents.close();
  await codes.close();
  await database.drop();
});

/** The store in the scope of whoever; by default a person that is known nowhere. */
function within<T>(work: (store: ConversionStore) => Promise<T>, scope = { regions: [''] }) {
  const own = { ...systemIdentity('person', ''), ...scope, residents: '*' as const };
  return inScope(residents, own, (tx: Transaction) =>
    work(
      conversionStore(tx, (region, id, inside) => {
        const other = { regions: [region], residents: [id], subject: 'conversion' };
        return rescoped(tx, { own, other }, inside);
      }),
    ),
  );
}

async function anOffer(given: Partial<ConversionOffer> = {}): Promise<ConversionOffer> {
  const offer = {
    ...{ region: ISSUER, id: newId(ISSUER), residentId: newId(ISSUER), receiver: RECEIVER },
    ...{ sealed: Buffer.from('sealed'), offeredAt: NOW, expiresAt: later(LIFE), ...given },
  };
  await within((store) => store.offer(offer), { regions: [ISSUER] });
  return offer;
}

function asCodes<T extends object>(sql: string, values: readonly (string | Buffer | Date)[]) {
  return inScope(codes, systemIdentity('conversion', ''), async (tx) => {
    const before = await rowsOfQuery(await tx(), "select current_setting('app.subject') as s");
    const rows = await rowsOfQuery<T>(await tx(), sql, values);
    expect(await rowsOfQuery(await tx(), "select current_setting('app.subject') as s")).toEqual(
      before,
    );
    return rows;
  });
}

const take = (id: string, receiver: string = RECEIVER, at = NOW, region: string = ISSUER) =>
  asCodes<{ first: boolean; sealed: Buffer }>(
    'select * from residents.take_conversion($1, $2, $3, $4)',
    [region, id, receiver, at],
  );
const bring = (id: string, sealed: string, expires = later(LIFE), at = NOW) =>
  asCodes('select residents.bring_conversion($1, $2, $3, $4, $5, $6)', [
    ...[RECEIVER, id, ISSUER, Buffer.from(sealed), expires, at],
  ]);

describe('an offer', () => {
  it('is given to its receiver while it holds, the same however often', async () => {
    const { id, sealed } = await anOffer();
    expect(await take(id)).toMatchObject([{ first: true, sealed }]);
    expect(await take(id, RECEIVER, later(LIFE - 1))).toMatchObject([{ first: false, sealed }]);
    expect(await take(id, RECEIVER, later(LIFE))).toEqual([]);
  });

  it('is given first once, whoever comes at once', async () => {
    const { id } = await anOffer();
    const all = await Promise.all([take(id), take(id), take(id)]);
    expect(all.flat().filter(({ first }) => first)).toHaveLength(1);
  });

  it('is given to no other region, and not in the name of one', async () => {
    const { id } = await anOffer();
    expect(await take(id, '440000')).toEqual([]);
    expect(await take(id, RECEIVER, NOW, '440000')).toEqual([]);
    expect(await take(newId(ISSUER))).toEqual([]);
  });

  it('replaces the one before it', async () => {
    const { id, residentId } = await anOffer();
    const next = await anOffer({ residentId });
    expect(await take(id)).toEqual([]);
    expect(await take(next.id)).toHaveLength(1);
  });

  it('is made in its own region only', async () => {
    const offer = await anOffer();
    const elsewhere = within((store) => store.offer({ ...offer, id: newId(ISSUER) }), {
      regions: [RECEIVER],
    });
    await expect(elsewhere).rejects.toThrow('row-level security');
  });
});

describe('what arrived', () => {
  it('is found by whoever names it, in its region, and stays what came first', async () => {
    const id = newId(ISSUER);
    await bring(id, 'first');
    await bring(id, 'second');
    expect(await within((store) => store.arrived(RECEIVER, id))).toEqual({
      ...{ issuer: ISSUER, sealed: Buffer.from('first'), expiresAt: later(LIFE) },
      imported: null,
    });
    expect(await within((store) => store.arrived('440000', id))).toBeNull();
  });

  it('is imported once, and who comes at once waits', async () => {
    const id = newId(ISSUER);
    await bring(id, 'came');
    const made = (by: string) => ({ residentId: newId(RECEIVER), by });
    const importAs = (by: string) =>
      within(async (store) => {
        const { imported } = (await store.arrived(RECEIVER, id))!;
        if (!imported) await store.markImported(RECEIVER, id, made(by));
        return imported;
      });
    const all = await Promise.all([importAs('one'), importAs('two'), importAs('three')]);
    expect(all.filter((one) => one === null)).toHaveLength(1);
    expect(new Set(all.map((one) => one?.residentId)).size).toBe(2);
  });

  it('goes when something comes after its end', async () => {
    const [old, fresh] = [newId(ISSUER), newId(ISSUER)];
    await bring(old, 'old');
    await bring(fresh, 'fresh', later(2 * LIFE), later(LIFE));
    expect(await within((store) => store.arrived(RECEIVER, old))).toBeNull();
    expect(await within((store) => store.arrived(RECEIVER, fresh))).not.toBeNull();
  });
});

describe('what is over', () => {
  let superuser: Client;
  beforeAll(async () => {
    superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
  });
  afterAll(() => superuser.end());

  const ids = async (table: string) =>
    (await superuser.query<{ id: string }>(`select id from residents.${table}`)).rows.map(
      ({ id }) => id,
    );
  const run = (at: Date) =>
    clearing({ orm: residents, log: createLog('test', 'silent'), now: () => at }).run();

  it('is deleted from its end on, wherever, and that is said once a region', async () => {
    const [over, holds] = [await anOffer({ expiresAt: later(-1) }), await anOffer()];
    const [came, stays] = [newId(ISSUER), newId(ISSUER)];
    await bring(came, 'came');
    await bring(stays, 'stays', later(20 * LIFE));
    await run(NOW);
    expect(await ids('conversion_offer')).not.toContain(over.id);
    expect(await ids('conversion_offer')).toContain(holds.id);
    expect(await ids('conversion_import')).toEqual(expect.arrayContaining([came, stays]));
    await superuser.query('truncate audit.body');
    await Promise.all([run(later(10 * LIFE)), run(later(10 * LIFE))]);
    expect(await ids('conversion_offer')).toEqual([]);
    expect(await ids('conversion_import')).toEqual([stays]);
    const { rows } = await superuser.query<{ region: string; detail: object }>(
      `select b.region, b.body::jsonb -> 'detail' as detail from audit.body b
       join audit.entry e using (region, sequence) where e.kind = 'ROWS_EXPIRED' order by 1`,
    );
    expect(rows).toEqual([
      { region: ISSUER, detail: { conversion_offer: expect.any(Number) } },
      { region: RECEIVER, detail: { conversion_import: expect.any(Number) } },
    ]);
  });

  it('stands in tables that are what the entities say', async () => {
    const owner = await openOrm(storage, database.urls.tongma_owner, 2);
    const sql = await owner.schema.getUpdateSchemaSQL({ wrap: false });
    await owner.close();
    expect(sql.replaceAll(/drop function[^;]*;/g, '').trim()).toBe('');
  });
});

describe('the functions that carry', () => {
  it('are for codes alone, which reads no table of residents by them', async () => {
    const mine = inScope(residents, systemIdentity('x', ISSUER), async (tx) =>
      rowsOfQuery(await tx(), "select residents.take_conversion('', '', '', now())"),
    );
    await expect(mine).rejects.toThrow('permission denied');
    const table = asCodes('select 1 from residents.conversion_offer', []);
    await expect(table).rejects.toThrow('permission denied');
  });
});

describe('the seal', () => {
  const place = {
    ...{ offerId: newId('330100'), issuer: '330100', receiver: '510000' },
    secret: conversionSeal.newSecret(),
  };
  const identity = {
    ...{ name: '周样甲', documentNumber: 'E12345678', birthDate: '1980-02-03', phone: null },
    documentType: '03' as const,
  };

  it('opens by its own secret, offer and receiver, and hides what it holds', () => {
    const sealed = conversionSeal.seal(identity, place);
    expect(conversionSeal.open(sealed, place)).toEqual(identity);
    expect(Buffer.from(sealed).includes('E12345678')).toBe(false);
    expect(Buffer.from(sealed).equals(conversionSeal.seal(identity, place))).toBe(false);
  });

  it.each([
    ['another secret', { secret: conversionSeal.newSecret() }],
    ['another offer', { offerId: newId('330100') }],
    ['another receiver', { receiver: '440000' }],
  ])('does not open by %s', (_title, other) => {
    const sealed = conversionSeal.seal(identity, place);
    expect(conversionSeal.open(sealed, { ...place, ...other })).toBeNull();
  });

  it('does not open with any one bit flipped, or cut off', () => {
    const sealed = conversionSeal.seal(identity, place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(conversionSeal.open(changed, place)).toBeNull();
    }
    for (let end = 0; end < sealed.length; end += 1) {
      expect(conversionSeal.open(sealed.subarray(0, end), place)).toBeNull();
    }
  });

  it('makes secrets of 26 characters, all different', () => {
    const secrets = Array.from({ length: 100 }, () => conversionSeal.newSecret());
    expect(new Set(secrets).size).toBe(100);
    expect(secrets.every((one) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(one))).toBe(true);
  });
});
