import { pino } from 'pino';
import { Client } from 'pg';
import type { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  emptyDatabase,
  type EmptyDatabase,
} from '../../../../test/system/support/empty-database.ts';
import { until } from '../../../../test/system/support/until.ts';
import { createLog, describeFault } from '../../log.ts';
import { NotNowError } from '../../transient.ts';
import { migrateQueue, openQueue, RETRIES } from '../queue.ts';
import { oneByOne, workOn } from '../work.ts';

const QUEUE = 'test.jobs';
const TRANSIENT = new NotNowError('no checkpoint');
const FAULT = new TypeError('about somebody');

interface JobRow {
  readonly id: string;
  readonly data: { readonly n: number };
  readonly state: string;
  readonly priority: number;
  readonly retries: number;
  /** Seconds until it is tried next. */
  readonly wait: number;
}

let database: EmptyDatabase;
let superuser: Client;
let queue: PgBoss;
let lines: Record<string, unknown>[];

beforeAll(async () => {
  database = await emptyDatabase();
  await migrateQueue(database.urls.tongma_owner, [QUEUE], ['tongma_codes']);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

beforeEach(async () => {
  lines = [];
  await superuser.query('delete from queue.job where name = $1', [QUEUE]);
  queue = await openQueue(database.urls.tongma_codes, createLog('test', 'silent'), false);
});

afterEach(() => queue.stop({ graceful: false }));

async function jobs(): Promise<JobRow[]> {
  const { rows } = await superuser.query<JobRow>(
    `select id, data, state, priority, retry_count as retries,
       extract(epoch from start_after - now())::float8 as wait
     from queue.job where name = $1 order by created_on, id`,
    [QUEUE],
  );
  return rows;
}

/** Sends a job that is fetched as its attempt `retries`; 0 = the first. */
async function sent(n: number, retries: number, priority = 0): Promise<string> {
  const id = (await queue.send(QUEUE, { n, of: 'somebody' }, { priority })) ?? '';
  if (retries > 0) {
    await superuser.query(
      `update queue.job set retry_count = $2 - 1, started_on = now() where id = $1`,
      [id, retries],
    );
  }
  return id;
}

/** A worker that does jobs by `work`; what it logs is in {@link lines}. */
async function working(work: (n: number) => Promise<void>): Promise<void> {
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const log = pino({ base: null, serializers: { err: describeFault } }, { write });
  const handle = oneByOne<{ n: number }>(({ n }) => work(n));
  await workOn({ queue, log }, QUEUE, { workers: 1, batchSize: 5 }, handle);
}

const alarms = () =>
  lines.flatMap(({ alarm, queue: of, job }) => (alarm ? { alarm, of, job } : []));

describe('a job that only has to wait', () => {
  it('is sent anew, once and as urgent as it was, and is done when the times are better', async () => {
    let isBetter = false;
    const id = await sent(1, 12, -1);
    await working(() => (isBetter ? Promise.resolve() : Promise.reject(TRANSIENT)));
    const [old, anew, ...others] = await until(jobs, (all) => all.length > 1, 30_000);
    expect(old).toMatchObject({ id, state: 'completed' });
    expect(anew).toMatchObject({ data: { n: 1 }, state: 'created', priority: -1, retries: 0 });
    expect(anew?.wait).toBeGreaterThan(20);
    expect(anew?.wait).toBeLessThanOrEqual(30);
    expect(others).toEqual([]);
    expect(alarms()).toEqual([{ alarm: 'JOB_WAITS', of: QUEUE, job: id }]);
    isBetter = true;
    await superuser.query(`update queue.job set start_after = now() where state = 'created'`);
    await until(jobs, (all) => all.every(({ state }) => state === 'completed'), 30_000);
  });

  it('is tried again under its own id before that, at most a minute later', async () => {
    const id = await sent(1, 11);
    await working(() => Promise.reject(TRANSIENT));
    const [job] = await until(jobs, (all) => all[0]?.state === 'retry', 30_000);
    expect(job).toMatchObject({ id, retries: 11 });
    expect(job?.wait).toBeLessThanOrEqual(60);
    expect(alarms()).toEqual([]);
  });

  it('is not sent anew by a worker that has it no longer', async () => {
    const id = await sent(1, 12);
    await working(async () => {
      // The queue has missed its heartbeat: it is another's from now on.
      await superuser.query(
        `update queue.job set state = 'retry', start_after = now() + interval '1 hour' where id = $1`,
        [id],
      );
      throw TRANSIENT;
    });
    await until(
      () => Promise.resolve(alarms()),
      (said) => said.length > 0,
      30_000,
    );
    await queue.stop({ graceful: true, timeout: 5_000 });
    expect(await jobs()).toMatchObject([{ id, state: 'retry' }]);
  });
});

describe('a job that fails each time', () => {
  it('is given up, and the log says which it is and nothing of what it is about', async () => {
    const id = await sent(1, RETRIES);
    await working(() => Promise.reject(FAULT));
    await until(jobs, (all) => all[0]?.state === 'failed', 30_000);
    expect(alarms()).toEqual([{ alarm: 'JOB_GIVEN_UP', of: QUEUE, job: id }]);
    expect(JSON.stringify(lines)).not.toMatch(/somebody/);
  });

  it('holds up no other, and is tried again before it is given up', async () => {
    await sent(1, RETRIES - 1);
    await sent(2, 0);
    await working((n) => (n === 1 ? Promise.reject(FAULT) : Promise.resolve()));
    const rows = await until(jobs, ([a, b]) => a?.state === 'retry' && b?.state === 'completed');
    expect(rows).toHaveLength(2);
    expect(alarms()).toEqual([]);
  });

  it('is tried once more by a worker that starts', async () => {
    await sent(1, 0);
    await sent(2, 0);
    await superuser.query(
      `update queue.job set state = 'failed', retry_count = ${RETRIES}, started_on = now(),
         completed_on = now() where name = $1`,
      [QUEUE],
    );
    await working((n) => (n === 1 ? Promise.reject(FAULT) : Promise.resolve()));
    const rows = await until(jobs, (all) =>
      all.every(({ data, state }) => state === (data.n === 1 ? 'failed' : 'completed')),
    );
    expect(rows).toHaveLength(2);
    await until(
      () => Promise.resolve(alarms()),
      (said) => said.length === 1,
    );
  });
});
