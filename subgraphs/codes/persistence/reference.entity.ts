import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../domain/texts.ts';
import type { Rule } from '../domain/color/policy.ts';
import type { Kept } from '../../kit/retention.ts';
import { IN_REGIONS, referenceRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * Regions that issue or recognize codes.
 * @reference the same for every region
 */
export const RegionRow = defineEntity({
  name: 'RegionRow',
  tableName: 'region',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: referenceRows(ROLE),
  properties: {
    region: p.string().length(6).primary(),
    name: p.json<Texts>(),
  },
});

/**
 * Published policy versions; a version never changes, but that it ends when it is withdrawn.
 * @reference read by every region's recognition
 */
export const PolicyRow = defineEntity({
  name: 'PolicyRow',
  tableName: 'policy',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    ...referenceRows(ROLE),
    { name: 'approving', command: 'insert', roles: [ROLE], check: IN_REGIONS },
    { name: 'withdrawing', command: 'update', roles: [ROLE], using: IN_REGIONS, check: IN_REGIONS },
  ],
  properties: {
    region: p.string().length(6).primary(),
    version: p.integer().primary(),
    validFrom: p.datetime(3),
    validTo: p.datetime(3).nullable(),
    statusMaxAgeMinutes: p.integer(),
    rules: p.json<readonly Rule[]>(),
    withdrawnAt: p.datetime(3).nullable(),
    /** Null: it came with the installation. */
    publishedAt: p.datetime(3).nullable(),
  },
});

/**
 * Trust lists as the root signed them; verified at every load, versions never fall.
 * @reference the same for every region
 */
export const TrustListRow = defineEntity({
  name: 'TrustListRow',
  tableName: 'trust_list',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: referenceRows(ROLE),
  properties: {
    version: p.integer().primary().autoincrement(false),
    signed: p.blob(),
    publishedAt: p.datetime(3),
  },
});

/** What is published is about nobody. */
export const REFERENCE_KEPT: readonly Kept[] = ['region', 'policy', 'trust_list'].map((name) => ({
  table: `${SCHEMA}.${name}`,
  class: 'REFERENCE',
}));
