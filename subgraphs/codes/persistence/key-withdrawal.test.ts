import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { KeyWithdrawalRow } from './key-withdrawal.entity.ts';
import { keyWithdrawals } from './key-withdrawal.store.ts';
import { storage } from './storage.ts';

const NOW = new Date('2022-07-01T00:00:00.000Z');
const withdrawal = {
  ...{ region: '330000', kid: '0123456789abcdef', withdrawnAt: NOW, reason: 'It was copied.' },
};

let database: EmptyDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 4);
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

const scope = (region: string) => ({ regions: [region], residents: '*', subject: 'x' }) as const;
const withdraw = (region: string) =>
  inScope(orm, scope(region), (tx) => keyWithdrawals(tx, () => NOW).withdraw(withdrawal));

describe('a withdrawn key', () => {
  it('is withdrawn once, by its own region, and known to all', async () => {
    await expect(withdraw('510000')).rejects.toThrow('row-level security');
    const both = await Promise.all([withdraw('330000'), withdraw('330000')]);
    expect(both.toSorted()).toEqual([false, true]);
    const known = await inScope(orm, scope('510000'), async (tx) =>
      (await tx()).find(KeyWithdrawalRow, {}),
    );
    expect(known).toMatchObject([{ kid: withdrawal.kid, reason: 'It was copied.' }]);
  });

  it.each(['nativeUpdate', 'nativeDelete'] as const)('stays so: no %s', async (how) => {
    const change = inScope(orm, scope('330000'), async (tx) => {
      const em = await tx();
      const { kid } = withdrawal;
      return how === 'nativeUpdate'
        ? em.nativeUpdate(KeyWithdrawalRow, { kid }, { reason: 'Another.' })
        : em.nativeDelete(KeyWithdrawalRow, { kid });
    });
    await expect(change).rejects.toThrow('permission denied');
  });
});
