import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { IN_REGIONS } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * Signing keys that were withdrawn here, by two people. Known to every region's recognition, and
 * never taken back: rows are added only.
 */
export const KeyWithdrawalRow = defineEntity({
  name: 'KeyWithdrawalRow',
  tableName: 'key_withdrawal',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    { name: 'known', command: 'select', roles: [ROLE], using: 'true' },
    { name: 'withdrawing', command: 'insert', roles: [ROLE], check: IN_REGIONS },
  ],
  properties: {
    region: p.string().length(6).primary(),
    kid: p.string().length(16).primary(),
    withdrawnAt: p.datetime(3),
    reason: p.string().length(500),
  },
});

/** A withdrawal is never taken back. */
export const KEY_WITHDRAWALS_KEPT: Kept = { table: 'codes.key_withdrawal', class: 'REFERENCE' };
