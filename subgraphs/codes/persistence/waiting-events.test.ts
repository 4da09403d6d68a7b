import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../../test/system/support/until.ts';
import { startWorker, type Worker } from '../worker.ts';
import { anEvent, healthy, intakeWorld, newId, type IntakeWorld } from './intake-fakes.ts';

const EVENTS = "name = 'health-records.events'";

let world: IntakeWorld;
let worker: Worker;

beforeAll(async () => {
  world = await intakeWorld();
  worker = await startWorker(world.parts);
});

afterAll(async () => {
  await worker.stop();
  await world.close();
});

/** Sends the job of a batch behind which lie as many retries as an outage of minutes has. */
async function sentLate(batch: string): Promise<void> {
  const start = { startAfter: 3_600, priority: -1 };
  await world.parts.queue.send('health-records.events', { region: '330000', batch }, start);
  await world.rows(
    `update queue.job set retry_count = 11, started_on = now(), start_after = now()
     where ${EVENTS} and data ->> 'batch' = $1`,
    [batch],
  );
}

const jobs = (batch: string) =>
  world.rows<{ state: string; priority: number }>(
    `select state, priority from queue.job where ${EVENTS} and data ->> 'batch' = $1
     order by created_on, state desc`,
    [batch],
  );
const aside = () => world.rows<{ id: string }>('select id, fault from codes.set_aside');
const comeNow = () =>
  world.rows(`update queue.job set start_after = now() where ${EVENTS} and state = 'created'`);
const ANEW = [
  { state: 'completed', priority: -1 },
  { state: 'created', priority: -1 },
];

it('§6.4 events that cannot be read wait until they can, and none is set aside', async () => {
  const [residentId, batch] = [newId(), newId()];
  await world.write(healthy(residentId, world.clock.at), 'health-records', batch);
  await world.rows('revoke select on health_records.event from tongma_codes');
  await sentLate(batch);
  expect(
    await until(
      () => jobs(batch),
      ({ length }) => length > 1,
      30_000,
    ),
  ).toEqual(ANEW);
  expect(await aside()).toEqual([]);
  await world.rows('grant select on health_records.event to tongma_codes');
  await comeNow();
  await until(
    () => world.codeOf(residentId),
    (code) => code?.color === 'GREEN',
    30_000,
  );
});

it('§6.4 an event that cannot be set aside now waits until it can', async () => {
  const [residentId, batch] = [newId(), newId()];
  const broken = anEvent(residentId, 'TEST_RESULT', { source: 'ACCREDITED', result: 'MAYBE' });
  await world.write([broken], 'health-records', batch);
  await world.rows('revoke insert on codes.set_aside from tongma_codes');
  await sentLate(batch);
  expect(
    await until(
      () => jobs(batch),
      ({ length }) => length > 1,
      30_000,
    ),
  ).toEqual(ANEW);
  await world.rows('grant insert on codes.set_aside to tongma_codes');
  await comeNow();
  expect(await until(aside, ({ length }) => length > 0, 30_000)).toEqual([
    { id: broken.id, fault: 'BROKEN_BODY' },
  ]);
});
