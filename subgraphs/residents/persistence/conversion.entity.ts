import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import {
  courierRows,
  regionRows,
  residentRows,
  retentionRows,
} from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * Registrations that are offered to another region: sealed under a secret that only the person has,
 * one of a registration at a time.
 */
export const ConversionOfferRow = defineEntity({
  name: 'ConversionOfferRow',
  tableName: 'conversion_offer',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), courierRows(), retentionRows(ROLE)],
  indexes: [{ name: 'conversion_offer_resident', properties: ['region', 'residentId'] }],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    residentId: p.string().length(33),
    receiver: p.string().length(6),
    sealed: p.blob(),
    offeredAt: p.datetime(3),
    expiresAt: p.datetime(3),
    takenAt: p.datetime(3).nullable(),
  },
});

/** What other regions gave for offers, as sealed as it was there. */
export const ConversionImportRow = defineEntity({
  name: 'ConversionImportRow',
  tableName: 'conversion_import',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), courierRows(), retentionRows(ROLE)],
  properties: {
    /** Region that receives. */
    region: p.string().length(6).primary(),
    /** Of the offer. */
    id: p.string().length(33).primary(),
    issuer: p.string().length(6),
    sealed: p.blob(),
    expiresAt: p.datetime(3),
    /** The registration that was made of it, and who brought the text. */
    residentId: p.string().length(33).nullable(),
    importedBy: p.string().length(128).nullable(),
  },
});

/** Neither outlives its end: who did what stands in the audit log. */
export const CONVERSIONS_KEPT: readonly Retained[] = [
  { table: 'residents.conversion_offer', class: 'OFFERS', since: 'expires_at' },
  { table: 'residents.conversion_import', class: 'OFFERS', since: 'expires_at' },
];
