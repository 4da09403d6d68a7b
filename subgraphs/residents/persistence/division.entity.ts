import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { referenceRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * GB/T 2260 divisions, with a mark where a region registers residents.
 * @reference the same for every region
 */
export const DivisionRow = defineEntity({
  name: 'DivisionRow',
  tableName: 'division',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: referenceRows(ROLE),
  indexes: [{ name: 'division_parent', properties: ['parent', 'code'] }],
  properties: {
    code: p.string().length(6).primary(),
    name: p.string().length(64),
    level: p.enum(['NATION', 'PROVINCE', 'CITY', 'COUNTY'] as const),
    parent: p.string().length(6).nullable(),
    registers: p.boolean().default(false),
  },
});

/** The book of divisions names places. */
export const DIVISIONS_KEPT: Kept = { table: 'residents.division', class: 'REFERENCE' };
