import type { MikroORM } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { unitOfWork } from './unit-of-work.ts';

const SCOPE = { regions: ['330000'], residents: '*', subject: 'somebody' } as const;

/** A database that counts the connections which are held. */
function database() {
  let held = 0;
  const give = () => {
    held -= 1;
    return Promise.resolve();
  };
  const em = {
    begin: () => Promise.resolve(void (held += 1)),
    execute: () => Promise.resolve([]),
    isInTransaction: () => held > 0,
    ...{ commit: give, rollback: give },
  };
  const orm = { em: { fork: () => em } } as unknown as MikroORM;
  return { orm, held: () => held };
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
});
