import { Migration } from '@mikro-orm/migrations';
import { addAttemptRetention } from '../../../kit/attempt/attempt-row.ts';
import { clearingRows, retentionRows } from '../../../kit/scope/row-policies.ts';

const ROLE = 'tongma_health';
const SEEN = retentionRows(ROLE).using;
const CLEARED = clearingRows(ROLE, 'health-records').using;

const RECORDS = [
  ...['declaration', 'check_in', 'test_result', 'isolation_order', 'contact_notice'],
  ...['vaccination', 'opened_record'],
];

/** 0011-retention. Only ever forward: migrations expand, and contract in a later one. */
export class Retention extends Migration {
  override up(): void {
    const vaccination = 'alter table "health_records"."vaccination"';
    // Nobody knows when those that are there were recorded: their days begin now.
    this.addSql(
      `${vaccination} add column "recorded_at" timestamptz(3) not null default date_trunc('milliseconds', now())`,
    );
    this.addSql(`${vaccination} alter column "recorded_at" drop default`);
    for (const sql of [
      'create index "vaccination_recorded" on "health_records"."vaccination" ("region", "recorded_at")',
      'create index "declaration_declared" on "health_records"."declaration" ("region", "declared_at")',
      'create index "check_in_at" on "health_records"."check_in" ("region", "at")',
      'create index "test_result_sampled" on "health_records"."test_result" ("region", "sample_collected_at")',
      'create index "opened_record_until" on "health_records"."opened_record" ("region", "until")',
      ...addAttemptRetention('health_records', ROLE),
    ]) {
      this.addSql(sql);
    }
    for (const table of RECORDS) {
      this.addSql(
        `create policy "retention" on "health_records"."${table}" for select to "${ROLE}" using (${SEEN})`,
      );
    }
    this.addSql(
      `create policy "clearing" on "health_records"."opened_record" to "${ROLE}" using (${CLEARED}) with check (${CLEARED})`,
    );
  }
}
