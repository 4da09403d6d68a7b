import { defineEntity, p } from '@mikro-orm/core';
import type { SelfEnding } from '../../kit/retained.ts';
import { deliveryRows, regionRows } from '../../kit/scope/row-policies.ts';
import type { RefusedRow } from '../domain/submission/submission.ts';
import { ROLE, SCHEMA } from './names.ts';

/** What sources submitted, with the key that its rows are sealed under, itself wrapped. 14 days. */
export const EvidenceBatchRow = defineEntity({
  name: 'EvidenceBatchRow',
  tableName: 'evidence_batch',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), deliveryRows(ROLE)],
  indexes: [
    { name: 'evidence_batch_kek', properties: ['kek'] },
    { name: 'evidence_batch_expiry', properties: ['expiresAt'] },
    {
      name: 'evidence_batch_undelivered',
      expression: `create index "evidence_batch_undelivered" on "${SCHEMA}"."evidence_batch" ("region", "id") where "delivered_at" is null`,
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    submittedBy: p.string().length(128),
    submittedAt: p.datetime(3),
    /** When the source said it; null: when it was submitted. */
    saidAt: p.datetime(3).nullable(),
    expiresAt: p.datetime(3),
    total: p.integer(),
    refused: p.json<readonly RefusedRow[]>(),
    kid: p.string().length(64).nullable(),
    /** Id of the key-encryption key. */
    kek: p.string().length(64),
    wrapped: p.blob(),
    /** When it had reached whoever was registered by then; null until it has. */
    deliveredAt: p.datetime(3).nullable(),
  },
});

/** Results by document, sealed; found by the blind index of the document. 14 days. */
export const EvidenceSubmissionRow = defineEntity({
  name: 'EvidenceSubmissionRow',
  tableName: 'evidence_submission',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), deliveryRows(ROLE)],
  indexes: [
    { name: 'evidence_submission_batch', properties: ['region', 'batchId'] },
    { name: 'evidence_submission_document', properties: ['documentIndex'] },
    { name: 'evidence_submission_key', properties: ['indexKey'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    batchId: p.string().length(33),
    documentIndex: p.blob(),
    /** Number of the index key; those of a key that was replaced are indexed anew. */
    indexKey: p.integer(),
    sealed: p.blob(),
  },
});

/** What waits for a person ends with its batch, 14 days after it came: the delivery drops both. */
export const SUBMISSIONS_KEPT: readonly SelfEnding[] = [
  'evidence_batch',
  'evidence_submission',
].map((name) => ({
  ...{ table: `${SCHEMA}.${name}`, class: 'SELF_ENDING' },
  by: 'subgraphs/health-records/persistence/waiting.store.ts',
}));
