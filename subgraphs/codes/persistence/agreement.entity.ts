import { defineEntity, p } from '@mikro-orm/core';
import type { Kept } from '../../kit/retention.ts';
import { IN_REGIONS, PUBLISHING, referenceRows, regionRows } from '../../kit/scope/row-policies.ts';
import type { Agreement } from '../domain/recognition/agreement.ts';
import { RECOGNITION_MODES } from '../domain/recognition/recognition-mode.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Condition of rows of which a column holds one of the scope's regions. */
const inRegions = (column: string) => IN_REGIONS.replace('region', column);

/**
 * Agreements as one side or both signed them; `region` is the receiver. The signed bytes are the
 * truth: they are verified at every load. The receiver adds, the issuer signs too.
 * @reference read by every region's recognition
 */
export const AgreementRow = defineEntity({
  name: 'AgreementRow',
  tableName: 'agreement',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    ...referenceRows(ROLE),
    { name: 'offering', command: 'insert', roles: [ROLE], check: IN_REGIONS },
    {
      ...{ name: 'accepting', command: 'update', roles: [ROLE] },
      ...{ using: inRegions('issuer'), check: inRegions('issuer') },
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    issuer: p.string().length(6).primary(),
    version: p.integer().primary(),
    signed: p.blob(),
    /** Read no more: a withdrawal is signed, and stands in a table of its own. */
    withdrawnAt: p.datetime(3).nullable(),
  },
});

/**
 * Withdrawals of agreements, signed by one side, which `side` names; verified at every load. Rows
 * are added only, and no side can keep the other from withdrawing.
 */
export const AgreementWithdrawalRow = defineEntity({
  name: 'AgreementWithdrawalRow',
  tableName: 'agreement_withdrawal',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    { name: 'known', command: 'select', roles: [ROLE], using: 'true' },
    {
      ...{ name: 'withdrawing', command: 'insert', roles: [ROLE] },
      check: `${inRegions('side')} or ${PUBLISHING}`,
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    issuer: p.string().length(6).primary(),
    version: p.integer().primary(),
    side: p.string().length(6).primary(),
    signed: p.blob(),
  },
});

/** Terms as they were proposed; rows are added only, so that what is approved is what was read. */
export const AgreementDraftRow = defineEntity({
  name: 'AgreementDraftRow',
  tableName: 'agreement_draft',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: regionRows(ROLE),
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    issuer: p.string().length(6),
    mode: p.enum(RECOGNITION_MODES),
    colorMap: p.json<Agreement['colorMap']>(),
    conditions: p.json<Agreement['conditions']>(),
    validFrom: p.datetime(3),
    validTo: p.datetime(3),
    createdAt: p.datetime(3),
  },
});

/** What two regions agreed, and what was proposed, is about nobody. */
export const AGREEMENTS_KEPT: readonly Kept[] = [
  { table: 'codes.agreement', class: 'REFERENCE' },
  { table: 'codes.agreement_withdrawal', class: 'REFERENCE' },
  { table: 'codes.agreement_draft', class: 'LEDGER' },
];
