import { defineEntity, p } from '@mikro-orm/core';
import { publishedRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Kinds of list that a region signs by itself. */
export const SIGNED_LIST_KINDS = ['STATEMENT', 'STATUS_LIST', 'TERMS'] as const;
/** One of them. */
export type SignedListKind = (typeof SIGNED_LIST_KINDS)[number];

/**
 * The lists that a region signs, the newest of each name: of the regions of this stack and, as they
 * were signed, of those of others. Says nothing about a person.
 * @reference read by every region's recognition
 */
export const SignedListRow = defineEntity({
  name: 'SignedListRow',
  tableName: 'signed_list',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: publishedRows(ROLE),
  properties: {
    region: p.string().length(6).primary(),
    /** `statement`, `terms`, or the subject of a status list. */
    name: p.string().length(96).primary(),
    kind: p.enum(SIGNED_LIST_KINDS),
    /** SHA-256 of `signed`. */
    digest: p.blob(),
    signed: p.blob(),
    issuedAt: p.datetime(3),
  },
});
