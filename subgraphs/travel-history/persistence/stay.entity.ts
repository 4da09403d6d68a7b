import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { residentRows, retentionRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Stays of residents. */
export const StayRow = defineEntity({
  name: 'StayRow',
  tableName: 'stay',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [
    { name: 'stay_resident', properties: ['region', 'residentId', 'arrivedAt', 'id'] },
    { name: 'stay_division', properties: ['region', 'division', 'id'] },
    { name: 'stay_community', properties: ['region', 'community', 'id'] },
    { name: 'stay_left', properties: ['region', 'leftAt'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    residentId: p.string().length(33),
    division: p.string().length(6),
    /** As bulletins name it. */
    community: p.string().length(200).nullable(),
    arrivedAt: p.datetime(3),
    leftAt: p.datetime(3).nullable(),
    declaredAt: p.datetime(3),
    recordedBy: p.string().length(128),
  },
});

/** Stays are kept so long once they ended. */
export const STAYS_KEPT: Retained = {
  table: 'travel_history.stay',
  class: 'MOVEMENT',
  since: 'left_at',
};
