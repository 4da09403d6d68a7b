import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { IN_REGIONS, regionRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Kinds of list that a region signs by itself. */
export const SIGNED_LIST_KINDS = ['STATEMENT', 'STATUS_LIST', 'TERMS', 'EVIDENCE'] as const;
/** One of them. */
export type SignedListKind = (typeof SIGNED_LIST_KINDS)[number];

/** Name of the evidence that a region shares with a receiver. */
export const evidenceName = (receiver: string) => `evidence:${receiver}`;

/** Shared evidence is read by the region it is for, and by nobody else but its issuer. */
const FOR_ME = IN_REGIONS.replace('region =', `split_part(name, ':', 2) =`);

/**
 * The lists that a region signs, the newest of each name: of the regions of this stack and, as they
 * were signed, of those of others. Shared evidence says days about tokens; the others say nothing
 * about a person.
 * @reference read by every region's recognition
 */
export const SignedListRow = defineEntity({
  name: 'SignedListRow',
  tableName: 'signed_list',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    { name: 'published', command: 'select', roles: [ROLE], using: `kind <> 'EVIDENCE'` },
    {
      ...{ name: 'shared', command: 'select', roles: [ROLE] },
      using: `kind = 'EVIDENCE' and ${FOR_ME}`,
    },
    ...regionRows(ROLE),
  ],
  properties: {
    region: p.string().length(6).primary(),
    /** `statement`, `terms`, `evidence:` and the receiver, or the subject of a status list. */
    name: p.string().length(96).primary(),
    kind: p.enum(SIGNED_LIST_KINDS),
    /** SHA-256 of `signed`. */
    digest: p.blob(),
    signed: p.blob(),
    issuedAt: p.datetime(3),
  },
});

/** The newest of each name: a newer one takes its place. */
export const LISTS_KEPT: Kept = { table: 'codes.signed_list', class: 'REFERENCE' };
