import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { regionRows, retentionRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * Decisions that share one entry of the audit log: the hashes that the entry's Merkle root stands
 * over, 32 bytes a decision. They tell nothing of whom or what.
 */
export const DecisionChunkRow = defineEntity({
  name: 'DecisionChunkRow',
  tableName: 'decision_chunk',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), retentionRows(ROLE)],
  indexes: [{ name: 'decision_chunk_decided', properties: ['region', 'decidedAt'] }],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    leaves: p.blob(),
    decidedAt: p.datetime(3),
  },
});

/** Leaves are kept as long as one of their decisions: its receipt needs them. */
export const CHUNKS_KEPT: Retained = {
  ...{ table: 'codes.decision_chunk', class: 'DECISIONS', since: 'decided_at' },
  when: `not exists (select from codes.color_decision d
    where d.region = t.region and d.chunk_id = t.id)`,
};
