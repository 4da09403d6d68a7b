import { Migration } from '@mikro-orm/migrations';

const inRegions = (column: string) =>
  `(${column} = any(string_to_array(current_setting('app.regions', true), ',')))`;
const PUBLISHING = `current_setting('app.subject', true) = 'publisher'`;

// How a region's codes stand, in numbers: whoever weighs an agreement with it learns no more, and
// nothing of fewer than five. The function sets its region for the time of the call, as status_of.
const STANDING_COUNTS = [
  `create function "codes"."standing_counts"(asked text)
     returns table (color text, count int)
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp
   as $$
   declare
     before text := coalesce(current_setting('app.regions', true), '');
   begin
     execute format('set local app.regions = %L', asked);
     return query
       select c.color, count(*)::int
       from "codes"."health_code" c
       where c.region = asked and c.state = 'ACTIVE' and c.color is not null
       group by c.color having count(*) >= 5;
     execute format('set local app.regions = %L', before);
   end $$`,
  'revoke all on function "codes"."standing_counts"(text) from public',
  'grant execute on function "codes"."standing_counts"(text) to "tongma_codes"',
];

/** 0008-agreements. Only ever forward: migrations expand, and contract in a later one. */
export class Agreements extends Migration {
  override up(): void {
    for (const sql of [
      `create policy "offering" on "codes"."agreement" for insert to "tongma_codes" with check ${inRegions('region')}`,
      `create policy "accepting" on "codes"."agreement" for update to "tongma_codes" using ${inRegions('issuer')} with check ${inRegions('issuer')}`,
      // What was signed gains signatures; nothing else of it changes, and nothing goes.
      'revoke update, delete on "codes"."agreement" from "tongma_codes"',
      'grant update ("signed") on "codes"."agreement" to "tongma_codes"',
      'create table "codes"."agreement_withdrawal" ("region" varchar(6) not null, "issuer" varchar(6) not null, "version" int not null, "side" varchar(6) not null, "signed" bytea not null, primary key ("region", "issuer", "version", "side"))',
      'alter table "codes"."agreement_withdrawal" enable row level security',
      'alter table "codes"."agreement_withdrawal" force row level security',
      'create policy "known" on "codes"."agreement_withdrawal" for select to "tongma_codes" using (true)',
      `create policy "withdrawing" on "codes"."agreement_withdrawal" for insert to "tongma_codes" with check (${inRegions('side')} or ${PUBLISHING})`,
      'grant select, insert on "codes"."agreement_withdrawal" to "tongma_codes"',
      'create table "codes"."agreement_draft" ("region" varchar(6) not null, "id" varchar(33) not null, "issuer" varchar(6) not null, "mode" text not null, "color_map" jsonb not null, "conditions" jsonb not null, "valid_from" timestamptz(3) not null, "valid_to" timestamptz(3) not null, "created_at" timestamptz(3) not null, primary key ("region", "id"))',
      `alter table "codes"."agreement_draft" add constraint "agreement_draft_mode_check" check ("mode" in ('DIRECT', 'SHARED_DATA', 'CONVERT'))`,
      'alter table "codes"."agreement_draft" enable row level security',
      'alter table "codes"."agreement_draft" force row level security',
      `create policy "scope" on "codes"."agreement_draft" to "tongma_codes" using ${inRegions('region')} with check ${inRegions('region')}`,
      'grant select, insert on "codes"."agreement_draft" to "tongma_codes"',
      ...STANDING_COUNTS,
    ]) {
      this.addSql(sql);
    }
  }
}
