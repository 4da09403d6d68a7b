import { Migration } from '@mikro-orm/migrations';

/** 0007-cases. Only ever forward: migrations expand, and contract in a later one. */
export class Cases extends Migration {
  override up(): void {
    this.addSql(
      'create index "isolation_order_end" on "health_records"."isolation_order" ("region", "until", "id")',
    );
    this.addSql(
      'create index "test_result_detected" on "health_records"."test_result" ("region", "result", "sample_collected_at", "id")',
    );
    this.addSql(
      'create index "contact_notice_last" on "health_records"."contact_notice" ("region", "last_contact_at", "id")',
    );
  }
}
