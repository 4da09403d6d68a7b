import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { residentRows, retentionRows } from '../../kit/scope/row-policies.ts';
import { CODE_STATES, type DecisionDetail } from '../domain/code/health-code.ts';
import { COLORS } from '../domain/color/color.ts';
import { ROLE, SCHEMA } from './names.ts';
import { clearDecisions } from './old-decisions.ts';

/** One change of a code's state or color, with its reasons; never changed after. */
export const ColorDecisionRow = defineEntity({
  name: 'ColorDecisionRow',
  tableName: 'color_decision',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [
    { name: 'color_decision_code', properties: ['region', 'codeId', 'decidedAt', 'id'] },
    {
      name: 'color_decision_chunk',
      expression:
        'create index "color_decision_chunk" on "codes"."color_decision" ("region", "chunk_id") where "chunk_id" is not null',
    },
    {
      name: 'color_decision_decided',
      expression:
        'create index "color_decision_decided" on "codes"."color_decision" using brin ("decided_at")',
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    codeId: p.string().length(33),
    residentId: p.string().length(33),
    /** Where its leaf stands when it shares an entry of the audit log. */
    chunkId: p.string().length(33).nullable(),
    fromState: p.enum(CODE_STATES),
    fromColor: p.enum(COLORS).nullable(),
    toState: p.enum(CODE_STATES),
    toColor: p.enum(COLORS).nullable(),
    detail: p.json<DecisionDetail>(),
    policyVersion: p.integer(),
    decidedAt: p.datetime(3),
    lookAgainAt: p.datetime(3).nullable(),
  },
});

/**
 * Decisions are kept so long, and the latest of a code as long as it is the latest: which are not,
 * their codes say.
 */
export const DECISIONS_KEPT: Retained = {
  ...{ table: 'codes.color_decision', class: 'DECISIONS', since: 'decided_at' },
  clears: clearDecisions,
};
