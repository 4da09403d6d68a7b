import { Pool } from 'pg';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { BATCH_PRIORITY, eventQueue, openQueue, type EventJob } from '../../kit/events/queue.ts';
import { createLog } from '../../kit/log.ts';
import { openOrm } from '../../kit/orm.ts';
import { rowSet } from '../../kit/row-set.ts';
import { newId as newOpaqueId } from '../../kit/new-id.ts';
import type { Policy } from '../domain/color/policy.ts';
import { basePolicy, codesPublisher } from '../publish.ts';
import { inRegionOf, type WorkerParts } from '../worker.ts';
import type { Producer } from './event-source.ts';
import { storage } from './storage.ts';

/** Region of the tests. */
export const REGION = '330000';

/** A random id of {@link REGION}. */
export const newId = (region = REGION) => newOpaqueId(region);

/** The base policy but for check-ins that are owed: nobody here checks in. */
export function plainPolicy(version: number, validFrom = new Date('2022-01-01T00:00:00Z')): Policy {
  const base = basePolicy(REGION, version, validFrom);
  return {
    ...base,
    rules: base.rules.filter(({ condition }) => condition.kind !== 'CHECK_INS_LAPSED'),
  };
}

/** An event as a test gives it. */
export interface GivenEvent {
  readonly id: string;
  readonly residentId: string;
  readonly kind: string;
  readonly body: Record<string, unknown>;
}

const SCHEMAS = {
  residents: 'residents',
  'health-records': 'health_records',
  'travel-history': 'travel_history',
} as const;

/** An event of somebody. */
export function anEvent(
  residentId: string,
  kind: string,
  body: Record<string, unknown>,
): GivenEvent {
  return { id: newId(), residentId, kind, body };
}

/** What makes a resident's code green. */
export function healthy(residentId: string, at: Date): GivenEvent[] {
  const report = { source: 'SELF', symptoms: [], temperature: 36.5, declaredAt: at.toISOString() };
  const registered = { maskedName: '周*甲', birthMonthDay: '0203', heldByProxy: false };
  return [
    anEvent(residentId, 'RESIDENT_REGISTERED', registered),
    anEvent(residentId, 'DECLARATION', report),
  ];
}

/** A sample in which the virus was detected. */
export function detected(residentId: string, at: Date): GivenEvent {
  const body = { source: 'ACCREDITED', result: 'DETECTED', sampleCollectedAt: at.toISOString() };
  return anEvent(residentId, 'TEST_RESULT', body);
}

const EVENT = {
  ...{ region: 'text', id: 'text', resident_id: 'text', kind: 'text', body: 'jsonb' },
  ...{ occurred_at: 'timestamptz', recorded_at: 'timestamptz', batch: 'text' },
};

/** Codes over an empty database, with a clock that a test moves. */
export async function intakeWorld() {
  const database: EmptyDatabase = await emptyDatabase();
  const url = database.urls.tongma_codes;
  const publisher = await codesPublisher(url);
  await publisher.policy(plainPolicy(1));
  await publisher.close();
  const orm = await openOrm(storage, url, 12);
  const log = createLog('test', 'silent');
  const queue = await openQueue(url, log, true);
  const superuser = new Pool({ connectionString: database.superuserUrl, max: 1 });
  superuser.on('error', () => undefined); // a story may have killed the database
  const clock = { at: new Date() };
  const parts: WorkerParts = {
    ...{ orm, queue, log, newId, now: () => clock.at, regions: () => [REGION] },
  };

  async function rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await superuser.query<T>(sql, values)).rows;
  }

  return {
    ...{ database, orm, parts, clock, rows, inRegion: inRegionOf(parts) },

    /** Writes events as their producer would, without their job. */
    async write(events: readonly GivenEvent[], producer: Producer, batch: string | null) {
      const at = clock.at;
      const values = events.map(({ id, residentId, kind, body }) => [
        ...[REGION, id, residentId, kind, body, at, at, batch],
      ]);
      const { sql, params } = rowSet(EVENT, values);
      const columns = Object.keys(EVENT).join(', ');
      await superuser.query(
        `insert into ${SCHEMAS[producer]}.event (${columns}) select * from ${sql}`,
        params,
      );
    },

    /** Sends the job of an event or a batch. */
    async send(producer: Producer, named: { eventId: string } | { batch: string }) {
      const job: EventJob = { region: REGION, ...named };
      const priority = 'batch' in named ? BATCH_PRIORITY : 0;
      await queue.send(eventQueue(producer), job, { priority });
    },

    /** State and color of somebody's code, and how many decisions led there. */
    async codeOf(residentId: string) {
      const [row] = await rows<{ state: string; color: string | null; decisions: number }>(
        `select state, color, (select count(*)::int from codes.color_decision d
           where d.code_id = c.id) as decisions
         from codes.health_code c where resident_id = $1`,
        [residentId],
      );
      return row ?? null;
    },

    async close() {
      await queue.stop({ graceful: true, timeout: 5_000 });
      await superuser.end();
      await orm.close();
      await database.drop();
    },
  };
}

/** Codes over an empty database. */
export type IntakeWorld = Awaited<ReturnType<typeof intakeWorld>>;
