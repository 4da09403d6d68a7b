import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { regionRows, retentionRows, takenInRows } from '../../kit/scope/row-policies.ts';
import { SET_ASIDE_FAULTS, SET_ASIDE_STATES } from '../domain/set-aside/set-aside.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Events that could not be taken in: which they are, never what they say. */
export const SetAsideRow = defineEntity({
  name: 'SetAsideRow',
  tableName: 'set_aside',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), retentionRows(ROLE), takenInRows()],
  indexes: [{ name: 'set_aside_at', properties: ['region', 'setAsideAt', 'id'] }],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    producer: p.string().length(32),
    kind: p.string().length(32).nullable(),
    fault: p.enum(SET_ASIDE_FAULTS),
    state: p.enum(SET_ASIDE_STATES),
    times: p.integer(),
    setAsideAt: p.datetime(3),
  },
});

/**
 * What waits is kept, and what an official gave up as long as evidence would have been: its event,
 * which asks for it, goes within the day.
 */
export const SET_ASIDE_KEPT: Retained = {
  ...{ table: 'codes.set_aside', class: 'EVIDENCE', since: 'set_aside_at' },
  when: `t.state = 'DROPPED'`,
};
