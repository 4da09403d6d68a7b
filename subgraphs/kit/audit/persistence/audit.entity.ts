import { defineEntity, p } from '@mikro-orm/core';
import type { Declared } from '../../retained.ts';
import {
  definerRows,
  IN_REGIONS,
  residentRowsRead,
  type RowPolicy,
} from '../../scope/row-policies.ts';
import { CHECKPOINT_ROLE, READER_ROLE, SCHEMA } from './names.ts';

/** As whom `audit.append` runs. */
const DEFINER = 'tongma_owner';

function everyRow(name: string, command: 'all' | 'select', ...roles: string[]): RowPolicy {
  return { name, command, roles, using: 'true', ...(command === 'all' && { check: 'true' }) };
}

function appended(): RowPolicy {
  return { name: 'append', command: 'insert', roles: [DEFINER], check: 'true' };
}

/** As `collectNotes` begins the body of such an entry. */
const OF_MANY = `starts_with(body, '{"action":"COLORS_DECIDED"')`;

/** An entry is seen by whom its body may be shown to; bodies have their own policy. */
const ABOUT_SCOPE =
  `${IN_REGIONS} and (current_setting('app.residents', true) = '*' or exists ` +
  `(select from audit.body b where b.region = entry.region and b.sequence = entry.sequence))`;

/**
 * Who sees a body: those who see whom it is about. One that stands for many decisions holds a count
 * and a hash; whoever has one of the decisions needs it for the receipt.
 */
function bodyRead(): RowPolicy {
  const { using, ...policy } = residentRowsRead(READER_ROLE);
  return { ...policy, using: `(${using}) or (${IN_REGIONS} and ${OF_MANY})` };
}

/** Bodies whose year is over, by the database's own clock. */
const PAST_KEEPING =
  `${IN_REGIONS} and exists (select from audit.entry e where e.region = body.region and ` +
  `e.sequence = body.sequence and e.at < clock_timestamp() - '366 days'::interval)`;

/** `audit.clear_bodies` deletes, and nobody, whoever owns the table, what its year is not over for. */
function cleared(): RowPolicy {
  return { name: 'clear', command: 'delete', roles: [DEFINER], using: PAST_KEEPING };
}

/** Newest entry of each region's chain; locked while a transaction appends. */
export const HeadRow = defineEntity({
  name: 'AuditHeadRow',
  tableName: 'head',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    everyRow('append', 'all', DEFINER),
    everyRow('read', 'select', READER_ROLE, CHECKPOINT_ROLE),
  ],
  properties: {
    region: p.string().length(6).primary(),
    sequence: p.bigint('number'),
    hash: p.blob(),
    at: p.datetime(3),
  },
});

/** The chain: each entry's hash covers the one before, its time, its kind and its commitment. */
export const EntryRow = defineEntity({
  name: 'AuditEntryRow',
  tableName: 'entry',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    appended(),
    definerRows(),
    everyRow('checkpoint', 'select', CHECKPOINT_ROLE),
    { name: 'scope', command: 'select', roles: [READER_ROLE], using: ABOUT_SCOPE },
  ],
  indexes: [{ name: 'entry_kind', properties: ['region', 'kind', 'sequence'] }],
  properties: {
    region: p.string().length(6).primary(),
    sequence: p.bigint('number').primary(),
    at: p.datetime(3),
    kind: p.string().length(40),
    commitment: p.blob(),
    hash: p.blob(),
  },
});

/** What an entry says, outside the chain behind a salted commitment: it can be erased. */
export const BodyRow = defineEntity({
  name: 'AuditBodyRow',
  tableName: 'body',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [appended(), bodyRead(), definerRows(), cleared()],
  indexes: [
    { name: 'body_subject', properties: ['region', 'subject', 'sequence'] },
    { name: 'body_resident', properties: ['region', 'residentId', 'sequence'] },
    { name: 'body_object', properties: ['region', 'objectId', 'sequence'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    sequence: p.bigint('number').primary(),
    salt: p.blob(),
    body: p.text(),
    subject: p.text().generated(`(((body)::jsonb ->> 'subject'::text)) stored`).nullable(),
    residentId: p.text().generated(`(((body)::jsonb ->> 'residentId'::text)) stored`).nullable(),
    objectId: p.text().generated(`(((body)::jsonb ->> 'objectId'::text)) stored`).nullable(),
  },
});

/** Signed statements over the heads of all chains, by a key that the database does not hold. */
export const CheckpointRow = defineEntity({
  name: 'AuditCheckpointRow',
  tableName: 'checkpoint',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    everyRow('checkpoint', 'all', CHECKPOINT_ROLE),
    everyRow('read', 'select', READER_ROLE, DEFINER),
  ],
  properties: {
    /** Always that of all regions. */
    region: p.string().length(6).primary(),
    number: p.bigint('number').primary(),
    log: p.string().length(64),
    at: p.datetime(3),
    root: p.blob(),
    previous: p.blob(),
    signature: p.blob(),
    keyId: p.string().length(16),
  },
});

/** Heads that moved since the checkpoint before, as a checkpoint signed them. */
export const CheckpointHeadRow = defineEntity({
  name: 'AuditCheckpointHeadRow',
  tableName: 'checkpoint_head',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    everyRow('checkpoint', 'all', CHECKPOINT_ROLE),
    everyRow('read', 'select', READER_ROLE),
  ],
  indexes: [{ name: 'checkpoint_head_sequence', properties: ['region', 'sequence'] }],
  properties: {
    region: p.string().length(6).primary(),
    number: p.bigint('number').primary(),
    sequence: p.bigint('number'),
    fromSequence: p.bigint('number'),
    hash: p.blob(),
    intervalRoot: p.blob(),
  },
});

/** Signatures of other regions' logs over a checkpoint of this one. */
export const CosignatureRow = defineEntity({
  name: 'AuditCosignatureRow',
  tableName: 'cosignature',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    everyRow('checkpoint', 'all', CHECKPOINT_ROLE),
    everyRow('read', 'select', READER_ROLE),
  ],
  properties: {
    region: p.string().length(6).primary(),
    number: p.bigint('number').primary(),
    witness: p.string().length(64).primary(),
    signature: p.blob(),
    at: p.datetime(3),
  },
});

const TABLES = ['head', 'entry', 'checkpoint', 'checkpoint_head', 'cosignature'];

/**
 * The log proves what was done: entries stay, and so do the statements over them. What entries say
 * goes after a year, by a function that counts it by the database's own clock.
 */
export const LOG_KEPT: readonly Declared[] = [
  ...TABLES.map((name) => ({ table: `${SCHEMA}.${name}`, class: 'LEDGER' as const })),
  {
    ...{ table: `${SCHEMA}.body`, class: 'SELF_ENDING' },
    by: 'subgraphs/kit/audit/clear-bodies.ts',
  },
];
