import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

/** 0004-key-ring. Only ever forward: migrations expand, and contract in a later one. */
export class KeyRing extends Migration {
  override up(): void {
    this.addSql(
      'create table "residents"."key_ring" ("region" varchar(6) not null, "use" text not null, "id" int not null, "state" text not null, "kek" varchar(64) not null, "wrapped" bytea not null, primary key ("region", "use", "id"))',
    );
    this.addSql(
      'alter table "residents"."key_ring" add constraint "key_ring_use_check" check ("use" in (\'DATA\', \'INDEX\'))',
    );
    this.addSql(
      'alter table "residents"."key_ring" add constraint "key_ring_state_check" check ("state" in (\'NEXT\', \'ACTIVE\', \'OLD\', \'GONE\'))',
    );
    this.addSql('alter table "residents"."key_ring" enable row level security');
    this.addSql('alter table "residents"."key_ring" force row level security');
    this.addSql(
      "create policy \"ring\" on \"residents\".\"key_ring\" to \"tongma_residents\" using (current_setting('app.subject', true) = 'key-ring' and current_setting('app.residents', true) = '*') with check (current_setting('app.subject', true) = 'key-ring' and current_setting('app.residents', true) = '*')",
    );
    // A second place for the blind index, so that its key can be replaced while both are filled in.
    this.addSql('alter table "residents"."resident" alter column "document_index" drop not null');
    this.addSql('alter table "residents"."resident" add column "document_index_even" bytea null');
    this.addSql(
      'alter table "residents"."resident" add constraint "resident_document_indexed" check (document_index is not null or document_index_even is not null)',
    );
    this.addSql(
      'create unique index "resident_registered_document_even" on "residents"."resident" ("region", "document_index_even") where "state" = \'REGISTERED\'',
    );
    this.addSql(
      'create index "resident_document_even" on "residents"."resident" ("region", "document_index_even")',
    );
    for (const sql of grantTables('residents', 'tongma_residents', ['key_ring'])) this.addSql(sql);
  }
}
