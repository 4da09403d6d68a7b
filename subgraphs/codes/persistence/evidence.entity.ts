import { defineEntity, p } from '@mikro-orm/core';
import { residentRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/** A fact as it came in an event: its id is the event's, so that it is taken in once. */
export const EvidenceRow = defineEntity({
  name: 'EvidenceRow',
  tableName: 'evidence',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: residentRows(ROLE),
  indexes: [
    { name: 'evidence_resident', properties: ['region', 'residentId'] },
    {
      // Rows come in the order of time: a hundred times smaller, and next to nothing to keep.
      name: 'evidence_taken_in',
      expression:
        'create index "evidence_taken_in" on "codes"."evidence" using brin ("taken_in_at")',
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    residentId: p.string().length(33),
    kind: p.string().length(32),
    body: p.json<Readonly<Record<string, unknown>>>(),
    occurredAt: p.datetime(3),
    takenInAt: p.datetime(3),
  },
});
