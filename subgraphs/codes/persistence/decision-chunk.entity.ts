import { defineEntity, p } from '@mikro-orm/core';
import { regionRows } from '../../kit/scope/row-policies.ts';
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
  policies: regionRows(ROLE),
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    leaves: p.blob(),
    decidedAt: p.datetime(3),
  },
});
