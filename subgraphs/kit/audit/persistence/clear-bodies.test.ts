import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  emptyDatabase,
  type EmptyDatabase,
} from '../../../../test/system/support/empty-database.ts';
import { systemIdentity } from '../../identity.ts';
import { openOrm } from '../../orm.ts';
import { opaqueId } from '../../standards/opaque-id.ts';
import { inScope } from '../../scope/unit-of-work.ts';
import { entryHash, NOTHING_BEFORE } from '../chain.ts';
import { clearBodies } from '../clear-bodies.ts';
import { verifyLog } from '../verify.ts';
import { auditReads, type AuditReads } from './audit.reads.ts';
import { chainReader } from './chain.reader.ts';
import { askOf } from './open-reader.ts';
import { storage } from './storage.ts';

const REGIONS = ['330000', '510000'];
const ANNA = opaqueId('330000', new Uint8Array(16).fill(1));
/** Days that entries are old, the oldest first; the newest was made now. */
const DAYS = [800, 400, 367, 365.5, 300, 0];

let database: EmptyDatabase;
let orm: MikroORM;
let superuser: Client;

const sql = async <T extends object>(text: string, values: unknown[] = []) =>
  (await superuser.query<T>(text, values)).rows;

/** Makes the entries of a region so old, as if they had been appended then. */
async function grownOld(region: string): Promise<void> {
  let hash = NOTHING_BEFORE;
  for (const [index, days] of DAYS.entries()) {
    const key = [region, index + 1];
    const at = new Date(Date.now() - days * 86_400_000);
    const [row] = await sql<{ kind: string; commitment: Buffer }>(
      'select kind, commitment from audit.entry where region = $1 and sequence = $2',
      key,
    );
    const { kind, commitment } = row ?? { kind: '', commitment: NOTHING_BEFORE };
    hash = entryHash(hash, { region, sequence: index + 1, at: at.getTime(), kind }, commitment);
    const entry = 'update audit.entry set at = $3, hash = $4 where region = $1 and sequence = $2';
    await sql(entry, [...key, at, hash]);
    await sql('update audit.head set at = $2, hash = $3 where region = $1', [region, at, hash]);
  }
}

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 4);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  for (const region of REGIONS) {
    for (const [index] of DAYS.entries()) {
      await inScope(orm, systemIdentity('x', region), (_tx, audit) => {
        const objectId = `decision-${index}`;
        audit.note({ region, action: 'COLOR_DECIDED', residentId: ANNA, objectId });
        return Promise.resolve();
      });
    }
    await grownOld(region);
  }
  await database.checkpointer.sealNow();
});

afterAll(async () => {
  await superuser.end();
  await orm.close();
  await database.drop();
});

const verify = () =>
  verifyLog({
    reader: chainReader(askOf(superuser)),
    ...{ keys: [database.checkpointKey], kept: null, region: null, now: Date.now() },
  });

const bodies = (region: string) =>
  sql<{ sequence: number }>(
    'select sequence::int as sequence from audit.body where region = $1 order by 1',
    [region],
  ).then((rows) => rows.map(({ sequence }) => sequence));

const clear = () => clearBodies(orm, 'codes-retention');

function reading<T>(residents: '*' | string[], work: (reads: AuditReads) => Promise<T>) {
  const scope = { regions: REGIONS, residents, subject: 'x' } as const;
  return inScope(orm, scope, (tx) =>
    work(auditReads(tx, [database.checkpointKey], () => new Date())),
  );
}

const receipt = (n: number) =>
  reading([ANNA], (reads) => reads.receiptOf('330000', `decision-${n}`));

describe('what entries say', () => {
  it('goes once its year is over, in every region, and the log says so and is right', async () => {
    expect(await receipt(0)).not.toBeNull();
    expect(await verify()).toMatchObject({ faults: [], expired: 0, entries: 12 });
    await Promise.all([clear(), clear()]);
    for (const region of REGIONS) expect(await bodies(region)).toEqual([4, 5, 6, 7]);
    expect(await verify()).toMatchObject({ faults: [], expired: 6, erased: 0, entries: 14 });
    const [last] = await sql<{ body: string }>(
      "select body from audit.body where region = '510000' and sequence = 7",
    );
    expect(JSON.parse(last?.body ?? '')).toMatchObject({
      ...{ action: 'ROWS_EXPIRED', subject: 'codes-retention', detail: { auditBodies: 3 } },
    });
    await clear();
    expect(await bodies('330000')).toEqual([4, 5, 6, 7]); // nothing more, and no entry about it
  });

  it('is shown as kept no longer, not as erased, and still verifies part by part', async () => {
    const filter = { subject: null, residentId: null, action: null, from: null, to: null };
    const { rows } = await reading('*', (reads) =>
      reads.entries('330000', filter, { first: 10, after: null }),
    );
    expect(rows.map(({ sequence, bodyState }) => `${sequence} ${bodyState}`)).toEqual([
      ...['7 KEPT', '6 KEPT', '5 KEPT', '4 KEPT', '3 EXPIRED', '2 EXPIRED', '1 EXPIRED'],
    ]);
    expect(rows.at(-1)).toMatchObject({ action: 'COLOR_DECIDED', subject: null, details: [] });
    expect(await reading('*', (reads) => reads.verify('330000', 1, 100))).toMatchObject({
      ...{ fault: null, done: true, entries: 7, expired: 3, erased: 0 },
    });
  });

  it('has no receipt any more, and others have theirs', async () => {
    expect(await receipt(2)).toBeNull();
    expect(await receipt(3)).not.toBeNull();
  });

  it('is missed when it goes sooner, unless a decision in the log says which went', async () => {
    await sql('begin');
    await sql("delete from audit.body where region = '330000' and sequence = 5");
    expect((await verify()).faults).toEqual([
      { fault: 'BODY_MISSING', region: '330000', sequence: 5, checkpoint: null },
    ]);
    const erasing = { action: 'BODIES_ERASED', detail: { from: 1, to: 1_000 } };
    const entry = { region: '330000', kind: 'BODIES_ERASED', body: JSON.stringify(erasing) };
    await sql('select audit.append($1)', [JSON.stringify([entry])]);
    expect(await verify()).toMatchObject({ faults: [], expired: 6, erased: 1 });
    // No decision accounts for what is said after it.
    await sql('select audit.append($1)', [
      JSON.stringify([{ region: '330000', kind: 'REVEALED', body: '{}' }]),
    ]);
    await sql("delete from audit.body where region = '330000' and sequence = 9");
    expect((await verify()).faults).toMatchObject([{ fault: 'BODY_MISSING', sequence: 9 }]);
    await sql('rollback');
  });

  it('goes by no other hand, and in the region of the scope alone', async () => {
    const [before] = await sql<{ n: number }>('select count(*)::int as n from audit.body');
    for (const role of ['tongma_residents', 'tongma_gateway', 'tongma_checkpoint'] as const) {
      const client = new Client({ connectionString: database.urls[role] });
      await client.connect();
      const call = client.query("select audit.clear_bodies('330000', 10)");
      await expect(call).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
    const region = REGIONS[1] ?? '';
    await sql("update audit.entry set at = at - interval '2 years' where region = $1", [region]);
    const elsewhere = await inScope(orm, systemIdentity('x', '330000'), async (tx) =>
      (await tx()).execute<{ n: number }[]>('select audit.clear_bodies(?, 10) as n', [region]),
    );
    expect(elsewhere).toEqual([{ n: 0 }]);
    const [after] = await sql<{ n: number }>('select count(*)::int as n from audit.body');
    expect(after).toEqual(before);
  });
});
