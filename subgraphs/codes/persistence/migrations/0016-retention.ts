import { Migration } from '@mikro-orm/migrations';
import { addAttemptRetention } from '../../../kit/attempt/attempt-row.ts';
import { retentionRows } from '../../../kit/scope/row-policies.ts';

const ROLE = 'tongma_codes';
const SEEN = retentionRows(ROLE).using;
const EVIDENCE = 'alter table "codes"."evidence"';
const CODE = 'alter table "codes"."health_code"';
const DECISION = 'alter table "codes"."color_decision"';

const MOVEMENT = `'STAY', 'RISK_AREA_STAY', 'ENTRY'`;
const SELF = `'DECLARATION', 'CHECK_IN'`;

function keptIndex(name: string, kinds: string): string {
  return `create index "evidence_kept_${name}" on "codes"."evidence" ("region", "kept_since") where "kept_since" is not null and ${kinds}`;
}

// The owner sees no row under forced row security; it is taken off, for the owner alone, while the
// days of what is there begin to count. The last declaration of a person has no end: declarations
// would count as unknown without it.
const COUNTED = [
  `update "codes"."evidence" t
   set kept_since = case
     when kind = 'DECLARATION' then case when exists (select from "codes"."evidence" o
       where o.region = t.region and o.resident_id = t.resident_id and o.kind = 'DECLARATION'
         and (o.taken_in_at, o.id) > (t.taken_in_at, t.id)) then taken_in_at end
     when kind in ('ISOLATION_ORDER', 'ISOLATION_EXTENSION', 'OVERRIDE') then
       case when body ->> 'until' is not null then
         greatest((body ->> 'until')::timestamptz, taken_in_at) end
     else taken_in_at end
   where kind not in (${MOVEMENT})`,
  // Most codes have one decision: their rows are left as they are.
  `update "codes"."health_code" c set decisions_since = d.first
   from (select region, code_id, min(decided_at) as first from "codes"."color_decision"
     group by region, code_id) d
   where d.region = c.region and d.code_id = c.id and d.first < c.decided_at`,
];

/** 0016-retention. Only ever forward: migrations expand, and contract in a later one. */
export class Retention extends Migration {
  override up(): void {
    const tables = [EVIDENCE, CODE, DECISION];
    for (const sql of [
      `${CODE} add column "decisions_since" timestamptz(3) null`,
      ...tables.map((table) => `${table} no force row level security`),
      ...COUNTED,
      ...tables.map((table) => `${table} force row level security`),
      // Of all kinds in one, the hourly search for one class would read what the others have.
      'drop index "codes"."evidence_kept"',
      keptIndex('movement', `kind in (${MOVEMENT})`),
      keptIndex('self', `kind in (${SELF})`),
      keptIndex('others', `kind not in (${MOVEMENT}, ${SELF})`),
      'create index "health_code_decisions" on "codes"."health_code" ("region", "decisions_since") where "decisions_since" is not null',
      'create index "color_decision_chunk" on "codes"."color_decision" ("region", "chunk_id") where "chunk_id" is not null',
      'create index "decision_chunk_decided" on "codes"."decision_chunk" ("region", "decided_at")',
      ...['color_decision', 'decision_chunk', 'set_aside'].map(
        (table) =>
          `create policy "retention" on "codes"."${table}" for select to "${ROLE}" using (${SEEN})`,
      ),
      ...addAttemptRetention('codes', ROLE),
    ]) {
      this.addSql(sql);
    }
  }
}
