import { Migration } from '@mikro-orm/migrations';

const CITED =
  "region = any(string_to_array(current_setting('app.regions', true), ',')) and current_setting('app.subject', true) = 'citation-check'";

// Whether a result stands and says DETECTED, within the regions of whoever cites it: one word,
// and nothing of whose it is. It says that it checks, and puts back who asked.
const IS_DETECTED = `create function "health_records"."is_detected"(given_region text, given_id text)
   returns boolean
   language plpgsql security definer
   set search_path = pg_catalog, pg_temp
 as $$
 declare
   before text := coalesce(current_setting('app.subject', true), '');
   detected boolean;
 begin
   set local app.subject = 'citation-check';
   select exists (select from "health_records"."test_result" r
     where r.region = given_region and r.id = given_id and r.result = 'DETECTED'
       and r.corrected_by_id is null) into detected;
   execute format('set local app.subject = %L', before);
   return detected;
 end $$`;

const SIGNATURE = '"health_records"."is_detected"(text, text)';

/** 0006-citations. Only ever forward: migrations expand, and contract in a later one. */
export class Citations extends Migration {
  override up(): void {
    this.addSql(
      `create policy "citation" on "health_records"."test_result" for select to "tongma_owner" using (${CITED})`,
    );
    this.addSql(IS_DETECTED);
    this.addSql('grant usage on schema "health_records" to "tongma_travel"');
    this.addSql(`revoke all on function ${SIGNATURE} from public`);
    this.addSql(`grant execute on function ${SIGNATURE} to "tongma_travel"`);
  }
}
