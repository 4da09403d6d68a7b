import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { DOCUMENT_TYPES } from '../../kit/standards/document-types.ts';
import { REGISTRATION_STATES } from '../domain/resident.ts';
import { accountRows, resolverRows, type RowPolicy } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

// The guardian's account sees a ward until the guardianship ends, by the database's own clock.
const GUARDS = `(guardian_account = current_setting('app.subject', true) and (guarded_until is null or guarded_until > now()))`;

function guardedRows(role: string): RowPolicy[] {
  return accountRows(role, 'id', 'account').map((policy) => {
    const condition = `(${policy.using}) or ${GUARDS}`;
    return { ...policy, using: condition, check: condition };
  });
}

/**
 * A registration. Name, document number and phone are sealed; the document is found by its blind
 * index only, and one document is registered once in a region.
 */
export const ResidentRow = defineEntity({
  name: 'ResidentRow',
  tableName: 'resident',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...guardedRows(ROLE), resolverRows()],
  indexes: [
    {
      name: 'resident_registered_document',
      expression:
        'create unique index "resident_registered_document" on "residents"."resident" ("region", "document_index") where "state" = \'REGISTERED\'',
    },
    {
      name: 'resident_registered_document_even',
      expression:
        'create unique index "resident_registered_document_even" on "residents"."resident" ("region", "document_index_even") where "state" = \'REGISTERED\'',
    },
    { name: 'resident_document', properties: ['region', 'documentIndex'] },
    { name: 'resident_document_even', properties: ['region', 'documentIndexEven'] },
    // Evidence names a person by document, whatever the region.
    {
      name: 'resident_document_anywhere',
      expression:
        'create index "resident_document_anywhere" on "residents"."resident" ("document_index") where "state" = \'REGISTERED\'',
    },
    {
      name: 'resident_document_anywhere_even',
      expression:
        'create index "resident_document_anywhere_even" on "residents"."resident" ("document_index_even") where "state" = \'REGISTERED\'',
    },
    { name: 'resident_queue', properties: ['region', 'state', 'receivedAt', 'id'] },
    { name: 'resident_account', properties: ['account'] },
    { name: 'resident_guardian', properties: ['region', 'guardianId'] },
    { name: 'resident_guardian_account', properties: ['guardianAccount'] },
    {
      name: 'resident_guarded_until',
      expression:
        'create index "resident_guarded_until" on "residents"."resident" ("guarded_until") where "guarded_until" is not null',
    },
    {
      name: 'resident_renewal',
      expression:
        'create index "resident_renewal" on "residents"."resident" ("region", "renewal_asked_at", "id") where "renewal_asked_at" is not null',
    },
  ],
  checks: [
    {
      name: 'resident_document_indexed',
      expression: 'document_index is not null or document_index_even is not null',
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    state: p.enum(REGISTRATION_STATES),
    documentType: p.enum(Object.values(DOCUMENT_TYPES)),
    documentSealed: p.blob(),
    /** Blind index under a key of an odd number; see kit/keys/blind-index.ts. */
    documentIndex: p.blob().nullable(),
    /** The same under a key of an even number. */
    documentIndexEven: p.blob().nullable(),
    nameSealed: p.blob(),
    maskedName: p.string().length(64),
    phoneSealed: p.blob().nullable(),
    birthDate: p.string().length(10),
    division: p.string().length(6),
    /** The person's own. */
    account: p.string().length(128).nullable(),
    /** Who acts for a ward; null once that has ended. */
    guardianId: p.string().length(33).nullable(),
    guardianAccount: p.string().length(128).nullable(),
    guardianName: p.string().length(64).nullable(),
    /** Exclusive; null while the registration that names the guardian waits for its review. */
    guardedUntil: p.datetime(3).nullable(),
    renewalAskedAt: p.datetime(3).nullable(),
    renewalRefusal: p.string().length(500).nullable(),
    /** Of which the registration was imported. */
    sourceRegion: p.string().length(6).nullable(),
    receivedAt: p.datetime(3),
    reviewedAt: p.datetime(3).nullable(),
    reviewedBy: p.string().length(128).nullable(),
    reviewReason: p.string().length(500).nullable(),
  },
});

/** A registration is kept until it is erased. */
export const RESIDENTS_KEPT: Kept = { table: 'residents.resident', class: 'REGISTER' };
