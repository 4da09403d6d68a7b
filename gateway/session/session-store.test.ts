import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOrm } from '../../subgraphs/kit/orm.ts';
import { emptyDatabase, type EmptyDatabase } from '../../test/system/support/empty-database.ts';
import { sessionStore } from './session-store.ts';
import { storage } from './storage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.now();

let database: EmptyDatabase;
let orm: MikroORM;
let clock = START;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_gateway, 3);
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

beforeEach(() => {
  clock = START;
});

/** What a role sees of the table, with or without saying which session it is. */
async function rows(url: string, session = ''): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local app.subject = '${session}'`);
    return (await client.query<Record<string, unknown>>('select * from gateway.session')).rows;
  } finally {
    await client.end();
  }
}

function store() {
  return sessionStore(orm, () => new Date(clock));
}

describe('sessions on PostgreSQL', () => {
  it('belong to who began them and to nobody without the key', async () => {
    const key = await store().begin('desk-330000');
    expect((await store().find(key, false))?.subject).toBe('desk-330000');
    expect(await store().find(`${key}x`, false)).toBeNull();
    expect(await store().find('', false)).toBeNull();
  });

  it.each([
    { idle: 15 * MINUTE - 1, found: 'desk-330000' },
    { idle: 15 * MINUTE, found: null },
  ])('end when they were not used for 15 minutes: $idle ms -> $found', async ({ idle, found }) => {
    const key = await store().begin('desk-330000');
    clock += 10 * MINUTE;
    expect((await store().find(key, false))?.subject).toBe('desk-330000');
    clock += idle;
    expect((await store().find(key, false))?.subject ?? null).toBe(found);
  });

  it('are not kept awake by what a page asks by itself', async () => {
    const key = await store().begin('desk-330000');
    for (let minutes = 0; minutes < 14; minutes += 2) {
      clock += 2 * MINUTE;
      expect((await store().find(key, true))?.subject).toBe('desk-330000');
    }
    clock += MINUTE;
    expect(await store().find(key, true)).toBeNull();
  });

  it.each([
    { last: 8 * HOUR - 1, found: 'desk-330000' },
    { last: 8 * HOUR, found: null },
  ])('end 8 hours after they began, used or not: $last ms -> $found', async ({ last, found }) => {
    const key = await store().begin('desk-330000');
    while (clock + 10 * MINUTE < START + last) {
      clock += 10 * MINUTE;
      expect((await store().find(key, false))?.subject).toBe('desk-330000');
    }
    clock = START + last;
    expect((await store().find(key, false))?.subject ?? null).toBe(found);
  });

  it('do not come back once they have ended', async () => {
    const [idle, out] = [await store().begin('a'), await store().begin('b')];
    await store().end(out);
    expect(await store().find(out, false)).toBeNull();
    clock += 15 * MINUTE;
    expect(await store().find(idle, false)).toBeNull();
    clock = START;
    expect(await store().find(idle, false)).toBeNull();
  });

  it('end one by one', async () => {
    const [one, other] = [await store().begin('a'), await store().begin('a')];
    await store().end(one);
    expect((await store().find(other, false))?.subject).toBe('a');
  });

  it('cannot be listed by the gateway, and hold no key that a browser could send', async () => {
    const key = await store().begin('desk-330000');
    expect(await rows(database.urls.tongma_gateway)).toEqual([]);
    const all = await rows(database.superuserUrl);
    expect(all.length).toBeGreaterThan(0);
    expect(JSON.stringify(all)).not.toContain(key);
    for (const { id } of all) expect(await store().find(String(id), false)).toBeNull();
  });

  it('are removed after their end when the next one begins', async () => {
    clock = START - 9 * HOUR;
    await store().begin('long-ago');
    clock = START;
    await store().begin('now');
    const subjects = (await rows(database.superuserUrl)).map(({ subject }) => subject);
    expect(subjects).toContain('now');
    expect(subjects).not.toContain('long-ago');
  });
});
