import { Migration } from '@mikro-orm/migrations';

const RETENTION = `current_setting('app.subject', true) = 'retention' and current_setting('app.residents', true) = '*'`;

/** 0008-conversion-once. Only ever forward: migrations expand, and contract in a later one. */
export class ConversionOnce extends Migration {
  override up(): void {
    this.addSql(
      'alter table "residents"."conversion_import" add column "resident_id" varchar(33) null, add column "imported_by" varchar(128) null',
    );
    for (const table of ['conversion_offer', 'conversion_import']) {
      this.addSql(
        `create policy "retention" on "residents"."${table}" for select to "tongma_residents" using (${RETENTION})`,
      );
    }
  }
}
