import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { attempts, type Attempt } from '../../kit/attempt/attempts.ts';
import type { Identity } from '../../kit/identity.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { AttemptRow } from './attempt.entity.ts';
import { storage } from './storage.ts';

const START = new Date('2022-07-01T00:00:00.000Z');
const DAY_MS = 86_400_000;
const RESULT = { type: 'Stay', id: '330000-1' };

const desk: Identity = {
  ...{ kind: 'OFFICIAL', subject: 'desk', scopes: [], grants: ['330000'], regions: ['330000'] },
  ...{ residents: '*', purposes: [], agency: null },
};

let database: EmptyDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_travel, 4);
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

let keys = 0;
const anAttempt = (args: Attempt['args'] = { at: START, b: 1, a: 2 }): Attempt => ({
  ...{ key: `key-${(keys += 1)}`, field: 'declareStay', args },
});

/** Does an attempt in a transaction of its own: what it comes to, and whether it had been done. */
function tried(attempt: Attempt, { by = desk, at = START, fails = false } = {}) {
  return inScope(orm, by, async (tx) => {
    const made = attempts(tx, AttemptRow, by, () => at);
    const earlier = await made.begin(attempt);
    if (fails) throw new Error('It failed.');
    if (!earlier) await made.finish(attempt, RESULT);
    return { earlier, isReplay: made.isReplay };
  });
}

const fresh = { earlier: null, isReplay: false };
const replayed = { earlier: RESULT, isReplay: true };

describe('an attempt under an Idempotency-Key', () => {
  it('is done once, whatever order its arguments come in', async () => {
    const attempt = anAttempt();
    expect(await tried(attempt)).toEqual(fresh);
    expect(await tried(attempt)).toEqual(replayed);
    expect(await tried({ ...attempt, args: { a: 2, b: 1, at: START } })).toEqual(replayed);
  });

  it('is done once when it is sent twice at the same time', async () => {
    const attempt = anAttempt();
    const both = await Promise.all([tried(attempt), tried(attempt)]);
    expect(both.filter(({ isReplay }) => isReplay)).toHaveLength(1);
  });

  it('is done anew when it failed', async () => {
    const attempt = anAttempt();
    await expect(tried(attempt, { fails: true })).rejects.toThrow('It failed.');
    expect(await tried(attempt)).toEqual(fresh);
  });

  it.each<[string, Partial<Attempt>]>([
    ['other arguments', { args: { b: 1, a: 3 } }],
    ['another mutation', { field: 'declareHealth' }],
  ])('does not stand for %s', async (_title, other) => {
    const attempt = anAttempt();
    await tried(attempt);
    await expect(tried({ ...attempt, ...other })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it("is nobody else's", async () => {
    const attempt = anAttempt();
    await tried(attempt);
    expect(await tried(attempt, { by: { ...desk, subject: 'somebody' } })).toEqual(fresh);
  });

  it('keeps its place when the first registration gives a resident a region', async () => {
    const attempt = anAttempt();
    const resident: Identity = { ...desk, kind: 'RESIDENT', grants: [], regions: [] };
    await tried(attempt, { by: resident });
    expect(await tried(attempt, { by: { ...resident, regions: ['330100'] } })).toEqual(replayed);
  });

  it.each([
    [DAY_MS, replayed],
    [DAY_MS + 1, fresh],
  ])('is remembered for a day: after %i ms', async (ms, outcome) => {
    const attempt = anAttempt();
    await tried(attempt);
    expect(await tried(attempt, { at: new Date(START.getTime() + ms) })).toEqual(outcome);
  });

  it('keeps neither its key nor its arguments', async () => {
    await tried(anAttempt({ name: '王样例' }));
    const rows = await inScope(orm, desk, async (tx) => (await tx()).find(AttemptRow, {}));
    expect(rows.length).toBeGreaterThan(0);
    const text = rows.map(({ key, asked }) => `${String(key)}${String(asked)}`).join('');
    expect(text).not.toMatch(/王样例|key-\d/);
  });
});
