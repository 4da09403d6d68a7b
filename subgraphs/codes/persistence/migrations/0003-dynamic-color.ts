import { Migration } from '@mikro-orm/migrations';

const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;

/** 0003-dynamic-color. Only ever forward: migrations expand, and contract in a later one. */
export class DynamicColor extends Migration {
  override up(): void {
    for (const sql of [
      'alter table "codes"."policy" add column "withdrawn_at" timestamptz(3) null, add column "published_at" timestamptz(3) null',
      `create policy "approving" on "codes"."policy" for insert to "tongma_codes" with check (${IN_REGIONS})`,
      `create policy "withdrawing" on "codes"."policy" for update to "tongma_codes" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
      // A published version never changes, but for its end.
      'revoke update, delete on "codes"."policy" from "tongma_codes"',
      'grant update ("valid_to", "withdrawn_at") on "codes"."policy" to "tongma_codes"',
      'create table "codes"."policy_draft" ("region" varchar(6) not null, "id" varchar(33) not null, "valid_from" timestamptz(3) not null, "valid_to" timestamptz(3) null, "status_max_age_minutes" int not null, "rules" jsonb not null, "created_at" timestamptz(3) not null, primary key ("region", "id"))',
      'alter table "codes"."policy_draft" enable row level security',
      'alter table "codes"."policy_draft" force row level security',
      `create policy "scope" on "codes"."policy_draft" to "tongma_codes" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
      // What was proposed stays as it was read.
      'grant select, insert on "codes"."policy_draft" to "tongma_codes"',
    ]) {
      this.addSql(sql);
    }
  }
}
