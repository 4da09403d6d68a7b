import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { regionRows } from '../../kit/scope/row-policies.ts';
import type { RehearsalStep } from '../domain/rehearsal/rehearsal.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Reports of rehearsals: what passed and how long it took. They are about nobody. */
export const RehearsalRow = defineEntity({
  name: 'RehearsalRow',
  tableName: 'rehearsal',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: regionRows(ROLE),
  indexes: [
    {
      name: 'rehearsal_under_way',
      expression:
        'create unique index "rehearsal_under_way" on "codes"."rehearsal" ("region") where "ended_at" is null',
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    begunAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
    listVersion: p.integer(),
    steps: p.json<readonly RehearsalStep[]>(),
    /** Milliseconds; longer than an integer holds. */
    joinedAfter: p.bigint('number').nullable(),
  },
});

/** Reports are about nobody. */
export const REHEARSALS_KEPT: Kept = { table: 'codes.rehearsal', class: 'LEDGER' };
