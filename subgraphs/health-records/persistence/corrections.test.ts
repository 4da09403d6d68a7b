import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { aNumber, someResidents } from '../../../test/system/support/raw-residents.ts';
import type { TestOutcome } from '../domain/records.ts';
import { aHealthRecords, HOME } from './delivery-fakes.ts';

const MINUTE_MS = 60_000;
const SAMPLE = new Date(Date.now() - 3_600_000).toISOString();

let database: EmptyDatabase;
let superuser: Client;
let residents: Awaited<ReturnType<typeof someResidents>>;
let health: Awaited<ReturnType<typeof aHealthRecords>>;

beforeAll(async () => {
  database = await emptyDatabase();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

beforeEach(async () => {
  await superuser.query(
    `truncate residents.resident, residents.key_ring, health_records.test_result, health_records.event,
       health_records.evidence_batch, health_records.evidence_submission`,
  );
  residents = await someResidents(database.superuserUrl);
  health = await aHealthRecords(database);
});

afterEach(async () => {
  await health.close();
  await residents.close();
});

/** A batch about one sample; `ago`: minutes since its source said it, null: it does not say. */
async function submitted(
  documentNumber: string,
  [result, corrects, ago]: readonly [TestOutcome, boolean, number | null],
) {
  const sample = { sampleCollectedAt: SAMPLE, laboratory: 'LAB', result, corrects };
  const issuedAt = ago === null ? null : new Date(Date.now() - ago * MINUTE_MS);
  const row = { documentType: 'RESIDENT_ID', documentNumber, ...sample };
  const { id: batchId, region } = await health.submit([row], issuedAt);
  return { batchId, region };
}

/** What was said of the sample, in the order it came to count; what counts no more in brackets. */
async function kept(): Promise<string> {
  const { results } = await health.kept(HOME);
  return results
    .map(({ result, correctedById }) => (correctedById == null ? result : `(${result})`))
    .join(' ');
}

const FIRST = ['DETECTED', false, null] as const;
const EARLIER = ['NOT_DETECTED', true, 20] as const;
const LATER = ['DETECTED', true, 10] as const;

describe('corrections of one sample', () => {
  it('§6.5 that are sent again late do not turn a later one back', async () => {
    const number = aNumber();
    await residents.register(HOME, number);
    for (const one of [FIRST, EARLIER, LATER, EARLIER, EARLIER]) {
      await health.deliver.batch(await submitted(number, one));
    }
    expect(await kept()).toBe('(DETECTED) (NOT_DETECTED) DETECTED');
    const { rows } = await superuser.query<{ n: number }>(
      `select count(*)::int as n from audit.body b
       where b.body::text like '%OUTDATED%'`,
    );
    expect(rows[0]?.n).toBe(2);
  });

  it('§6.5 whose job comes back after that of a later one change nothing', async () => {
    const number = aNumber();
    await residents.register(HOME, number);
    await health.deliver.batch(await submitted(number, FIRST));
    const earlier = await submitted(number, ['NOT_DETECTED', true, null]);
    await health.deliver.batch(earlier);
    health.moveBy(1_000);
    await health.deliver.batch(await submitted(number, ['DETECTED', true, null]));
    await health.deliver.batch(earlier);
    expect(await kept()).toBe('(DETECTED) (NOT_DETECTED) DETECTED');
  });

  it('§6.5 that come before an earlier one stand, also where they say what stood', async () => {
    const number = aNumber();
    await residents.register(HOME, number);
    for (const one of [FIRST, LATER, EARLIER]) {
      await health.deliver.batch(await submitted(number, one));
    }
    expect(await kept()).toBe('DETECTED');
    await health.deliver.batch(await submitted(number, ['NOT_DETECTED', true, 5]));
    expect(await kept()).toBe('(DETECTED) NOT_DETECTED');
  });

  it('§6.5 correct what was said first, whatever the clock of its source says', async () => {
    const number = aNumber();
    await residents.register(HOME, number);
    await health.deliver.batch(await submitted(number, ['DETECTED', false, 0]));
    await health.deliver.batch(await submitted(number, ['NOT_DETECTED', true, 30]));
    expect(await kept()).toBe('(DETECTED) NOT_DETECTED');
  });

  it('§6.5 that are delivered at once come in the order they were said', async () => {
    const number = aNumber();
    await residents.register(HOME, number);
    await health.deliver.batch(await submitted(number, ['NOT_DETECTED', false, null]));
    const two = [
      await submitted(number, ['DETECTED', true, 20]),
      await submitted(number, ['NOT_DETECTED', true, 10]),
    ];
    await Promise.all(two.map((one) => health.deliver.batch(one)));
    expect((await kept()).split(' ').at(-1)).toBe('NOT_DETECTED');
  });

  it('§6.5 that wait come to a new registration in the order they were said', async () => {
    const number = aNumber();
    for (const one of [FIRST, LATER, EARLIER]) {
      await submitted(number, one);
      health.moveBy(1_000);
    }
    await health.deliver.registration(await residents.register(HOME, number));
    expect((await kept()).split(' ').at(-1)).toBe('DETECTED');
  });
});
