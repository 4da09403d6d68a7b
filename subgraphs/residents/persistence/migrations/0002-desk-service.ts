import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

/** 0002-desk-service. Only ever forward: migrations expand, and contract in a later one. */
export class DeskService extends Migration {
  override up(): void {
    this.addSql('alter table "residents"."account" add column "name" varchar(64) null');
    this.addSql(
      'create table "residents"."consent" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "method" text not null, "recorded_at" timestamptz(3) not null, "recorded_by" varchar(128) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "consent_resident" on "residents"."consent" ("region", "resident_id")',
    );
    this.addSql(
      'alter table "residents"."consent" add constraint "consent_method_check" check ("method" in (\'SIGNED_FORM\', \'SPOKEN\'))',
    );
    this.addSql('alter table "residents"."consent" enable row level security');
    this.addSql('alter table "residents"."consent" force row level security');
    this.addSql(
      "create policy \"scope\" on \"residents\".\"consent\" to \"tongma_residents\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    // A search goes by the document alone, in every state and region of the scope.
    this.addSql(
      'create index "resident_document" on "residents"."resident" ("region", "document_index")',
    );
    for (const sql of grantTables('residents', 'tongma_residents', ['consent'])) this.addSql(sql);
  }
}
