import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;

/** 0007-signed-lists. Only ever forward: migrations expand, and contract in a later one. */
export class SignedLists extends Migration {
  override up(): void {
    this.addSql(
      'create table "codes"."signed_list" ("region" varchar(6) not null, "name" varchar(96) not null, "kind" text not null, "digest" bytea not null, "signed" bytea not null, "issued_at" timestamptz(3) not null, primary key ("region", "name"))',
    );
    this.addSql(
      'alter table "codes"."signed_list" add constraint "signed_list_kind_check" check ("kind" in (\'STATEMENT\', \'STATUS_LIST\', \'TERMS\'))',
    );
    this.addSql('alter table "codes"."signed_list" enable row level security');
    this.addSql('alter table "codes"."signed_list" force row level security');
    this.addSql(
      'create policy "published" on "codes"."signed_list" for select to "tongma_codes" using (true)',
    );
    this.addSql(
      `create policy "scope" on "codes"."signed_list" to "tongma_codes" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
    );
    for (const sql of grantTables('codes', 'tongma_codes', ['signed_list'])) this.addSql(sql);
    // What changed of late is looked for every few seconds.
    this.addSql(
      'create index "health_code_decided" on "codes"."health_code" ("region", "decided_at")',
    );
    this.addSql('create index "code_token_code" on "codes"."code_token" ("region", "code_id")');
    this.addSql('create index "code_token_issued" on "codes"."code_token" ("region", "issued_at")');
    this.addSql(
      'create index "code_token_withdrawn" on "codes"."code_token" ("region", "withdrawn_at") where "withdrawn_at" is not null',
    );
  }
}
