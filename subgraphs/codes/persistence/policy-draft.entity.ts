import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { regionRows } from '../../kit/scope/row-policies.ts';
import type { Rule } from '../domain/color/policy.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Policies as they were proposed; rows are added only, so that what is approved is what was read. */
export const PolicyDraftRow = defineEntity({
  name: 'PolicyDraftRow',
  tableName: 'policy_draft',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: regionRows(ROLE),
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    validFrom: p.datetime(3),
    validTo: p.datetime(3).nullable(),
    statusMaxAgeMinutes: p.integer(),
    rules: p.json<readonly Rule[]>(),
    createdAt: p.datetime(3),
  },
});

/** What was proposed is kept as long as who agreed to it. */
export const POLICY_DRAFTS_KEPT: Kept = { table: 'codes.policy_draft', class: 'LEDGER' };
