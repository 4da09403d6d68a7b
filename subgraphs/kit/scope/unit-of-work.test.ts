import type { MikroORM } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { unitOfWork } from './unit-of-work.ts';

const SCOPE = { regions: ['330000'], residents: '*', subject: 'somebody' } as const;

/** A database that counts the connections which are held. */
function database() {
  let held = 0;
  const statements: string[] = [];
  const give = () => {
    held -= 1;
    return Promise.resolve();
  };
  const em = {
    begin: () => Promise.resolve(void (held += 1)),
    execute: (sql: string) => Promise.resolve(void statements.push(sql)),
    isInTransaction: () => held > 0,
    ...{ commit: give, rollback: give },
  };
  const orm = { em: { fork: () => em } } as unknown as MikroORM;
  return { orm, statements, held: () => held };
}

describe('the work of a request', () => {
  it.each(['commit', 'rollback'] as const)('holds no connection after %s', async (end) => {
    const { orm, held } = database();
    const unit = unitOfWork(orm, SCOPE);
    await unit.transaction();
    expect(held()).toBe(1);
    await unit[end]();
    expect(held()).toBe(0);
  });

  it.each(['commit', 'rollback'] as const)(
    'begins nothing after %s, which nobody would end',
    async (end) => {
      const { orm, held } = database();
      const unit = unitOfWork(orm, SCOPE);
      await unit[end]();
      await expect(unit.transaction()).rejects.toThrow('over');
      expect(held()).toBe(0);
    },
  );

  it('ends a statement at the database when nobody waits for it any more', async () => {
    const { orm, statements } = database();
    await unitOfWork(orm, SCOPE, { deadline: Date.now() + 3_000 }).transaction();
    await unitOfWork(orm, SCOPE, { deadline: Date.now() + 60_000 }).transaction();
    await unitOfWork(orm, SCOPE).transaction();
    const limits = statements.map((sql) => /statement_timeout = (\d+)/.exec(sql)?.[1]);
    expect(Number(limits[0])).toBeGreaterThan(2_000);
    expect(Number(limits[0])).toBeLessThanOrEqual(3_000);
    expect(limits.slice(1)).toEqual(['15000', undefined]);
  });

  it('begins nothing after its deadline', async () => {
    const { orm, held } = database();
    const late = unitOfWork(orm, SCOPE, { deadline: Date.now() - 1 });
    await expect(late.transaction()).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await late.rollback();
    expect(held()).toBe(0);
  });
});
