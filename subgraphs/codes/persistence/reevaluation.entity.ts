import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { regionRows } from '../../kit/scope/row-policies.ts';
import { REEVALUATION_REASONS, REEVALUATION_STATES } from '../domain/reevaluation/reevaluation.ts';
import { ROLE, SCHEMA } from './names.ts';

/** A re-evaluation of every code of a region: how far it is, so that whoever comes goes on there. */
export const ReevaluationRow = defineEntity({
  name: 'ReevaluationRow',
  tableName: 'reevaluation',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: regionRows(ROLE),
  indexes: [
    { name: 'reevaluation_due', properties: ['region', 'dueAt', 'id'] },
    {
      name: 'reevaluation_open',
      expression:
        'create index "reevaluation_open" on "codes"."reevaluation" ("region", "due_at") where "state" <> \'DONE\'',
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    reason: p.enum(REEVALUATION_REASONS),
    state: p.enum(REEVALUATION_STATES),
    dueAt: p.datetime(3),
    /** The last code that was decided. */
    cursor: p.string().length(33).nullable(),
    total: p.integer().nullable(),
    done: p.integer(),
    changed: p.integer(),
    failed: p.integer(),
    startedAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
  },
});

/** Runs count codes, and name none but the last. */
export const REEVALUATIONS_KEPT: Kept = { table: 'codes.reevaluation', class: 'LEDGER' };
