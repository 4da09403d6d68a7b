import { Migration } from '@mikro-orm/migrations';

// As is_detected of 0006, of a sample taken between two instants: an old case was near nobody.
const IS_DETECTED_NEAR = `create function "health_records"."is_detected_near"(given_region text, given_id text, earliest timestamptz, latest timestamptz)
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
       and r.corrected_by_id is null
       and r.sample_collected_at between earliest and latest) into detected;
   execute format('set local app.subject = %L', before);
   return detected;
 end $$`;

const SIGNATURE = '"health_records"."is_detected_near"(text, text, timestamptz, timestamptz)';

/** 0012-detected-near. Only ever forward: migrations expand, and contract in a later one. */
export class DetectedNear extends Migration {
  override up(): void {
    for (const sql of [
      IS_DETECTED_NEAR,
      `revoke all on function ${SIGNATURE} from public`,
      `grant execute on function ${SIGNATURE} to "tongma_travel"`,
      'drop function "health_records"."is_detected"(text, text)',
    ]) {
      this.addSql(sql);
    }
  }
}
