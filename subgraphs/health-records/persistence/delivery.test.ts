import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { aNumber, aWrapper, someResidents } from '../../../test/system/support/raw-residents.ts';
import type { SubmittedRow } from '../domain/submission/submitted-row.ts';
import { aHealthRecords, HOME, SOURCE } from './delivery-fakes.ts';
import { rewrapBatches } from './rewrap.ts';

const DAY_MS = 86_400_000;
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

function aRow(documentNumber: string, changes: SubmittedRow = {}): SubmittedRow {
  return {
    ...{ documentType: 'RESIDENT_ID', documentNumber, result: 'DETECTED', laboratory: 'LAB' },
    sampleCollectedAt: SAMPLE,
    ...changes,
  };
}

async function submitted(...rows: SubmittedRow[]) {
  const { id: batchId, region, ...receipt } = await health.submit(rows);
  return { job: { batchId, region }, receipt };
}

describe('evidence by document', () => {
  it('§6.2 reaches every registration of the person, in every region, and nobody else', async () => {
    const [number, other] = [aNumber(), aNumber()];
    const here = await residents.register(SOURCE, number);
    const there = await residents.register(HOME, number);
    await residents.register(HOME, number, 'REJECTED');
    await residents.register(HOME, other);
    const { job } = await submitted(aRow(number));
    await health.deliver.batch(job);
    for (const { region, residentId } of [here, there]) {
      const { results, events } = await health.kept(region);
      expect(results).toMatchObject([
        { residentId, result: 'DETECTED', sourceRegion: SOURCE, recordedBy: 'laboratory' },
      ]);
      expect(events).toMatchObject([
        {
          ...{ kind: 'TEST_RESULT', residentId, id: results[0]?.id },
          body: { source: 'ACCREDITED', result: 'DETECTED', sourceRegion: SOURCE },
        },
      ]);
    }
  });

  it('§6.3 is delivered once, however often its job comes, also at the same time', async () => {
    const numbers = Array.from({ length: 40 }, aNumber);
    for (const number of numbers) await residents.register(HOME, number);
    const { job } = await submitted(...numbers.map((number) => aRow(number)));
    await Promise.all([job, job, job].map((one) => health.deliver.batch(one)));
    await health.deliver.batch(job);
    const { results, events } = await health.kept(HOME);
    expect([results.length, events.length]).toEqual([40, 40]);
  });

  it('§6.4 waits for a person, and is there when they register within 14 days', async () => {
    const number = aNumber();
    // As old as a sample may be when it is submitted.
    const sampleCollectedAt = new Date(Date.now() - 60 * DAY_MS + 60_000).toISOString();
    const { job, receipt } = await submitted(aRow(number, { sampleCollectedAt }));
    expect(receipt).toMatchObject({ total: 1, refused: [] });
    await health.deliver.batch(job);
    expect((await health.kept(HOME)).results).toEqual([]);
    health.moveBy(14 * DAY_MS - 1);
    await health.deliver.dropExpired();
    const registration = await residents.register(HOME, number);
    await health.deliver.registration(registration);
    await health.deliver.registration(registration);
    expect((await health.kept(HOME)).results).toMatchObject([{ sourceRegion: SOURCE }]);
  });

  it('§6.4 is dropped after 14 days, and reaches nobody then', async () => {
    const number = aNumber();
    await submitted(aRow(number));
    health.moveBy(14 * DAY_MS);
    await health.deliver.registration(await residents.register(HOME, number));
    expect((await health.kept(HOME)).results).toEqual([]);
    await health.deliver.dropExpired();
    const left = await superuser.query(
      'select 1 from health_records.evidence_submission union all select 1 from health_records.evidence_batch',
    );
    expect(left.rows).toEqual([]);
  });

  it('§6.4 is found after the index key was replaced while it waited', async () => {
    const [waiting, known] = [aNumber(), aNumber()];
    const { residentId } = await residents.register(HOME, known);
    await submitted(aRow(waiting));
    const { job } = await submitted(aRow(known));
    await residents.replaceIndexKey(new Map([[residentId, known]]));
    // Whoever still has the old key is refused, and tries again.
    await expect(health.deliver.batch(job)).rejects.toThrow('not looked by');
    await health.close();
    health = await aHealthRecords(database);
    await health.deliver.batch(job);
    await health.deliver.registration(await residents.register(HOME, waiting));
    expect((await health.kept(HOME)).results).toHaveLength(2);
  });

  it('§6.5 of a sample that is known stands as it was said first, unless it corrects', async () => {
    const number = aNumber();
    await residents.register(HOME, number);
    const said = async (changes: SubmittedRow) => {
      const { job } = await submitted(aRow(number, changes));
      await health.deliver.batch(job);
      return (await health.kept(HOME)).results.map(({ result, correctedById }) =>
        correctedById == null ? result : `(${result})`,
      );
    };
    expect(await said({})).toEqual(['DETECTED']);
    expect(await said({ result: 'NOT_DETECTED' })).toEqual(['DETECTED']);
    const corrected = await said({ result: 'NOT_DETECTED', corrects: true });
    expect(corrected).toEqual(['(DETECTED)', 'NOT_DETECTED']);
    expect(await said({ result: 'NOT_DETECTED', corrects: true })).toEqual(corrected);
    const { results, events } = await health.kept(HOME);
    const bodies = new Map(events.map(({ id, body }) => [id, body['supersedes']]));
    expect(results.map(({ id }) => bodies.get(id))).toEqual([undefined, results[0]?.id]);
  });

  it('§6.5 that was corrected while it waited comes in the order it was said', async () => {
    const number = aNumber();
    for (const changes of [
      {},
      { result: 'NOT_DETECTED', corrects: true },
      { result: 'DETECTED' },
    ]) {
      await submitted(aRow(number, changes));
      health.moveBy(1_000);
    }
    await health.deliver.registration(await residents.register(HOME, number));
    const { results } = await health.kept(HOME);
    expect(results.map(({ result }) => result)).toEqual(['DETECTED', 'NOT_DETECTED']);
  });

  it('is sealed: no number and no result stands in the tables', async () => {
    const number = aNumber();
    await submitted(aRow(number));
    const { rows } = await superuser.query<{ text: string }>(
      `select encode(sealed, 'escape') || encode(document_index, 'escape') as text
         from health_records.evidence_submission`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(number);
    expect(rows[0]?.text).not.toContain('DETECTED');
  });

  it('opens under a new key-encryption key once its keys were wrapped anew', async () => {
    const number = aNumber();
    await residents.register(HOME, number);
    const { job } = await submitted(aRow(number));
    const both = aWrapper(2, [1]);
    expect(await rewrapBatches(health.orm, both)).toBe(1);
    expect(await rewrapBatches(health.orm, both)).toBe(0);
    await superuser.query('delete from residents.key_ring');
    const [again, later] = [
      await someResidents(database.superuserUrl, aWrapper(2)),
      await aHealthRecords(database, aWrapper(2)),
    ];
    try {
      await again.register(HOME, number);
      await later.deliver.batch(job);
      expect((await later.kept(HOME)).results).toHaveLength(1);
    } finally {
      await again.close();
      await later.close();
    }
  });

  it('is for the delivery alone: no request sees what waits in another region', async () => {
    await submitted(aRow(aNumber()));
    const role = new Client({ connectionString: database.urls.tongma_health });
    await role.connect();
    const seen = async (scope: string) => {
      await role.query(`begin; ${scope}`);
      const { rowCount } = await role.query('select 1 from health_records.evidence_submission');
      await role.query('rollback');
      return rowCount;
    };
    expect(await seen(`set local app.regions = '${HOME}'; set local app.residents = '*'`)).toBe(0);
    expect(await seen(`set local app.regions = '${SOURCE}'`)).toBe(1);
    expect(await seen(`set local app.subject = 'evidence-delivery'`)).toBe(0);
    await expect(role.query('select 1 from residents.resident')).rejects.toThrow('permission');
    await role.end();
  });
});
