import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Retained } from '../retained.ts';
import { regionRows, regionRowsRead, retentionRows } from '../scope/row-policies.ts';

/**
 * The event table of one producer: what happened, written in the transaction that made it happen.
 * Read by the consumer role, the one cross-schema grant. Source: DESIGN.md §5.
 */
export function defineEventRow(schema: string, producerRole: string, consumerRole: string) {
  return defineEntity({
    name: 'EventRow',
    tableName: 'event',
    schema,
    rowLevelSecurity: 'force',
    policies: [
      ...regionRows(producerRole),
      regionRowsRead(consumerRole),
      retentionRows(producerRole),
    ],
    indexes: [
      { name: 'event_batch', expression: batchIndex(schema) },
      { name: 'event_recorded', expression: recordedIndex(schema) },
    ],
    properties: {
      region: p.string().length(6).primary(),
      id: p.string().length(33).primary(),
      residentId: p.string().length(33),
      kind: p.string().length(32),
      /** Facts only: never a name, a document number or a phone number. */
      body: p.json<Readonly<Record<string, unknown>>>(),
      occurredAt: p.datetime(3),
      recordedAt: p.datetime(3),
      /** Names those that were written, and are taken in, together. */
      batch: p.string().length(33).nullable(),
    },
  });
}

/** One row of an event table. */
export type EventRow = InferEntity<ReturnType<typeof defineEventRow>>;

function batchIndex(schema: string): string {
  return `create index "event_batch" on "${schema}"."event" ("region", "batch") where "batch" is not null`;
}

/** Rows come in the order of time: such an index costs next to nothing. */
function recordedIndex(schema: string): string {
  return `create index "event_recorded" on "${schema}"."event" using brin ("recorded_at")`;
}

/** SQL that lets events of an existing table belong to a batch; for its migrations. */
export function addEventBatch(schema: string): string[] {
  return [
    `alter table "${schema}"."event" add column "batch" varchar(33) null`,
    batchIndex(schema),
  ];
}

/** Events go a day after they were written, once codes has taken them in or given them up. */
export function eventsKept(schema: string): Retained {
  return {
    ...{ table: `${schema}.event`, class: 'TAKEN_IN', since: 'recorded_at' },
    known: 'codes.taken_in',
  };
}

/** SQL that lets events of an existing table be cleared by their producer; for its migrations. */
export function addEventRetention(schema: string, producerRole: string): string[] {
  const { name, using } = retentionRows(producerRole);
  return [
    recordedIndex(schema),
    `create policy "${name}" on "${schema}"."event" for select to "${producerRole}" using (${using})`,
  ];
}
