import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { regionRows, retentionRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * Codes by which people agree to a guardian, hashed, one of a person at a time. Whoever brings one
 * is not known to act for the person yet: the hash is all that leads to the row.
 */
export const GuardianOfferRow = defineEntity({
  name: 'GuardianOfferRow',
  tableName: 'guardian_offer',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), retentionRows(ROLE)],
  indexes: [{ name: 'guardian_offer_code', properties: ['region', 'codeHash'] }],
  properties: {
    region: p.string().length(6).primary(),
    residentId: p.string().length(33).primary(),
    codeHash: p.blob(),
    offeredAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
});

/** None outlives its end: who did what stands in the audit log. */
export const GUARDIAN_OFFERS_KEPT: Retained = {
  table: 'residents.guardian_offer',
  class: 'OFFERS',
  since: 'expires_at',
};
