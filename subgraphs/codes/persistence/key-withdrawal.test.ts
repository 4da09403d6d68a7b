import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import type { KeyUse } from '../domain/token/keys.ts';
import { CodeTokenRow } from './code-token.entity.ts';
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

describe('what hangs on a key', () => {
  const HOUR_MS = 3_600_000;
  const before = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);

  it('are texts of its use that it signed and that are valid now', async () => {
    const region = '510000';
    const token = (
      [kind, issued, lives]: readonly ['DYNAMIC' | 'PAPER', number, number],
      statusIndex: number,
    ) => ({
      ...{ region, kind, statusIndex, cti: Buffer.from([statusIndex]), residentId: 'r' },
      ...{ codeId: `${statusIndex}`, issuedOn: '2022-06-30', issuedAt: before(issued) },
      ...{ expiresAt: before(issued - lives) },
    });
    const tokens = [
      ['DYNAMIC', 1, 24],
      ['DYNAMIC', 23.99, 24],
      ['DYNAMIC', 24, 24],
      ['PAPER', 1, 30 * 24],
      ['PAPER', 31 * 24, 30 * 24],
      ['PAPER', 89 * 24, 90 * 24],
    ] as const;
    await inScope(orm, scope(region), async (tx) => {
      await (await tx()).insertMany(CodeTokenRow, tokens.map(token));
    });
    const live = (use: KeyUse, since: Date) =>
      inScope(orm, scope(region), (tx) =>
        keyWithdrawals(tx, () => NOW).countLive(region, use, since),
      );
    const months = before(150 * 24);
    expect(await live('dynamic', months)).toBe(2);
    expect(await live('dynamic', before(2))).toBe(1);
    expect(await live('paper', months)).toBe(2);
    expect(await live('paper', before(2))).toBe(1);
    expect(await live('receipt', months)).toBe(0);
  });
});
