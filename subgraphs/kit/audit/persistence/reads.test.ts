import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  emptyDatabase,
  type EmptyDatabase,
} from '../../../../test/system/support/empty-database.ts';
import type { Identity } from '../../identity.ts';
import type { Page } from '../../page.ts';
import { openOrm } from '../../orm.ts';
import { inScope, type RowScope } from '../../scope/unit-of-work.ts';
import { opaqueId } from '../../standards/opaque-id.ts';
import { checkReceipt } from '../receipt.ts';
import { auditReads, type AuditReads } from './audit.reads.ts';
import { storage } from './storage.ts';

const REGION = '330000';
const idOf = (n: number) => opaqueId(REGION, new Uint8Array(16).fill(n));
const [ANNA, BEN] = [idOf(1), idOf(2)];
const official = {
  subject: 'officer',
  kind: 'OFFICIAL' as const,
  agency: 'commission',
  purpose: 'CASE_WORK',
};
const NO_FILTER = { subject: null, residentId: null, action: null, from: null, to: null };
const FIRST = { first: 100, after: null };

let database: EmptyDatabase;
let orm: MikroORM;
let key: KeyObject;

const scopeOf = (residents: Identity['residents']): RowScope => ({
  ...{ regions: [REGION, '510000'], residents, subject: 'x' },
});

function reading<T>(scope: RowScope, work: (reads: AuditReads) => Promise<T>): Promise<T> {
  return inScope(orm, scope, (tx) => work(auditReads(tx, [key], () => new Date())));
}

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 4);
  key = database.checkpointKey;
  for (let n = 0; n < 60; n += 1) {
    await inScope(orm, { ...scopeOf('*'), ...official }, (_tx, audit) => {
      const residentId = n % 2 === 0 ? ANNA : BEN;
      const region = n % 5 === 4 ? '510000' : REGION;
      audit.note({ region, action: 'COLOR_DECIDED', residentId, objectId: `decision-${n}` });
      if (n === 7) {
        audit.note({ region, action: 'REVEALED', residentId, reason: 'asked for at 13800001234' });
      }
      return Promise.resolve();
    });
    if (n % 20 === 19) await database.checkpointer.sealNow();
  }
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

describe('entries', () => {
  it('come newest first, page by page, without a gap', async () => {
    const seen: number[] = [];
    let after: string[] | null = null;
    for (;;) {
      const page: Page = { first: 10, after };
      const { rows } = await reading(scopeOf('*'), (reads) =>
        reads.entries(REGION, NO_FILTER, page),
      );
      seen.push(...rows.slice(0, 10).map(({ sequence }) => sequence));
      if (rows.length <= 10) break;
      after = [String(rows[9]?.sequence)];
    }
    expect(seen).toEqual(Array.from({ length: 49 }, (_, at) => 49 - at));
  });

  it.each([
    [{ residentId: BEN, action: 'REVEALED' as const }, 1],
    [{ subject: 'nobody' }, 0],
    [{ subject: 'officer', residentId: ANNA }, 24],
    [{ to: new Date(0) }, 0],
    [{ from: new Date(0), action: 'COLOR_DECIDED' as const }, 48],
  ])('are found by %j', async (filter, count) => {
    const { rows } = await reading(scopeOf('*'), (reads) =>
      reads.entries(REGION, { ...NO_FILTER, ...filter }, FIRST),
    );
    expect(rows).toHaveLength(count);
  });

  it('tell a person who looked at them, what for, and nothing about others', async () => {
    const seen = await reading(scopeOf([BEN]), (reads) => reads.accessesOf(BEN, 50));
    expect(seen).toMatchObject([
      { action: 'REVEALED', role: 'OFFICIAL', agency: 'commission', purpose: 'CASE_WORK' },
    ]);
    expect(seen[0]?.reason).toBe('asked for at …'); // numbers have no place in a reason
    expect(await reading(scopeOf([ANNA]), (reads) => reads.accessesOf(BEN, 50))).toEqual([]);
  });
});

describe('verifying part by part', () => {
  async function parts(limit: number) {
    const found = [];
    for (let from = 1; ;) {
      const part = await reading(scopeOf('*'), (reads) => reads.verify(REGION, from, limit));
      found.push(part);
      if (part.done) return found;
      from = part.verifiedTo + 1;
    }
  }

  it.each([1, 7, 17, 1_000])('comes to the end in parts of %i', async (limit) => {
    const found = await parts(limit);
    expect(found.at(-1)).toMatchObject({ verifiedTo: 49, total: 49, fault: null, done: true });
    expect(found.reduce((sum, { entries }) => sum + entries, 0)).toBe(49);
    expect(found).toHaveLength(limit >= 49 ? 1 : 3); // parts end where a checkpoint sealed the chain
  });

  it.each([
    [
      "update audit.body set body = '{}' where region = '330000' and sequence = 30",
      { fault: 'BODY_CHANGED', sequence: 30 },
    ],
    [
      "update audit.checkpoint set root = 'x' where number = 3",
      { fault: 'CHECKPOINT_SIGNATURE', checkpoint: 3 },
    ],
    ["delete from audit.entry where region = '330000' and sequence = 49", { sequence: 49 }],
  ])('names the fault: %s', async (tamper, fault) => {
    const superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const backup = ['body', 'entry', 'checkpoint'];
    for (const table of backup) {
      await superuser.query(`create temporary table ${table} as select * from audit.${table}`);
    }
    await superuser.query(tamper);
    const found = await parts(17);
    await superuser.query(
      'delete from audit.body; delete from audit.entry; delete from audit.checkpoint',
    );
    await superuser.query(
      'insert into audit.body (region, sequence, salt, body) select region, sequence, salt, body from body; insert into audit.entry select * from entry; insert into audit.checkpoint select * from checkpoint',
    );
    await superuser.end();
    expect(found.at(-1)?.fault).toMatchObject(fault);
    expect((await parts(17)).at(-1)?.fault).toBeNull();
  });
});

describe('a receipt', () => {
  const receipt = (n: number, region = REGION) =>
    reading(scopeOf([n % 2 === 0 ? ANNA : BEN]), (reads) =>
      reads.receiptOf(region, `decision-${n}`),
    );

  it('proves any decision, to the person it is about, with the public key alone', async () => {
    for (let n = 0; n < 60; n += 1) {
      const region = n % 5 === 4 ? '510000' : REGION;
      const facts = checkReceipt((await receipt(n, region)) ?? '', [key]);
      expect(facts).toMatchObject({ region, kind: 'COLOR_DECIDED' });
      expect(JSON.parse(facts?.body ?? '')).toMatchObject({ objectId: `decision-${n}` });
    }
  });

  it('is not there before a checkpoint, nor for anyone else', async () => {
    await inScope(orm, scopeOf('*'), (_tx, audit) => {
      audit.note({ region: REGION, action: 'COLOR_DECIDED', residentId: ANNA, objectId: 'late' });
      return Promise.resolve();
    });
    const late = (residents: readonly string[]) =>
      reading(scopeOf(residents), (reads) => reads.receiptOf(REGION, 'late'));
    expect(await late([ANNA])).toBeNull();
    await database.checkpointer.sealNow();
    expect(await late([BEN])).toBeNull();
    expect(checkReceipt((await late([ANNA])) ?? '', [key])).not.toBeNull();
  });

  it('says nothing of what others decided', async () => {
    const text = (await receipt(3)) ?? '';
    expect(text.match(/decision-\d+/g)).toEqual(['decision-3']);
    expect(text).not.toContain(ANNA);
  });

  it('does not hold when anything in it is changed, or under another key', async () => {
    const text = (await receipt(11)) ?? '';
    let held = 0;
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === 'A' ? 'B' : 'A';
      if (checkReceipt(text.slice(0, at) + other + text.slice(at + 1), [key])) held += 1;
    }
    expect(held).toBe(0);
    const stranger = generateKeyPairSync('ed25519').publicKey;
    expect(checkReceipt(text, [stranger])).toBeNull();
    expect(checkReceipt('{}', [key])).toBeNull();
    expect(checkReceipt('no JSON', [key])).toBeNull();
  });
});
