import { Migration } from '@mikro-orm/migrations';
import { createAttemptTable } from '../../../kit/attempt/attempt-row.ts';
import { grantTables } from '../../../kit/grants.ts';

const OWN =
  "region = any(string_to_array(current_setting('app.regions', true), ',')) and subject = current_setting('app.subject', true)";

/** 0003-access. Only ever forward: migrations expand, and contract in a later one. */
export class Access extends Migration {
  override up(): void {
    this.addSql(
      'create table "health_records"."opened_record" ("region" varchar(6) not null, "subject" varchar(128) not null, "resident_id" varchar(33) not null, "opened_at" timestamptz(3) not null, "until" timestamptz(3) not null, primary key ("region", "subject", "resident_id"))',
    );
    this.addSql('alter table "health_records"."opened_record" enable row level security');
    this.addSql('alter table "health_records"."opened_record" force row level security');
    this.addSql(
      `create policy "own" on "health_records"."opened_record" to "tongma_health" using (${OWN}) with check (${OWN})`,
    );
    for (const sql of [
      ...grantTables('health_records', 'tongma_health', ['opened_record']),
      ...createAttemptTable('health_records', 'tongma_health'),
    ]) {
      this.addSql(sql);
    }
  }
}
