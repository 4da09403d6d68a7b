import { Migration } from '@mikro-orm/migrations';

/** 0010-said-at. Only ever forward: migrations expand, and contract in a later one. */
export class SaidAt extends Migration {
  override up(): void {
    for (const table of ['test_result', 'evidence_batch']) {
      this.addSql(
        `alter table "health_records"."${table}" add column "said_at" timestamptz(3) null`,
      );
    }
  }
}
