import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const IN_REGIONS = "region = any(string_to_array(current_setting('app.regions', true), ','))";
const RESIDENTS =
  "(current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))";
const DELIVERY =
  "current_setting('app.subject', true) = 'evidence-delivery' and current_setting('app.residents', true) = '*'";
const KEY =
  '"region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "recorded_by" varchar(128) not null';

/** 0005-dynamic-color. Only ever forward: migrations expand, and contract in a later one. */
export class DynamicColor extends Migration {
  override up(): void {
    this.corrections();
    this.addSql(
      `create table "health_records"."contact_notice" (${KEY}, "case_result_id" varchar(33) not null, "overlap_from" timestamptz(3) not null, "last_contact_at" timestamptz(3) not null, "noticed_at" timestamptz(3) not null, "withdrawn_at" timestamptz(3) null, "withdrawn_by" varchar(128) null, primary key ("region", "id"))`,
    );
    this.addSql(
      'create index "contact_notice_resident" on "health_records"."contact_notice" ("region", "resident_id", "noticed_at", "id")',
    );
    this.addSql('alter table "health_records"."contact_notice" enable row level security');
    this.addSql('alter table "health_records"."contact_notice" force row level security');
    this.addSql(
      `create table "health_records"."vaccination" (${KEY}, "vaccine" varchar(80) not null, "product" varchar(80) not null, "manufacturer" varchar(80) not null, "dose_number" int not null, "series_doses" int not null, "vaccinated_on" varchar(10) not null, "center" varchar(80) not null, primary key ("region", "id"))`,
    );
    this.addSql(
      'alter table "health_records"."vaccination" add constraint "vaccination_dose" unique ("region", "resident_id", "vaccinated_on", "dose_number")',
    );
    this.addSql('alter table "health_records"."vaccination" enable row level security');
    this.addSql('alter table "health_records"."vaccination" force row level security');
    this.submissions();
    const mine = `${IN_REGIONS} and ${RESIDENTS}`;
    for (const table of ['contact_notice', 'vaccination']) this.scope(table, 'scope', mine);
    for (const table of ['evidence_batch', 'evidence_submission']) {
      this.scope(table, 'scope', IN_REGIONS);
      this.scope(table, 'delivery', DELIVERY);
    }
    const tables = ['contact_notice', 'vaccination', 'evidence_batch', 'evidence_submission'];
    for (const sql of grantTables('health_records', 'tongma_health', tables)) this.addSql(sql);
  }

  private corrections(): void {
    const table = 'alter table "health_records"."test_result"';
    this.addSql(
      `${table} add column "source_region" varchar(6) null, add column "revision" int not null default 0, add column "supersedes_id" varchar(33) null, add column "corrected_by_id" varchar(33) null`,
    );
    this.addSql(`${table} alter column "revision" drop default`);
    this.addSql(`${table} drop constraint "test_result_sample"`);
    this.addSql(
      `${table} add constraint "test_result_sample" unique ("region", "resident_id", "sample_collected_at", "laboratory", "method", "revision")`,
    );
  }

  private submissions(): void {
    this.addSql(
      'create table "health_records"."evidence_batch" ("region" varchar(6) not null, "id" varchar(33) not null, "submitted_by" varchar(128) not null, "submitted_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "total" int not null, "refused" jsonb not null, "kid" varchar(64) null, "kek" varchar(64) not null, "wrapped" bytea not null, primary key ("region", "id"))',
    );
    this.addSql('create index "evidence_batch_kek" on "health_records"."evidence_batch" ("kek")');
    this.addSql(
      'create index "evidence_batch_expiry" on "health_records"."evidence_batch" ("expires_at")',
    );
    this.addSql('alter table "health_records"."evidence_batch" enable row level security');
    this.addSql('alter table "health_records"."evidence_batch" force row level security');
    this.addSql(
      'create table "health_records"."evidence_submission" ("region" varchar(6) not null, "id" varchar(33) not null, "batch_id" varchar(33) not null, "document_index" bytea not null, "index_key" int not null, "sealed" bytea not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "evidence_submission_batch" on "health_records"."evidence_submission" ("region", "batch_id")',
    );
    this.addSql(
      'create index "evidence_submission_document" on "health_records"."evidence_submission" ("document_index")',
    );
    this.addSql(
      'create index "evidence_submission_key" on "health_records"."evidence_submission" ("index_key")',
    );
    this.addSql('alter table "health_records"."evidence_submission" enable row level security');
    this.addSql('alter table "health_records"."evidence_submission" force row level security');
  }

  private scope(table: string, name: string, condition: string): void {
    this.addSql(
      `create policy "${name}" on "health_records"."${table}" to "tongma_health" using (${condition}) with check (${condition})`,
    );
  }
}
