import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Kept } from '../retained.ts';
import { regionRows } from '../scope/row-policies.ts';
import type { DryRunCount, ProposalActor, ProposalState } from './proposal.ts';

/** States that are written; EXPIRED follows from the time. */
const KEPT_STATES = [
  'WAITING',
  'APPROVED',
  'REFUSED',
  'TAKEN_BACK',
] as const satisfies readonly ProposalState[];

/** The proposal table of one subgraph. */
export function defineProposalRow(schema: string, role: string) {
  return defineEntity({
    name: 'ProposalRow',
    tableName: 'proposal',
    schema,
    rowLevelSecurity: 'force',
    policies: regionRows(role),
    indexes: [{ name: 'proposal_newest', properties: ['region', 'proposedAt', 'id'] }],
    properties: {
      region: p.string().length(6).primary(),
      id: p.string().length(33).primary(),
      kind: p.string().length(32),
      about: p.string().length(64),
      reason: p.string().length(500),
      dryRun: p.json<readonly DryRunCount[]>(),
      proposedBy: p.json<ProposalActor>(),
      proposedAt: p.datetime(3),
      expiresAt: p.datetime(3),
      state: p.enum(KEPT_STATES),
      decidedBy: p.json<ProposalActor>().nullable(),
      decidedAt: p.datetime(3).nullable(),
      decideReason: p.string().length(500).nullable(),
    },
  });
}

/** Proposals say who agreed to what, and are never deleted. */
export function proposalsKept(schema: string): Kept {
  return { table: `${schema}.proposal`, class: 'LEDGER' };
}

/** Entity of one subgraph's proposals. */
export type ProposalEntity = ReturnType<typeof defineProposalRow>;

/** One row of a proposal table. */
export type ProposalRow = InferEntity<ProposalEntity>;

/** SQL that makes the proposal table of a schema; for its migrations. */
export function createProposalTable(schema: string, role: string): string[] {
  const table = `"${schema}"."proposal"`;
  const inRegions = `(region = any(string_to_array(current_setting('app.regions', true), ',')))`;
  const states = KEPT_STATES.map((state) => `'${state}'`).join(', ');
  return [
    `create table ${table} ("region" varchar(6) not null, "id" varchar(33) not null, "kind" varchar(32) not null, "about" varchar(64) not null, "reason" varchar(500) not null, "dry_run" jsonb not null, "proposed_by" jsonb not null, "proposed_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "state" text not null, "decided_by" jsonb null, "decided_at" timestamptz(3) null, "decide_reason" varchar(500) null, primary key ("region", "id"))`,
    `create index "proposal_newest" on ${table} ("region", "proposed_at", "id")`,
    `alter table ${table} add constraint "proposal_state_check" check ("state" in (${states}))`,
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy "scope" on ${table} to "${role}" using ${inRegions} with check ${inRegions}`,
    // Decided ones stay: nothing is deleted.
    `grant select, insert, update on ${table} to "${role}"`,
  ];
}
