import type { PgBoss } from 'pg-boss';
import { sendInTransaction } from '../../kit/events/queue.ts';
import type { KeyWrapper } from '../../kit/keys/key-wrapper.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { SubmissionStore } from '../domain/submission/submission.ts';
import type { DocumentIndex } from './index-keys.ts';
import { DELIVERY_QUEUE, type DeliveryJob } from './names.ts';
import { newBatchKey } from './sealed-rows.ts';
import { EvidenceBatchRow, EvidenceSubmissionRow } from './submission.entity.ts';

/** What the store needs of the process. */
export interface SubmissionStoreParts {
  readonly queue: PgBoss;
  readonly wrapper: KeyWrapper;
  readonly index: DocumentIndex;
}

/** Submissions in PostgreSQL, within one request's transaction. */
export function submissionStore(tx: Transaction, parts: SubmissionStoreParts): SubmissionStore {
  const { queue, wrapper, index } = parts;
  return {
    async add(batch, rows) {
      const em = await tx();
      const { region, id: batchId } = batch;
      const { seal, key } = await newBatchKey(wrapper, { region, batchId });
      // Where every row was refused there is nothing to deliver.
      const deliveredAt = rows.length === 0 ? batch.submittedAt : null;
      const kept = { ...batch, refused: [...batch.refused], deliveredAt };
      await em.insert(EvidenceBatchRow, { ...kept, ...key });
      if (rows.length === 0) return;
      const sealed = rows.map(async ({ id, row }) => {
        const { key: indexKey, hash } = await index.find(row.documentType, row.documentNumber);
        return {
          ...{ region, id, batchId, documentIndex: hash, indexKey },
          sealed: await seal.seal(id, row),
        };
      });
      await em.insertMany(EvidenceSubmissionRow, await Promise.all(sealed));
      const job: DeliveryJob = { region, batchId };
      await sendInTransaction(queue, em, DELIVERY_QUEUE, job);
    },
    async find(id) {
      const row = await (await tx()).findOne(EvidenceBatchRow, { id });
      if (!row) return null;
      const { region, submittedAt, total, refused, kid } = row;
      return { region, id, submittedAt, total, refused, kid: kid ?? null };
    },
  };
}
