import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { DOCUMENT_TYPES } from '../../kit/standards/document-types.ts';
import { REGISTRATION_STATES } from '../domain/resident.ts';
import { accountRows, resolverRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * A registration. Name, document number and phone are sealed; the document is found by its blind
 * index only, and one document is registered once in a region.
 */
export const ResidentRow = defineEntity({
  name: 'ResidentRow',
  tableName: 'resident',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...accountRows(ROLE, 'id', 'account'), resolverRows()],
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
    guardianId: p.string().length(33).nullable(),
    account: p.string().length(128).nullable(),
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
