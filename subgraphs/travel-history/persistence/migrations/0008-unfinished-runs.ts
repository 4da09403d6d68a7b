import { Migration } from '@mikro-orm/migrations';

const UNFINISHED =
  "current_setting('app.subject', true) = 'unfinished-work' and current_setting('app.residents', true) = '*'";

/** 0008-unfinished-runs. Only ever forward: migrations expand, and contract in a later one. */
export class UnfinishedRuns extends Migration {
  override up(): void {
    const run = '"travel_history"."exposure_run"';
    this.addSql(
      `create index "exposure_run_running" on ${run} ("region", "id") where "state" = 'RUNNING'`,
    );
    this.addSql(
      `create policy "unfinished" on ${run} for select to "tongma_travel" using (${UNFINISHED})`,
    );
  }
}
