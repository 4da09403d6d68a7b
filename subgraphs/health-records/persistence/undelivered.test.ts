import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { aNumber, aWrapper, someResidents } from '../../../test/system/support/raw-residents.ts';
import { until } from '../../../test/system/support/until.ts';
import { REGISTRATION_QUEUE } from '../../kit/events/queue.ts';
import { aHealthRecords, HOME } from './delivery-fakes.ts';
import { DELIVERY_QUEUE } from './names.ts';

const SAMPLE = new Date(Date.now() - 3_600_000).toISOString();

type HealthRecords = Awaited<ReturnType<typeof aHealthRecords>>;

let database: EmptyDatabase;
let superuser: Client;
let residents: Awaited<ReturnType<typeof someResidents>>;
let health: HealthRecords;

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
  await superuser.query('delete from queue.job');
  residents = await someResidents(database.superuserUrl);
  health = await aHealthRecords(database);
});

afterEach(async () => {
  await health.close();
  await residents.close();
});

async function submitted(documentNumber: string): Promise<void> {
  const result = { documentType: 'RESIDENT_ID', documentNumber, result: 'DETECTED' };
  await health.submit([{ ...result, laboratory: 'LAB', sampleCollectedAt: SAMPLE }]);
}

/** States of a queue's jobs, the first sent first. */
async function states(name: string): Promise<string[]> {
  const { rows } = await superuser.query<{ state: string }>(
    'select state from queue.job where name = $1 order by created_on, state',
    [name],
  );
  return rows.map(({ state }) => state);
}

/** Starts a worker, waits for so many results, and stops it. */
async function workedUntil(worker: HealthRecords, count: number): Promise<void> {
  const working = await worker.work();
  const results = async () => (await health.kept(HOME)).results;
  await until(results, ({ length }) => length >= count, 30_000);
  await until(
    () => states(DELIVERY_QUEUE),
    (all) => all.every((state) => state === 'completed'),
  );
  await working.stop();
}

const delivered = async () =>
  (
    await superuser.query(
      'select 1 from health_records.evidence_batch where delivered_at is not null',
    )
  ).rowCount;

it('a batch that has no job is delivered when a worker starts, and not once more after that', async () => {
  const number = aNumber();
  await residents.register(HOME, number);
  await submitted(number);
  await superuser.query('delete from queue.job where name = $1', [DELIVERY_QUEUE]);
  await workedUntil(health, 1);
  expect(await delivered()).toBe(1);
  await workedUntil(health, 1);
  expect(await states(DELIVERY_QUEUE)).toEqual(['completed']);
  expect((await health.kept(HOME)).events).toHaveLength(1);
});

it('a batch of which nothing was accepted is not delivered', async () => {
  await health.submit([{ documentType: 'RESIDENT_ID', documentNumber: 'none' }]);
  await workedUntil(health, 0);
  expect(await states(DELIVERY_QUEUE)).toEqual([]);
});

it('what waits for a person reaches them though the job of their registration was given up', async () => {
  const number = aNumber();
  await submitted(number);
  await workedUntil(health, 0);
  const registration = await residents.register(HOME, number);
  await superuser.query(
    `insert into queue.job (name, data, state, retry_count, retry_limit, started_on, completed_on)
     values ($1, $2, 'failed', 20, 20, now(), now())`,
    [REGISTRATION_QUEUE, JSON.stringify(registration)],
  );
  await workedUntil(health, 1);
  expect((await health.kept(HOME)).results).toMatchObject([
    { residentId: registration.residentId, result: 'DETECTED' },
  ]);
});

it('a batch whose key is not given here waits for it, however often it was tried', async () => {
  const number = aNumber();
  await residents.register(HOME, number);
  await submitted(number);
  await superuser.query(
    'update queue.job set retry_count = 11, started_on = now() where name = $1',
    [DELIVERY_QUEUE],
  );
  const without = await aHealthRecords(database, aWrapper(2));
  const working = await without.work();
  await until(
    () => states(DELIVERY_QUEUE),
    (all) => all.length === 2,
    30_000,
  );
  await working.stop();
  await without.close();
  expect(await states(DELIVERY_QUEUE)).toEqual(['completed', 'created']);
  await superuser.query('update queue.job set start_after = now()');
  await workedUntil(health, 1);
  expect(await delivered()).toBe(1);
});
