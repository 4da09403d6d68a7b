import { defineEntity, p } from '@mikro-orm/core';
import { residentRows, retentionRows, takenInRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Evidence whose days are counted, by class: kinds that a class has, as indexes name them. */
export const KINDS_KEPT = {
  movement: `kind in ('STAY', 'RISK_AREA_STAY', 'ENTRY')`,
  self: `kind in ('DECLARATION', 'CHECK_IN')`,
  others: `kind not in ('STAY', 'RISK_AREA_STAY', 'ENTRY', 'DECLARATION', 'CHECK_IN')`,
} as const;

const KEPT_INDEXES = Object.entries(KINDS_KEPT).map(([name, kinds]) => ({
  name: `evidence_kept_${name}`,
  expression: `create index "evidence_kept_${name}" on "codes"."evidence" ("region", "kept_since") where "kept_since" is not null and ${kinds}`,
}));

/** A fact as it came in an event: its id is the event's, so that it is taken in once. */
export const EvidenceRow = defineEntity({
  name: 'EvidenceRow',
  tableName: 'evidence',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE), takenInRows()],
  indexes: [
    { name: 'evidence_resident', properties: ['region', 'residentId'] },
    {
      // Rows come in the order of time: a hundred times smaller, and next to nothing to keep.
      name: 'evidence_taken_in',
      expression:
        'create index "evidence_taken_in" on "codes"."evidence" using brin ("taken_in_at")',
    },
    ...KEPT_INDEXES,
    {
      name: 'evidence_open_stay',
      expression: `create index "evidence_open_stay" on "codes"."evidence" ("region", "taken_in_at") where "kind" = 'RISK_AREA_STAY' and "kept_since" is null`,
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
    /** From when its days are counted; null while it is not over. */
    keptSince: p.datetime(3).nullable(),
  },
});
