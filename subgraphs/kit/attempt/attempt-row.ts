import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../retained.ts';
import { clearingRows, retentionRows } from '../scope/row-policies.ts';

const OWN = `subject = current_setting('app.subject', true)`;

/**
 * Mutations that were sent with an Idempotency-Key: which key, a hash of what was asked, and the
 * id of what came of it; never the body. Kept 24 hours. Source: DESIGN.md §4.
 */
export function defineAttemptRow(schema: string, role: string) {
  const subgraph = subgraphOf(schema);
  return defineEntity({
    name: 'AttemptRow',
    tableName: 'attempt',
    schema,
    rowLevelSecurity: 'force',
    policies: [
      { name: 'own', command: 'all', roles: [role], using: OWN, check: OWN },
      retentionRows(role),
      clearingRows(role, subgraph),
    ],
    indexes: [
      { name: 'attempt_old', properties: ['subject', 'createdAt'] },
      { name: 'attempt_created', properties: ['region', 'createdAt'] },
    ],
    properties: {
      /** Spreads the table: what a key is asked for is found without it. */
      region: p.string().length(6).primary(),
      subject: p.string().length(128).primary(),
      /** SHA-256 of the key. */
      key: p.blob().primary(),
      /** HMAC-SHA256 of field and arguments under the key, which is kept nowhere. */
      asked: p.blob(),
      resultType: p.string().length(64).nullable(),
      resultId: p.string().length(64).nullable(),
      createdAt: p.datetime(3),
    },
  });
}

/** The subgraph that a schema is of. */
function subgraphOf(schema: string): string {
  return schema.replaceAll('_', '-');
}

/** Attempts go a day after they were made, also of those who never come back. */
export function attemptsKept(schema: string): Retained {
  return {
    table: `${schema}.attempt`,
    class: 'ATTEMPTS',
    since: 'created_at',
  };
}

/** SQL that lets attempts of an existing table be cleared; for its migrations. */
export function addAttemptRetention(schema: string, role: string): string[] {
  const table = `"${schema}"."attempt"`;
  const { using: seen } = retentionRows(role);
  const { using: own } = clearingRows(role, subgraphOf(schema));
  return [
    `create index "attempt_created" on ${table} ("region", "created_at")`,
    `create policy "retention" on ${table} for select to "${role}" using (${seen})`,
    `create policy "clearing" on ${table} to "${role}" using (${own}) with check (${own})`,
  ];
}

/** Entity of one subgraph's attempts. */
export type AttemptEntity = ReturnType<typeof defineAttemptRow>;

/** SQL that makes the attempt table of a schema; for its migrations. */
export function createAttemptTable(schema: string, role: string): string[] {
  const table = `"${schema}"."attempt"`;
  return [
    `create table ${table} ("region" varchar(6) not null, "subject" varchar(128) not null, "key" bytea not null, "asked" bytea not null, "result_type" varchar(64) null, "result_id" varchar(64) null, "created_at" timestamptz(3) not null, primary key ("region", "subject", "key"))`,
    `create index "attempt_old" on ${table} ("subject", "created_at")`,
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy "own" on ${table} to "${role}" using (${OWN}) with check (${OWN})`,
    `grant select, insert, update, delete on ${table} to "${role}"`,
  ];
}
