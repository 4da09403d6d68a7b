import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { regionRows, retentionRows } from '../../kit/scope/row-policies.ts';
import { RECOGNITION_OUTCOMES } from '../domain/recognition/verdict.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * Verdicts that a region gave in an hour, counted; `region` is the receiver. `issuer` is '' where
 * no signature said who issued the code.
 */
export const VerificationCountRow = defineEntity({
  name: 'VerificationCountRow',
  tableName: 'verification_count',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), retentionRows(ROLE)],
  properties: {
    region: p.string().length(6).primary(),
    issuer: p.string().length(6).primary(),
    outcome: p.enum(RECOGNITION_OUTCOMES).primary(),
    hour: p.datetime(3).primary(),
    count: p.integer(),
  },
});

/** Counters are kept so long. */
export const COUNTS_KEPT: Retained = {
  table: 'codes.verification_count',
  class: 'COUNTERS',
  since: 'hour',
};
