import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { residentRows } from '../../kit/scope/row-policies.ts';
import { CONSENT_METHODS } from '../domain/resident.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Consents that officials recorded at a desk. */
export const ConsentRow = defineEntity({
  name: 'ConsentRow',
  tableName: 'consent',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: residentRows(ROLE),
  indexes: [{ name: 'consent_resident', properties: ['region', 'residentId'] }],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    residentId: p.string().length(33),
    method: p.enum(CONSENT_METHODS),
    recordedAt: p.datetime(3),
    recordedBy: p.string().length(128),
  },
});

/** A consent is kept as long as the registration that rests on it. */
export const CONSENTS_KEPT: Kept = { table: 'residents.consent', class: 'REGISTER' };
