import { Migration } from '@mikro-orm/migrations';

const EVIDENCE = 'alter table "codes"."evidence"';
const RETENTION = `current_setting('app.subject', true) = 'retention' and current_setting('app.residents', true) = '*'`;
const ASKED = `region = any(string_to_array(current_setting('app.regions', true), ',')) and current_setting('app.subject', true) = 'taken-in'`;

const KEPT = [
  `${EVIDENCE} add column "kept_since" timestamptz(3) null`,
  'create index "evidence_kept" on "codes"."evidence" ("region", "kept_since") where "kept_since" is not null',
  `create index "evidence_open_stay" on "codes"."evidence" ("region", "taken_in_at") where "kind" = 'RISK_AREA_STAY' and "kept_since" is null`,
  `create policy "retention" on "codes"."evidence" for select to "tongma_codes" using (${RETENTION})`,
  `create policy "taken_in" on "codes"."evidence" for select to "tongma_owner" using (${ASKED})`,
  `create policy "taken_in" on "codes"."set_aside" for select to "tongma_owner" using (${ASKED})`,
];

// What was kept of stays and trips beyond what rules read, for ever. The owner sees no row under
// forced row security; it is taken off, for the owner alone, while the bodies are cleared.
const CLEARED = [
  // The last word of a person about stays has no end: stays would count as unknown without it.
  `update "codes"."evidence" t
   set body = body - '{division,community,arrivedAt,leftAt}'::text[], occurred_at = taken_in_at,
       kept_since = case when exists (select from "codes"."evidence" o
         where o.region = t.region and o.resident_id = t.resident_id and o.kind = 'STAY'
           and (o.taken_in_at, o.id) > (t.taken_in_at, t.id)) then taken_in_at end
   where kind = 'STAY'`,
  `update "codes"."evidence"
   set body = body - 'areaId',
       kept_since = case when body ->> 'until' is not null then
         greatest((body ->> 'until')::timestamptz, taken_in_at - interval '26 days') end
   where kind = 'RISK_AREA_STAY'`,
  `update "codes"."evidence"
   set body = body - 'fromCountry',
       kept_since = greatest((body ->> 'enteredAt')::timestamptz, taken_in_at - interval '26 days')
   where kind = 'ENTRY'`,
];

// Which of some events codes has taken in, or an official has given up, within the region of
// whoever asks: nothing of what they say. It says that it looks, and puts back who asked.
const TAKEN_IN = `create function "codes"."taken_in"(given_region text, given_ids text[])
   returns setof text
   language plpgsql security definer
   set search_path = pg_catalog, pg_temp
 as $$
 declare
   before text := coalesce(current_setting('app.subject', true), '');
 begin
   set local app.subject = 'taken-in';
   return query
     select e.id::text from unnest(given_ids) g (id)
     join "codes"."evidence" e on e.region = given_region and e.id = g.id
     union
     select s.id::text from unnest(given_ids) g (id)
     join "codes"."set_aside" s on s.region = given_region and s.id = g.id
     where s.state = 'DROPPED';
   execute format('set local app.subject = %L', before);
 end $$`;

const SIGNATURE = '"codes"."taken_in"(text, text[])';
const PRODUCERS = '"tongma_residents", "tongma_health", "tongma_travel"';
const GRANTS = [
  `grant usage on schema "codes" to ${PRODUCERS}`,
  `revoke all on function ${SIGNATURE} from public`,
  `grant execute on function ${SIGNATURE} to ${PRODUCERS}`,
];

/** 0015-evidence-retention. Only ever forward: migrations expand, and contract in a later one. */
export class EvidenceRetention extends Migration {
  override up(): void {
    for (const sql of [
      ...KEPT,
      `${EVIDENCE} no force row level security`,
      ...CLEARED,
      `${EVIDENCE} force row level security`,
      TAKEN_IN,
      ...GRANTS,
    ]) {
      this.addSql(sql);
    }
  }
}
