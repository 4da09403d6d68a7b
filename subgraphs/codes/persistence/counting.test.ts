import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { createLog } from '../../kit/log.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { clearing } from '../clearing.ts';
import { counting, startCounting } from '../counting.ts';
import type { Counted } from '../domain/recognition/verification-count.ts';
import { verificationTotals } from '../domain/statistics/verification-totals.ts';
import { agreementCounts } from './agreement-counts.ts';
import { VerificationCountRow } from './verification-count.entity.ts';
import { verificationTotalsStore } from './verification-count.store.ts';
import { storage } from './storage.ts';

const NOW = new Date('2022-11-24T02:42:00.000Z');
const HOURS_AGO = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const log = createLog('test', 'silent');

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

const given = (presentedIn: string, issuer: string | null = '330000'): Counted => ({
  ...{ presentedIn, issuer, outcome: issuer === null ? 'NOT_RECOGNIZED' : 'RECOGNIZED' },
});

/** A process that counts at some instant. */
const processAt = (at: Date) => counting({ orm, log, now: () => at });

async function totals(region: string, since: Date) {
  const by = systemIdentity('test', region);
  return inScope(orm, by, (tx) =>
    verificationTotals({ store: verificationTotalsStore(tx), now: () => NOW })(region, since, by),
  );
}

const repeat = (times: number, work: () => void) => Array.from({ length: times }, work);

describe('counted verifications', () => {
  it('of several processes add up; small hours are not shown, and none of another region', async () => {
    const [one, other, before] = [processAt(NOW), processAt(NOW), processAt(HOURS_AGO(1))];
    repeat(3, () => {
      one.count(given('510000'));
    });
    repeat(4, () => {
      other.count(given('510000'));
    });
    repeat(4, () => {
      before.count(given('510000')); // too few of that hour: the sum does not tell of them
    });
    repeat(6, () => {
      before.count(given('510000', null));
    });
    repeat(9, () => {
      one.count(given('440000'));
    });
    await Promise.all([one, other, before].map(({ store }) => store()));
    await one.store(); // what was stored is not stored again

    expect(await totals('510000', HOURS_AGO(3))).toEqual([
      { issuer: '330000', outcome: 'RECOGNIZED', count: 7 },
      { issuer: null, outcome: 'NOT_RECOGNIZED', count: 6 },
    ]);
    expect(await totals('510000', NOW)).toEqual([]); // its hour had begun
    expect(await totals('440000', HOURS_AGO(3))).toMatchObject([{ count: 9 }]);
    const ofPair = (receiver: string, scope: string) =>
      inScope(orm, systemIdentity('test', scope), (tx) =>
        agreementCounts(tx).verdicts(receiver, '330000', HOURS_AGO(3)),
      );
    expect(await ofPair('510000', '510000')).toEqual([{ outcome: 'RECOGNIZED', count: 7 }]);
    expect(await ofPair('510000', '330000')).toEqual([]); // not the issuer's to know
    const rows = await inScope(orm, systemIdentity('test', '440000'), async (tx) =>
      (await tx()).find(VerificationCountRow, {}),
    );
    expect(rows.map(({ region, count }) => [region, count])).toEqual([['440000', 9]]);
  });

  it.each([
    ['of another region', '510000', '330000', HOURS_AGO(1), 'REGION_OUT_OF_SCOPE'],
    ['from before 92 days', '510000', '510000', HOURS_AGO(92 * 24 + 1), 'BAD_USER_INPUT'],
    ['of the future', '510000', '510000', HOURS_AGO(-1), 'BAD_USER_INPUT'],
  ])('%s are refused', async (_title, region, grant, since, code) => {
    const ask = verificationTotals({
      store: { totals: () => Promise.resolve([]) },
      now: () => NOW,
    });
    await expect(ask(region, since, systemIdentity('x', grant))).rejects.toMatchObject({ code });
  });

  it('that cannot be stored are kept for the next time', async () => {
    const closed = await openOrm(storage, database.urls.tongma_codes, 1);
    await closed.close();
    let at = closed;
    const process = counting({
      ...{ log, now: () => NOW },
      get orm() {
        return at;
      },
    });
    process.count(given('320000'));
    await process.store();
    at = orm;
    process.count(given('320000'));
    await process.store();
    const rows = await inScope(orm, systemIdentity('test', '320000'), async (tx) =>
      (await tx()).find(VerificationCountRow, {}),
    );
    expect(rows.map(({ count }) => count)).toEqual([2]);
  });

  it('of more kinds than one statement takes are stored all the same', async () => {
    const process = processAt(NOW);
    const outcomes = ['RECOGNIZED', 'NOT_RECOGNIZED', 'CROSS_CHECK', 'STALE'] as const;
    for (let n = 0; n < 3_500; n += 1) {
      const issuer = String(100_000 + n);
      for (const outcome of outcomes) process.count({ presentedIn: '370000', issuer, outcome });
    }
    await process.store();
    const stored = await inScope(orm, systemIdentity('test', '370000'), async (tx) =>
      (await tx()).count(VerificationCountRow, { count: 1 }),
    );
    expect(stored).toBe(14_000);
  });

  it('are stored when the process ends, and deleted after 180 days; what the audit log says, after a year', async () => {
    const old = startCounting({ orm, log, now: () => HOURS_AGO(180 * 24 + 1) });
    old.count(given('110000'));
    await old.stop();
    const owner = new Client({ connectionString: database.superuserUrl });
    await owner.connect();
    const left = async () => {
      const sql = `select count(*)::int as n from codes.verification_count where region = '110000'`;
      return (await owner.query<{ n: number }>(sql)).rows[0]?.n;
    };
    expect(await left()).toBe(1);
    const nothing = {
      reference: () => ({ policies: [], agreements: [] }),
      foreignPolicies: () => [],
    };
    await clearing({ orm, log, now: () => NOW, ...nothing }).run();
    expect(await left()).toBe(0);
    // The same turn clears what the audit log says; the database's own clock says of when.
    const bodies = `select count(*)::int as n from audit.body where region = '110000'`;
    expect((await owner.query(bodies)).rows).toEqual([{ n: 1 }]);
    await owner.query("update audit.entry set at = at - interval '367 days'");
    await clearing({ orm, log, now: () => NOW, ...nothing }).run();
    const { rows } = await owner.query(
      `select body::jsonb -> 'detail' as detail from audit.body where region = '110000'`,
    );
    expect(rows).toEqual([{ detail: { auditBodies: 1 } }]);
    await owner.end();
  });
});
