import { defineEntity, p } from '@mikro-orm/core';
import { ROLES } from '../domain/roles.ts';
import { ROLE, SCHEMA } from './names.ts';

const OWN = `subject = current_setting('app.subject', true)`;
const ADMINISTERED =
  `region = any(string_to_array(current_setting('app.regions', true), ',')) and ` +
  `current_setting('app.residents', true) = '*'`;

/** Accounts at the sign-in provider and what they may do. */
export const AccountRow = defineEntity({
  name: 'AccountRow',
  tableName: 'account',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'select', roles: [ROLE], using: OWN },
    { name: 'scope', command: 'all', roles: [ROLE], using: ADMINISTERED, check: ADMINISTERED },
  ],
  indexes: [{ name: 'account_subject', properties: ['subject'] }],
  properties: {
    region: p.string().length(6).primary(),
    subject: p.string().length(128).primary(),
    role: p.enum(ROLES),
    name: p.string().length(64).nullable(),
    grants: p.array(),
    scopes: p.array(),
    purposes: p.array(),
    agency: p.string().length(64).nullable(),
    disabledAt: p.datetime(3).nullable(),
  },
});
