import { Migration } from '@mikro-orm/migrations';

const CITED =
  "region = any(string_to_array(current_setting('app.regions', true), ',')) and current_setting('app.subject', true) = 'citation-check'";

// Whether a stay is a resident's and was in a risk area within the days that stays are kept, within
// the regions of whoever cites it: one word, and nothing of where or when. It says that it checks,
// and puts back who asked.
const WAS_EXPOSED = `create function "travel_history"."was_exposed"(given_region text, given_resident text, given_stay text)
   returns boolean
   language plpgsql security definer
   set search_path = pg_catalog, pg_temp
 as $$
 declare
   before text := coalesce(current_setting('app.subject', true), '');
   exposed boolean;
 begin
   set local app.subject = 'citation-check';
   select exists (select from "travel_history"."exposure" e
     where e.region = given_region and e.stay_id = given_stay and e.resident_id = given_resident
       and (e.ended_at is null or e.ended_at > now() - interval '28 days')) into exposed;
   execute format('set local app.subject = %L', before);
   return exposed;
 end $$`;

const SIGNATURE = '"travel_history"."was_exposed"(text, text, text)';

/** 0010-exposed-stays. Only ever forward: migrations expand, and contract in a later one. */
export class ExposedStays extends Migration {
  override up(): void {
    for (const sql of [
      `create policy "citation" on "travel_history"."exposure" for select to "tongma_owner" using (${CITED})`,
      WAS_EXPOSED,
      'grant usage on schema "travel_history" to "tongma_health"',
      `revoke all on function ${SIGNATURE} from public`,
      `grant execute on function ${SIGNATURE} to "tongma_health"`,
    ]) {
      this.addSql(sql);
    }
  }
}
