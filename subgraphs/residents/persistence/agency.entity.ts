import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { regionRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Who employs officials. */
export const AgencyRow = defineEntity({
  name: 'AgencyRow',
  tableName: 'agency',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: regionRows(ROLE),
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(48).primary(),
    name: p.string().length(64),
  },
});

/** Agencies are kept as long as officials belong to them. */
export const AGENCIES_KEPT: Kept = { table: 'residents.agency', class: 'REGISTER' };
