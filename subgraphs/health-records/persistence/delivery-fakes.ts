import type { EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { aWrapper } from '../../../test/system/support/raw-residents.ts';
import { createOutbox } from '../../kit/events/outbox.ts';
import { eventQueue, openQueue } from '../../kit/events/queue.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { createLog } from '../../kit/log.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope, type Transaction } from '../../kit/scope/unit-of-work.ts';
import { newId } from '../../kit/new-id.ts';
import { submissionUseCases } from '../domain/submission/submission.ts';
import type { SubmittedRow } from '../domain/submission/submitted-row.ts';
import { deliveries, startWorker } from '../worker.ts';
import { HealthEventRow } from './event.entity.ts';
import { documentIndex } from './index-keys.ts';
import { TestResultRow } from './record.entity.ts';
import { recordStore } from './record.store.ts';
import { storage } from './storage.ts';
import { submissionStore } from './submission.store.ts';

/** Region of the laboratory, and that of the people. */
export const SOURCE = '510000';
/** Where people are registered. */
export const HOME = '330000';

/** One process of health-records: what its resolvers and its worker do, without GraphQL. */
export async function aHealthRecords(database: EmptyDatabase, wrapper = aWrapper()) {
  const url = database.urls.tongma_health;
  const orm = await openOrm(storage, url, 6);
  const log = createLog('test', 'silent');
  const queue = await openQueue(url, log, false);
  const index = documentIndex(orm, wrapper);
  let now = new Date();
  const appendEvents = createOutbox(queue, eventQueue('health-records'), HealthEventRow, () => now);
  const records = (tx: Transaction) => recordStore(tx, { appendEvents, newId });
  const parts = { orm, wrapper, index, records, now: () => now, newId };
  const source = { ...systemIdentity('laboratory', SOURCE), scopes: ['test:record'] };

  return {
    orm,
    deliver: deliveries(parts),
    /** Does the jobs from now on, until it is closed. */
    work: () => startWorker({ ...parts, queue, log }),
    moveBy: (ms: number) => void (now = new Date(now.getTime() + ms)),
    now: () => now,
    submit: (results: readonly SubmittedRow[], issuedAt: Date | null = null) =>
      inScope(orm, source, (tx, audit) =>
        submissionUseCases({
          store: submissionStore(tx, { queue, wrapper, index }),
          ...{ audit, newId, now: () => now },
        }).submit({ region: null, results, issuedAt }, source),
      ),
    /** Every result of a region, and every event. */
    async kept(region: string) {
      return inScope(orm, systemIdentity('test', region), async (tx) => {
        const em = await tx();
        const results = await em.find(TestResultRow, {}, { orderBy: { revision: 'asc' } });
        const events = await em.find(HealthEventRow, {}, { orderBy: { recordedAt: 'asc' } });
        return { results, events };
      });
    },
    async close() {
      await queue.stop({ graceful: false });
      await orm.close();
    },
  };
}
