import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { definerRows, residentRows } from '../../kit/scope/row-policies.ts';
import { CODE_STATES } from '../domain/code/health-code.ts';
import { COLORS } from '../domain/color/color.ts';
import { ROLE, SCHEMA } from './names.ts';

/** A resident's one code in a region; its color is that of its latest decision. */
export const HealthCodeRow = defineEntity({
  name: 'HealthCodeRow',
  tableName: 'health_code',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  // None for retention: with one more, the planner takes a thousand codes for one, and updates of
  // thousands compare each with each.
  policies: [...residentRows(ROLE), definerRows()],
  indexes: [
    { name: 'health_code_decided', properties: ['region', 'decidedAt'] },
    {
      name: 'health_code_decisions',
      expression:
        'create index "health_code_decisions" on "codes"."health_code" ("region", "decisions_since") where "decisions_since" is not null',
    },
    {
      name: 'health_code_look',
      expression:
        'create index "health_code_look" on "codes"."health_code" ("region", "look_again_at") where "look_again_at" is not null',
    },
  ],
  uniques: [{ name: 'health_code_resident', properties: ['region', 'residentId'] }],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    residentId: p.string().length(33),
    state: p.enum(CODE_STATES),
    color: p.enum(COLORS).nullable(),
    maskedName: p.string().length(64).nullable(),
    birthMonthDay: p.string().length(4).nullable(),
    heldByProxy: p.boolean().default(false),
    policyVersion: p.integer().nullable(),
    decidedAt: p.datetime(3).nullable(),
    /** When the oldest decision was made that is kept and that another followed; null: none is. */
    decisionsSince: p.datetime(3).nullable(),
    lookAgainAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});

/** A code is kept as long as the registration. */
export const CODES_KEPT: Kept = { table: 'codes.health_code', class: 'REGISTER' };
