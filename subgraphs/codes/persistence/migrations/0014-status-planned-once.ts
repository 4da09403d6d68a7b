import { Migration } from '@mikro-orm/migrations';

// Planned once a connection and not anew in each call, which takes longer than the look-up itself.
// What is kept was perhaps planned when the tables were all but empty: then going through all of
// one seems cheap, and would be done for each token until the tables are analyzed. So it never is.
const PLANNED_ONCE = `alter function "codes"."status_of"(text, bytea[])
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off`;

/** 0014-status-planned-once. Only ever forward: migrations expand, and contract in a later one. */
export class StatusPlannedOnce extends Migration {
  override up(): void {
    this.addSql(PLANNED_ONCE);
  }
}
