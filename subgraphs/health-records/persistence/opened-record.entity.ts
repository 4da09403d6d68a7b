import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { clearingRows, IN_REGIONS, OWN, retentionRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

const OWN_IN_REGIONS = `${IN_REGIONS} and ${OWN}`;

/** Health records that officials opened for a while; each sees only their own. */
export const OpenedRecordRow = defineEntity({
  name: 'OpenedRecordRow',
  tableName: 'opened_record',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'all', roles: [ROLE], using: OWN_IN_REGIONS, check: OWN_IN_REGIONS },
    retentionRows(ROLE),
    clearingRows(ROLE, 'health-records'),
  ],
  indexes: [{ name: 'opened_record_until', properties: ['region', 'until'] }],
  properties: {
    region: p.string().length(6).primary(),
    subject: p.string().length(128).primary(),
    residentId: p.string().length(33).primary(),
    openedAt: p.datetime(3),
    /** Exclusive. */
    until: p.datetime(3),
  },
});

/** Who opened which record stands in the audit log; here it goes when it is closed. */
export const OPENED_KEPT: Retained = {
  table: 'health_records.opened_record',
  class: 'OFFERS',
  since: 'until',
};
