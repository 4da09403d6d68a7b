import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  emptyDatabase,
  type EmptyDatabase,
} from '../../../../test/system/support/empty-database.ts';
import { openOrm } from '../../orm.ts';
import { inScope } from '../../scope/unit-of-work.ts';
import { commitmentOf, entryHash, NOTHING_BEFORE } from '../chain.ts';
import { systemIdentity } from '../../identity.ts';
import { storage } from './storage.ts';

const REGIONS = Array.from({ length: 32 }, (_, at) => `33${String(at).padStart(2, '0')}00`);
let database: EmptyDatabase;
let orm: Awaited<ReturnType<typeof openOrm>>;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 32);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await orm.close();
  await database.drop();
});

function append(regions: readonly string[], action: 'CHECKED_IN' | 'REFUSED' = 'CHECKED_IN') {
  return inScope(orm, systemIdentity('test', regions[0] ?? ''), (_tx, audit) => {
    for (const region of regions) audit.note({ region, action, detail: { text: '周*甲 |' } });
    return Promise.resolve();
  });
}

async function rows<T extends object>(sql: string): Promise<T[]> {
  return (await superuser.query<T>(sql)).rows;
}

interface Row {
  readonly region: string;
  readonly sequence: string;
  readonly at: Date;
  readonly kind: string;
  readonly commitment: Buffer;
  readonly hash: Buffer;
  readonly salt: Buffer;
  readonly body: string;
}

const CHAIN = 'select * from audit.entry join audit.body using (region, sequence) order by 1, 2';

describe('the audit log in PostgreSQL', () => {
  it('has no gap, and hashes as the code computes them, after 32 concurrent writers', async () => {
    await Promise.all(
      Array.from({ length: 32 }, async (_, writer) => {
        for (let n = 0; n < 12; n += 1) {
          const [a, b] = [REGIONS[(writer * 7 + n) % 32], REGIONS[(writer + n * 5) % 32]];
          await append(n % 3 === 0 ? [a ?? '', b ?? ''] : ['330000']);
        }
      }),
    );
    const chain = await rows<Row>(CHAIN);
    expect(chain).toHaveLength(32 * (4 * 2 + 8));
    let [region, before, sequence, time] = ['', NOTHING_BEFORE, 0, new Date(0)];
    for (const row of chain) {
      if (row.region !== region) [before, sequence, time] = [NOTHING_BEFORE, 0, new Date(0)];
      expect(Number(row.sequence)).toBe(sequence + 1);
      expect(row.at.getTime()).toBeGreaterThanOrEqual(time.getTime());
      expect(row.commitment).toEqual(commitmentOf(row.salt, row.body));
      const head = { ...row, sequence: sequence + 1, at: row.at.getTime() };
      expect(row.hash).toEqual(entryHash(before, head, row.commitment));
      [region, before, sequence, time] = [row.region, row.hash, sequence + 1, row.at];
    }
    const heads = await rows<Row>('select * from audit.head order by region');
    expect(heads).toHaveLength(32);
    expect(heads.at(-1)?.hash).toEqual(chain.at(-1)?.hash);
  });

  it('keeps no entry of a transaction that is rolled back', async () => {
    const before = await rows(CHAIN);
    const failed = inScope(orm, systemIdentity('test', '330000'), (_tx, audit) => {
      audit.note({ region: '330000', action: 'CHECKED_IN' });
      return Promise.reject(new Error('not done'));
    });
    await expect(failed).rejects.toThrow('not done');
    expect(await rows(CHAIN)).toHaveLength(before.length);
  });

  it('keeps nothing of a transaction whose entry cannot be appended', async () => {
    await superuser.query('create table public.business (id int)');
    await superuser.query('grant insert on public.business to tongma_codes');
    const failed = inScope(orm, systemIdentity('test', '330000'), async (tx, audit) => {
      await (await tx()).execute('insert into public.business values (1)');
      audit.note({ region: 'too long to be one', action: 'CHECKED_IN' });
    });
    await expect(failed).rejects.toThrow();
    expect(await rows('select * from public.business')).toEqual([]);
  });

  it.each([
    ['insert into audit.entry values ($$330000$$, 999, now(), $$X$$, $$a$$, $$b$$)'],
    ['update audit.entry set kind = $$X$$'],
    ['delete from audit.body'],
    ['update audit.head set sequence = 0'],
    ['insert into audit.checkpoint select * from audit.checkpoint'],
  ])('lets no application role write it but through its function: %s', async (sql) => {
    for (const role of ['tongma_codes', 'tongma_residents', 'tongma_gateway'] as const) {
      const client = new Client({ connectionString: database.urls[role] });
      await client.connect();
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });

  it('shows entries of its own regions only, and a person those about themselves', async () => {
    const person = '330000-00000000000000000000000001';
    await inScope(orm, systemIdentity('test', '330000'), (_tx, audit) => {
      audit.note({ region: '330000', action: 'REVEALED', residentId: person });
      return Promise.resolve();
    });
    const seen = (residents: readonly string[] | '*', regions: readonly string[]) =>
      inScope(orm, { subject: 's', residents, regions }, async (tx) => {
        const em = await tx();
        const entries = await em.execute(
          'select distinct region, kind from audit.entry order by 2',
        );
        return [entries, await em.execute('select count(*)::int as n from audit.body')];
      });
    expect(await seen([person], ['330000'])).toEqual([
      [{ region: '330000', kind: 'REVEALED' }],
      [{ n: 1 }],
    ]);
    expect(await seen('*', [])).toEqual([[], [{ n: 0 }]]);
    expect((await seen('*', ['330100']))[0]).toEqual([{ region: '330100', kind: 'CHECKED_IN' }]);
    expect((await seen([person], ['330100']))[0]).toEqual([]);
  });

  it('refuses with AUDIT_UNAVAILABLE when the newest checkpoint is older than 15 minutes', async () => {
    await append(['330000']);
    await superuser.query("update audit.checkpoint set at = at - interval '15 minutes 1 second'");
    await expect(append(['330000'])).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await superuser.query('delete from audit.checkpoint_head; delete from audit.checkpoint');
    await expect(append(['330000'])).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    const { alarms } = await database.checkpointer.sealNow(); // it was deleted, and that is noticed
    expect(alarms.map(({ alarm }) => alarm)).toContain('HISTORY_ROLLED_BACK');
    await append(['330000']);
  });
});
