import { defineEntity, p } from '@mikro-orm/core';
import { ROLES } from '../domain/roles.ts';
import type { Kept } from '../../kit/retention.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import { IN_REGIONS, OWN, PUBLISHING } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

const ADMINISTERED = `${IN_REGIONS} and current_setting('app.residents', true) = '*'`;
// Oversight is beyond every region's reach: seen, never changed. SECURITY.md, invariant 11.
const CHANGEABLE = `${ADMINISTERED} and (role <> 'OVERSIGHT' or ${PUBLISHING})`;

// Whoever has signed in and is nobody here yet makes the account of a resident, and no other.
const SIGNING_IN = `${OWN} and current_setting('app.regions', true) = '' and region = '${NATION}' and role = 'RESIDENT' and grants = '{}' and scopes = '{}' and purposes = '{}'`;

/** Accounts at the sign-in provider and what they may do. */
export const AccountRow = defineEntity({
  name: 'AccountRow',
  tableName: 'account',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    // Its owner looks too: `subject_taken` asks whether an account stands in any region.
    { name: 'own', command: 'select', roles: [ROLE, 'tongma_owner'], using: OWN },
    { name: 'seen', command: 'select', roles: [ROLE], using: ADMINISTERED },
    { name: 'scope', command: 'all', roles: [ROLE], using: CHANGEABLE, check: CHANGEABLE },
    { name: 'signing_in', command: 'insert', roles: [ROLE], check: SIGNING_IN },
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
    withheld: p.array().default([]),
    disabledAt: p.datetime(3).nullable(),
    version: p.integer().default(1),
  },
});

/** Accounts are disabled, not deleted: the audit log names them. */
export const ACCOUNTS_KEPT: Kept = { table: 'residents.account', class: 'REGISTER' };
