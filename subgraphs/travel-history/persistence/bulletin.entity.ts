import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { publishedRows } from '../../kit/scope/row-policies.ts';
import { RISK_LEVELS, type PerLevel } from '../domain/bulletin/area.ts';
import type { HoldReason, Movement } from '../domain/bulletin/hold.ts';
import { BULLETIN_STATES, type UnresolvedName } from '../domain/bulletin/kept-bulletin.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * Bulletins as they were imported; `region` is who publishes them, the nation.
 * @reference read by every region's exposures
 */
export const BulletinRow = defineEntity({
  name: 'BulletinRow',
  tableName: 'bulletin',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: publishedRows(ROLE),
  indexes: [
    { name: 'bulletin_published', properties: ['region', 'publishedAt', 'id'] },
    { name: 'bulletin_digest', properties: ['region', 'digest'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    publishedAt: p.datetime(3),
    importedAt: p.datetime(3),
    importedBy: p.string().length(128),
    state: p.enum(BULLETIN_STATES),
    acceptedAt: p.datetime(3).nullable(),
    /** SHA-256 of what it says, hexadecimal. */
    digest: p.string().length(64),
    listed: p.json<PerLevel<number>>(),
    movement: p.json<Movement>(),
    holds: p.json<readonly HoldReason[]>(),
    unresolved: p.json<readonly UnresolvedName[]>(),
    proposalId: p.string().length(33).nullable(),
    /** Keys of its areas, a line each, deflated. */
    areas: p.blob().lazy(),
  },
});

/**
 * Risk areas with the time in which they stand: valid time, from the instant of the bulletin that
 * lists them first until that of the first one that does not.
 * @reference read by every region's exposures
 */
export const RiskAreaRow = defineEntity({
  name: 'RiskAreaRow',
  tableName: 'risk_area',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: publishedRows(ROLE),
  indexes: [
    { name: 'risk_area_open', properties: ['region', 'validTo'] },
    { name: 'risk_area_division', properties: ['region', 'division', 'validTo'] },
    { name: 'risk_area_changed', properties: ['region', 'changedBy', 'id'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    level: p.enum(RISK_LEVELS),
    /** GB/T 2260: the nearest division that its names lead to. */
    division: p.string().length(6),
    /** Whether it is the whole of its division. */
    whole: p.boolean(),
    province: p.text(),
    city: p.text(),
    county: p.text(),
    community: p.text(),
    validFrom: p.datetime(3),
    /** Exclusive; equal to `validFrom` when a correction says that it never stood. */
    validTo: p.datetime(3).nullable(),
    /** Bulletin that changed it last. */
    changedBy: p.string().length(33),
  },
});

/** What was published, and what it means, is about places. */
export const BULLETINS_KEPT: readonly Kept[] = [
  { table: 'travel_history.bulletin', class: 'REFERENCE' },
  { table: 'travel_history.risk_area', class: 'REFERENCE' },
];
