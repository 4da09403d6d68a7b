import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;
const RETENTION = `current_setting('app.subject', true) = 'retention' and current_setting('app.residents', true) = '*'`;

/** 0009-verification-counts. Only ever forward: migrations expand, and contract in a later one. */
export class VerificationCounts extends Migration {
  override up(): void {
    for (const sql of [
      'create table "codes"."verification_count" ("region" varchar(6) not null, "issuer" varchar(6) not null, "outcome" text not null, "hour" timestamptz(3) not null, "count" int not null, primary key ("region", "issuer", "outcome", "hour"))',
      `alter table "codes"."verification_count" add constraint "verification_count_outcome_check" check ("outcome" in ('RECOGNIZED', 'NOT_RECOGNIZED', 'CROSS_CHECK', 'STALE'))`,
      'alter table "codes"."verification_count" enable row level security',
      'alter table "codes"."verification_count" force row level security',
      `create policy "scope" on "codes"."verification_count" to "tongma_codes" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
      `create policy "retention" on "codes"."verification_count" for select to "tongma_codes" using (${RETENTION})`,
      ...grantTables('codes', 'tongma_codes', ['verification_count']),
    ]) {
      this.addSql(sql);
    }
  }
}
