import { Migration } from '@mikro-orm/migrations';
import { grantEvents, grantTables } from '../../../kit/grants.ts';

/** 0001-initial. Only ever forward: migrations expand, and contract in a later one. */
export class Initial extends Migration {
  override up(): void {
    this.addSql(
      'create table "health_records"."check_in" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "recorded_by" varchar(128) not null, "symptoms" text[] not null, "temperature" real null, "at" timestamptz(3) not null, "day" varchar(10) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'alter table "health_records"."check_in" add constraint "check_in_day" unique ("region", "resident_id", "day")',
    );
    this.addSql(
      'create table "health_records"."declaration" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "recorded_by" varchar(128) not null, "symptoms" text[] not null, "temperature" real null, "contact_with_case" boolean not null, "declared_at" timestamptz(3) not null, "state" text not null, "reviewed_at" timestamptz(3) null, "reviewed_by" varchar(128) null, "review_reason" varchar(500) null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "declaration_queue" on "health_records"."declaration" ("region", "state", "declared_at", "id")',
    );
    this.addSql(
      'create index "declaration_resident" on "health_records"."declaration" ("region", "resident_id", "declared_at", "id")',
    );
    this.addSql(
      'create table "health_records"."event" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "kind" varchar(32) not null, "body" jsonb not null, "occurred_at" timestamptz(3) not null, "recorded_at" timestamptz(3) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create table "health_records"."isolation_order" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "recorded_by" varchar(128) not null, "place" text not null, "from" timestamptz(3) not null, "until" timestamptz(3) not null, "citation" jsonb not null, "released_at" timestamptz(3) null, "released_by" varchar(128) null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "isolation_order_resident" on "health_records"."isolation_order" ("region", "resident_id", "from", "id")',
    );
    this.addSql(
      'create table "health_records"."test_result" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "recorded_by" varchar(128) not null, "sample_collected_at" timestamptz(3) not null, "result" text not null, "method" text not null, "laboratory" varchar(64) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'alter table "health_records"."test_result" add constraint "test_result_sample" unique ("region", "resident_id", "sample_collected_at", "laboratory", "method")',
    );
    this.addSql(
      "alter table \"health_records\".\"check_in\" add constraint \"check_in_symptoms_check\" check (\"symptoms\" <@ array['FEVER'::text, 'COUGH'::text, 'FATIGUE'::text, 'DYSPNEA'::text, 'SORE_THROAT'::text, 'ANOSMIA'::text, 'DIARRHEA'::text, 'MYALGIA'::text, 'HEADACHE'::text, 'OTHER'::text])",
    );
    this.addSql('alter table "health_records"."check_in" enable row level security');
    this.addSql('alter table "health_records"."check_in" force row level security');
    this.addSql(
      "create policy \"scope\" on \"health_records\".\"check_in\" to \"tongma_health\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    this.addSql(
      "alter table \"health_records\".\"declaration\" add constraint \"declaration_symptoms_check\" check (\"symptoms\" <@ array['FEVER'::text, 'COUGH'::text, 'FATIGUE'::text, 'DYSPNEA'::text, 'SORE_THROAT'::text, 'ANOSMIA'::text, 'DIARRHEA'::text, 'MYALGIA'::text, 'HEADACHE'::text, 'OTHER'::text])",
    );
    this.addSql(
      'alter table "health_records"."declaration" add constraint "declaration_state_check" check ("state" in (\'PENDING\', \'APPROVED\', \'REJECTED\'))',
    );
    this.addSql('alter table "health_records"."declaration" enable row level security');
    this.addSql('alter table "health_records"."declaration" force row level security');
    this.addSql(
      "create policy \"scope\" on \"health_records\".\"declaration\" to \"tongma_health\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    this.addSql('alter table "health_records"."event" enable row level security');
    this.addSql('alter table "health_records"."event" force row level security');
    this.addSql(
      'create policy "scope" on "health_records"."event" to "tongma_health" using (region = any(string_to_array(current_setting(\'app.regions\', true), \',\'))) with check (region = any(string_to_array(current_setting(\'app.regions\', true), \',\')))',
    );
    this.addSql(
      'create policy "consumer" on "health_records"."event" for select to "tongma_codes" using (region = any(string_to_array(current_setting(\'app.regions\', true), \',\')))',
    );
    this.addSql(
      'alter table "health_records"."isolation_order" add constraint "isolation_order_place_check" check ("place" in (\'HOME\', \'CENTRAL\'))',
    );
    this.addSql('alter table "health_records"."isolation_order" enable row level security');
    this.addSql('alter table "health_records"."isolation_order" force row level security');
    this.addSql(
      "create policy \"scope\" on \"health_records\".\"isolation_order\" to \"tongma_health\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    this.addSql(
      'alter table "health_records"."test_result" add constraint "test_result_result_check" check ("result" in (\'DETECTED\', \'NOT_DETECTED\'))',
    );
    this.addSql(
      'alter table "health_records"."test_result" add constraint "test_result_method_check" check ("method" in (\'NUCLEIC_ACID\', \'ANTIGEN\'))',
    );
    this.addSql('alter table "health_records"."test_result" enable row level security');
    this.addSql('alter table "health_records"."test_result" force row level security');
    this.addSql(
      "create policy \"scope\" on \"health_records\".\"test_result\" to \"tongma_health\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    const tables = ['declaration', 'check_in', 'test_result', 'isolation_order', 'event'];
    for (const sql of grantTables('health_records', 'tongma_health', tables)) this.addSql(sql);
    for (const sql of grantEvents('health_records', 'tongma_codes')) this.addSql(sql);
  }
}
