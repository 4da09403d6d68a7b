import { attempts } from '../kit/attempt/attempts.ts';
import { createOutbox } from '../kit/events/outbox.ts';
import { eventQueue, openQueue } from '../kit/events/queue.ts';
import { createLog } from '../kit/log.ts';
import { answers, openOrm } from '../kit/orm.ts';
import { unitOfWork } from '../kit/scope/unit-of-work.ts';
import { newId } from '../kit/new-id.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import type { HealthRecordsConfig } from './config.ts';
import { openRecordLoaders, recordLoaders, type HealthRecordsContext } from './context.ts';
import { caseUseCases } from './domain/cases.ts';
import { contactNoticeUseCases } from './domain/contact-notices.ts';
import { isolationUseCases } from './domain/isolation.ts';
import { openedRecordUseCases } from './domain/opened-record.ts';
import { selfReportUseCases } from './domain/self-reports.ts';
import { signedBatchUseCases } from './domain/submission/signed-batch.ts';
import { submissionUseCases } from './domain/submission/submission.ts';
import { testResultUseCases } from './domain/test-results.ts';
import { vaccinationUseCases } from './domain/vaccinations.ts';
import { AttemptRow } from './persistence/attempt.entity.ts';
import { caseStore } from './persistence/case.store.ts';
import { HealthEventRow } from './persistence/event.entity.ts';
import { readEvidenceKeys } from './persistence/evidence-keys.ts';
import { documentIndex } from './persistence/index-keys.ts';
import { openedRecords } from './persistence/opened-record.store.ts';
import { recordStore } from './persistence/record.store.ts';
import { storage } from './persistence/storage.ts';
import { submissionStore } from './persistence/submission.store.ts';
import { schemaParts } from './schema/index.ts';
import { startWorker } from './worker.ts';

/**
 * Composes the health-records subgraph without listening. Order: configuration, stores, delivery,
 * use cases, schema.
 */
export async function createHealthRecords(config: HealthRecordsConfig): Promise<Subgraph> {
  const log = createLog('health-records', config.logLevel);
  const verify = readEvidenceKeys(config.evidenceKeysFile);
  const orm = await openOrm(storage, config.databaseUrl, config.poolMax);
  const keysOrm = await openOrm(storage, config.databaseUrl, 2);
  const queue = await openQueue(config.databaseUrl, log, true);
  const now = () => new Date();
  const appendEvents = createOutbox(queue, eventQueue('health-records'), HealthEventRow, now);
  const wrapper = config.keyWrapper;
  const index = documentIndex(keysOrm, wrapper);
  const worker = await startWorker({
    ...{ orm, queue, wrapper, index, now, newId, log },
    records: (transaction) => recordStore(transaction, { appendEvents, newId }),
  });

  return createSubgraph<HealthRecordsContext>({
    name: 'health-records',
    log,
    ...schemaParts,
    reaches: () => answers(orm),
    open(identity, deadline) {
      const { transaction, audit, commit, rollback } = unitOfWork(orm, identity, { deadline });
      const records = recordStore(transaction, { appendEvents, newId });
      const submissionsStore = submissionStore(transaction, { queue, wrapper, index });
      const submissions = submissionUseCases({ store: submissionsStore, audit, now, newId });
      const ports = { store: records, audit, now, newId };
      const opened = openedRecordUseCases({ store: openedRecords(transaction), audit, now });
      const context: HealthRecordsContext = {
        ...{ identity, records, openedRecords: opened, now },
        ...openRecordLoaders(opened, identity),
        selfReports: selfReportUseCases(ports),
        testResults: testResultUseCases(ports),
        isolation: isolationUseCases(ports),
        contacts: contactNoticeUseCases(ports),
        cases: caseUseCases({ store: caseStore(transaction), audit, now }),
        vaccinations: vaccinationUseCases(ports),
        submissions,
        signedBatches: signedBatchUseCases({ submit: submissions.submit, verify, now }),
        findSubmission: submissionsStore.find,
        attempts: attempts(transaction, AttemptRow, identity, now),
        ...recordLoaders(records),
      };
      return { context, audit, commit, rollback };
    },
    async close() {
      await worker.stop();
      await queue.stop({ graceful: true, timeout: 5_000 });
      await keysOrm.close();
      await orm.close();
    },
  });
}
