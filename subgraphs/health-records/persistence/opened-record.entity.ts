import { defineEntity, p } from '@mikro-orm/core';
import { ROLE, SCHEMA } from './names.ts';

const OWN =
  `region = any(string_to_array(current_setting('app.regions', true), ',')) and ` +
  `subject = current_setting('app.subject', true)`;

/** Health records that officials opened for a while; each sees only their own. */
export const OpenedRecordRow = defineEntity({
  name: 'OpenedRecordRow',
  tableName: 'opened_record',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [{ name: 'own', command: 'all', roles: [ROLE], using: OWN, check: OWN }],
  properties: {
    region: p.string().length(6).primary(),
    subject: p.string().length(128).primary(),
    residentId: p.string().length(33).primary(),
    openedAt: p.datetime(3),
    /** Exclusive. */
    until: p.datetime(3),
  },
});
