import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { regionRows, regionRowsRead } from '../scope/row-policies.ts';

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
    policies: [...regionRows(producerRole), regionRowsRead(consumerRole)],
    properties: {
      region: p.string().length(6).primary(),
      id: p.string().length(33).primary(),
      residentId: p.string().length(33),
      kind: p.string().length(32),
      /** Facts only: never a name, a document number or a phone number. */
      body: p.json<Readonly<Record<string, unknown>>>(),
      occurredAt: p.datetime(3),
      recordedAt: p.datetime(3),
    },
  });
}

/** One row of an event table. */
export type EventRow = InferEntity<ReturnType<typeof defineEventRow>>;
