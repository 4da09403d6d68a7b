import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { slotOf } from '../../kit/keys/blind-index.ts';
import type { KeyWrapper } from '../../kit/keys/key-wrapper.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Delivery, WaitingEvidence } from '../domain/submission/delivery.ts';
import type { DocumentIndex } from './index-keys.ts';
import type { DeliveryJob } from './names.ts';
import {
  documentIndexOf,
  hexOf,
  registrationsOf,
  type FoundRegistration,
} from './registrations.ts';
import { openBatch, type RowSeal } from './sealed-rows.ts';
import { EvidenceBatchRow, EvidenceSubmissionRow } from './submission.entity.ts';

/** Most rows that are indexed anew, or looked at for one person, in one transaction. */
const PAGE = 500;

/** Evidence that waits, as the delivery sees it: in all regions. */
export interface WaitingStore {
  /** A batch, with every registration that its rows concern; by region. */
  ofBatch(job: DeliveryJob): Promise<ReadonlyMap<string, readonly Delivery[]>>;
  /** Keeps that a batch has reached whoever was registered by then. */
  markDelivered(job: DeliveryJob, at: Date): Promise<void>;
  /** What waits for a person who registered. */
  forRegistration(registration: FoundRegistration, now: Date): Promise<readonly Delivery[]>;
  /** Indexes some rows anew whose index key was replaced; false when there are no more. */
  indexAnew(): Promise<boolean>;
  /** Drops what has waited long enough. */
  dropExpired(now: Date): Promise<void>;
}

/** Jobs of batches that nobody has delivered. */
export const UNDELIVERED = `select jsonb_build_object('region', region, 'batchId', id) as job
  from health_records.evidence_batch where delivered_at is null`;

type Submission = InferEntity<typeof EvidenceSubmissionRow>;
type Batch = InferEntity<typeof EvidenceBatchRow>;

/** Evidence that waits, in PostgreSQL, within a transaction of the delivery's scope. */
export function waitingStore(
  tx: Transaction,
  wrapper: KeyWrapper,
  index: DocumentIndex,
): WaitingStore {
  const placeOf = ({ region, id }: Batch) => ({ region, batchId: id });

  async function batchesOf(em: EntityManager, rows: readonly Submission[]) {
    const ids = [...new Set(rows.map(({ batchId }) => batchId))];
    const batches = await em.find(EvidenceBatchRow, { id: { $in: ids } });
    const seals = await Promise.all(
      batches.map(async (batch): Promise<[string, { batch: Batch; seal: RowSeal }]> => [
        batch.id,
        { batch, seal: await openBatch(wrapper, placeOf(batch), batch) },
      ]),
    );
    return new Map(seals);
  }

  /** Rows whose batch is there, opened. */
  async function opened(
    em: EntityManager,
    rows: readonly Submission[],
    isWanted: (batch: Batch) => boolean = () => true,
  ) {
    const batches = await batchesOf(em, rows);
    const found: { kept: Submission; at: Date; evidence: WaitingEvidence }[] = [];
    for (const kept of rows) {
      const one = batches.get(kept.batchId);
      if (!one || !isWanted(one.batch)) continue;
      const row = await one.seal.open(kept.id, kept.sealed);
      const { region: sourceRegion, id: batchId, submittedBy, submittedAt } = one.batch;
      const saidAt = one.batch.saidAt ?? submittedAt;
      const at = row.corrects ? saidAt : submittedAt;
      found.push({ kept, at, evidence: { sourceRegion, batchId, submittedBy, saidAt, row } });
    }
    // What was said first stands first, and is corrected after.
    return found.sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  return {
    async ofBatch({ region, batchId }) {
      const em = await tx();
      const rows = await em.find(
        EvidenceSubmissionRow,
        { region, batchId },
        { orderBy: { id: 'asc' } },
      );
      const evidence = (await opened(em, rows)).map((one) => one.evidence);
      const indexed = await Promise.all(
        evidence.map(({ row }) => index.find(row.documentType, row.documentNumber)),
      );
      const byRegion = new Map<string, Delivery[]>();
      const [first] = indexed;
      if (!first) return byRegion;
      if (indexed.some(({ key }) => key !== first.key)) throw new Error('The index key changed.');
      const hashes = indexed.map(({ hash }) => hash);
      const registrations = await registrationsOf(tx, first.key, hashes);
      evidence.forEach((one, at) => {
        const hash = hashes[at];
        for (const to of (hash && registrations.get(hexOf(hash))) ?? []) {
          const delivery = { ...one, residentId: to.residentId };
          byRegion.set(to.region, [...(byRegion.get(to.region) ?? []), delivery]);
        }
      });
      return byRegion;
    },

    async markDelivered({ region, batchId: id }, at) {
      await (await tx()).nativeUpdate(EvidenceBatchRow, { region, id }, { deliveredAt: at });
    },

    async forRegistration(registration, now) {
      const em = await tx();
      const key = await index.key();
      const hash = (await documentIndexOf(tx, registration))?.[slotOf(key)];
      if (!hash) return [];
      const rows = await em.find(
        EvidenceSubmissionRow,
        { documentIndex: Buffer.from(hash) },
        { orderBy: { id: 'asc' }, limit: PAGE },
      );
      const waiting = await opened(em, rows, ({ expiresAt }) => expiresAt > now);
      const { residentId } = registration;
      return waiting.map(({ evidence }) => ({ ...evidence, residentId }));
    },

    async indexAnew() {
      const em = await tx();
      const key = await index.key();
      const rows = await em.find(
        EvidenceSubmissionRow,
        { $or: [{ indexKey: { $lt: key } }, { indexKey: { $gt: key } }] },
        { limit: PAGE },
      );
      for (const { kept, evidence } of await opened(em, rows)) {
        const { documentType, documentNumber } = evidence.row;
        const { key: indexKey, hash } = await index.find(documentType, documentNumber);
        const { region, id } = kept;
        await em.nativeUpdate(
          EvidenceSubmissionRow,
          { region, id },
          { documentIndex: hash, indexKey },
        );
      }
      return rows.length === PAGE;
    },

    async dropExpired(now) {
      const em = await tx();
      const expired = await em.find(
        EvidenceBatchRow,
        { expiresAt: { $lte: now } },
        { limit: PAGE, fields: ['id'] },
      );
      const ids = expired.map(({ id }) => id);
      if (ids.length === 0) return;
      await em.nativeDelete(EvidenceSubmissionRow, { batchId: { $in: ids } });
      await em.nativeDelete(EvidenceBatchRow, { id: { $in: ids } });
    },
  };
}
