import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { definerRows, residentRows, retentionRows } from '../../kit/scope/row-policies.ts';
import { ISSUED_KINDS } from '../domain/code/issued-token.ts';
import { ROLE, SCHEMA } from './names.ts';

/**
 * An issued token by its cti; the text itself is not kept. One dynamic token stands a code and
 * day, and no status index is used twice in a list (issuer, kind, day).
 */
export const CodeTokenRow = defineEntity({
  name: 'CodeTokenRow',
  tableName: 'code_token',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), definerRows(), retentionRows(ROLE)],
  uniques: [
    { name: 'code_token_index', properties: ['region', 'kind', 'issuedOn', 'statusIndex'] },
  ],
  indexes: [
    { name: 'code_token_code', properties: ['region', 'codeId'] },
    { name: 'code_token_issued', properties: ['region', 'issuedAt'] },
    { name: 'code_token_expires', properties: ['region', 'expiresAt'] },
    {
      name: 'code_token_withdrawn',
      expression:
        'create index "code_token_withdrawn" on "codes"."code_token" ("region", "withdrawn_at") where "withdrawn_at" is not null',
    },
    {
      name: 'code_token_daily',
      expression:
        'create unique index "code_token_daily" on "codes"."code_token" ("region", "code_id", "issued_on") where "kind" = \'DYNAMIC\' and "withdrawn_at" is null',
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    cti: p.blob().primary(),
    codeId: p.string().length(33),
    residentId: p.string().length(33),
    kind: p.enum(ISSUED_KINDS),
    statusIndex: p.integer(),
    /** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
    issuedOn: p.string().length(10),
    issuedAt: p.datetime(3),
    expiresAt: p.datetime(3),
    withdrawnAt: p.datetime(3).nullable(),
    withdrawnBy: p.string().length(128).nullable(),
    withdrawReason: p.string().length(500).nullable(),
  },
});

/** Tokens go soon after their end, whether or not they were withdrawn. */
export const TOKENS_KEPT: Retained = {
  table: 'codes.code_token',
  class: 'TOKENS',
  since: 'expires_at',
};
