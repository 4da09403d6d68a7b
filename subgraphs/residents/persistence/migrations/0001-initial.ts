import { Migration } from '@mikro-orm/migrations';
import { grantEvents, grantTables } from '../../../kit/grants.ts';

/** 0001-initial. Only ever forward: migrations expand, and contract in a later one. */
export class Initial extends Migration {
  override up(): void {
    this.addSql(
      'create table "residents"."account" ("region" varchar(6) not null, "subject" varchar(128) not null, "role" text not null, "grants" text[] not null, "scopes" text[] not null, "purposes" text[] not null, "agency" varchar(64) null, "disabled_at" timestamptz(3) null, primary key ("region", "subject"))',
    );
    this.addSql('create index "account_subject" on "residents"."account" ("subject")');
    this.addSql(
      'create table "residents"."division" ("code" varchar(6) not null, "name" varchar(64) not null, "level" text not null, "parent" varchar(6) null, "registers" boolean not null default false, primary key ("code"))',
    );
    this.addSql('create index "division_parent" on "residents"."division" ("parent", "code")');
    this.addSql(
      'create table "residents"."event" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "kind" varchar(32) not null, "body" jsonb not null, "occurred_at" timestamptz(3) not null, "recorded_at" timestamptz(3) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create table "residents"."resident" ("region" varchar(6) not null, "id" varchar(33) not null, "state" text not null, "document_type" text not null, "document_sealed" bytea not null, "document_index" bytea not null, "name_sealed" bytea not null, "masked_name" varchar(64) not null, "phone_sealed" bytea null, "birth_date" varchar(10) not null, "division" varchar(6) not null, "guardian_id" varchar(33) null, "account" varchar(128) null, "received_at" timestamptz(3) not null, "reviewed_at" timestamptz(3) null, "reviewed_by" varchar(128) null, "review_reason" varchar(500) null, primary key ("region", "id"))',
    );
    this.addSql(
      'create unique index "resident_registered_document" on "residents"."resident" ("region", "document_index") where "state" = \'REGISTERED\'',
    );
    this.addSql(
      'create index "resident_queue" on "residents"."resident" ("region", "state", "received_at", "id")',
    );
    this.addSql('create index "resident_account" on "residents"."resident" ("account")');
    this.addSql(
      'create index "resident_guardian" on "residents"."resident" ("region", "guardian_id")',
    );
    this.addSql(
      "alter table \"residents\".\"account\" add constraint \"account_role_check\" check (\"role\" in ('RESIDENT', 'VERIFIER', 'PARTNER', 'DESK', 'REVIEWER', 'CASE_OFFICER', 'LABORATORY', 'ADMINISTRATOR'))",
    );
    this.addSql('alter table "residents"."account" enable row level security');
    this.addSql('alter table "residents"."account" force row level security');
    this.addSql(
      'create policy "own" on "residents"."account" for select to "tongma_residents" using (subject = current_setting(\'app.subject\', true))',
    );
    this.addSql(
      "create policy \"scope\" on \"residents\".\"account\" to \"tongma_residents\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and current_setting('app.residents', true) = '*') with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and current_setting('app.residents', true) = '*')",
    );
    this.addSql(
      'alter table "residents"."division" add constraint "division_level_check" check ("level" in (\'NATION\', \'PROVINCE\', \'CITY\', \'COUNTY\'))',
    );
    this.addSql('alter table "residents"."division" enable row level security');
    this.addSql('alter table "residents"."division" force row level security');
    this.addSql(
      'create policy "reference" on "residents"."division" for select to "tongma_residents" using (true)',
    );
    this.addSql(
      'create policy "publishing" on "residents"."division" to "tongma_residents" using (current_setting(\'app.subject\', true) = \'publisher\') with check (current_setting(\'app.subject\', true) = \'publisher\')',
    );
    this.addSql('alter table "residents"."event" enable row level security');
    this.addSql('alter table "residents"."event" force row level security');
    this.addSql(
      'create policy "scope" on "residents"."event" to "tongma_residents" using (region = any(string_to_array(current_setting(\'app.regions\', true), \',\'))) with check (region = any(string_to_array(current_setting(\'app.regions\', true), \',\')))',
    );
    this.addSql(
      'create policy "consumer" on "residents"."event" for select to "tongma_codes" using (region = any(string_to_array(current_setting(\'app.regions\', true), \',\')))',
    );
    this.addSql(
      'alter table "residents"."resident" add constraint "resident_state_check" check ("state" in (\'RECEIVED\', \'REGISTERED\', \'REJECTED\'))',
    );
    this.addSql(
      "alter table \"residents\".\"resident\" add constraint \"resident_document_type_check\" check (\"document_type\" in ('01', '02', '03', '04', '05', '06', '07', '99'))",
    );
    this.addSql('alter table "residents"."resident" enable row level security');
    this.addSql('alter table "residents"."resident" force row level security');
    this.addSql(
      "create policy \"scope\" on \"residents\".\"resident\" to \"tongma_residents\" using ((region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or id = any(string_to_array(current_setting('app.residents', true), ',')))) or account = current_setting('app.subject', true)) with check ((region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or id = any(string_to_array(current_setting('app.residents', true), ',')))) or account = current_setting('app.subject', true))",
    );
    const tables = ['resident', 'account', 'division', 'event'];
    for (const sql of grantTables('residents', 'tongma_residents', tables)) this.addSql(sql);
    for (const sql of grantEvents('residents', 'tongma_codes')) this.addSql(sql);
  }
}
