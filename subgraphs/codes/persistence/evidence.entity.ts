import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retained.ts';
import { residentRows, retentionRows, takenInRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

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
    {
      name: 'evidence_kept',
      expression:
        'create index "evidence_kept" on "codes"."evidence" ("region", "kept_since") where "kept_since" is not null',
    },
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
    /** From when its days are counted, where it says that somebody was somewhere, and it is over. */
    keptSince: p.datetime(3).nullable(),
  },
});

// Each is asked of one row, by an index, and gives one value: as joins, the planner would take the
// rows of a region, which row security makes it think few, one by one for each row.
const OF_RESIDENT = 'o.region = t.region and o.resident_id = t.resident_id';

/** Whoever reads a decision finds what it cites, until another follows it. */
const NOT_CITED = `(select (select d.detail from codes.color_decision d
    where d.region = o.region and d.code_id = o.id order by d.decided_at desc, d.id desc limit 1)
    @> jsonb_build_object('reasons', jsonb_build_array(
      jsonb_build_object('evidence', jsonb_build_array(jsonb_build_object('id', t.id)))))
  from codes.health_code o where ${OF_RESIDENT}) is not true`;

/** What it supersedes would count again without it. */
const SUPERSEDES_NONE = `(select true from codes.evidence o
  where ${OF_RESIDENT} and o.id = t.body ->> 'supersedes' limit 1) is null`;

/** Stays are unknown until one was declared: the last that was, and counts, stands for all. */
const STAYS_KNOWN = `(t.kind = 'ENTRY' or (select true from codes.evidence o where ${OF_RESIDENT}
  and o.kind = 'STAY' and (t.kind <> 'STAY' or (o.taken_in_at, o.id) > (t.taken_in_at, t.id))
  and (select true from codes.evidence s where s.region = o.region
    and s.resident_id = o.resident_id and s.body ->> 'supersedes' = o.id limit 1) is null
  limit 1))`;

/** What an open stay was told to be before it was told anew. */
const SUPERSEDED = `(select true from codes.evidence o
  where ${OF_RESIDENT} and o.kind in ('STAY', 'RISK_AREA_STAY')
    and o.body ->> 'supersedes' = t.id limit 1)`;

/**
 * Evidence of where somebody was is kept so long, and `longer` where rules read what was longer ago.
 * Source: RULES.md §11.
 */
export function evidenceKept(longer: number): readonly Retained[] {
  const common = { table: 'codes.evidence', class: 'MOVEMENT', key: ['id'], longer } as const;
  return [
    {
      ...{ ...common, since: 'taken_in_at' },
      when: `t.kind = 'RISK_AREA_STAY' and t.kept_since is null
        and ${SUPERSEDED} and ${STAYS_KNOWN} and ${SUPERSEDES_NONE} and ${NOT_CITED}`,
    },
    {
      ...common,
      since: 'kept_since',
      when: `${STAYS_KNOWN} and ${SUPERSEDES_NONE} and ${NOT_CITED}`,
    },
  ];
}
