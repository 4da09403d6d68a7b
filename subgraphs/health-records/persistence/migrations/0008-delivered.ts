import { Migration } from '@mikro-orm/migrations';

/** 0008-delivered. Only ever forward: migrations expand, and contract in a later one. */
export class Delivered extends Migration {
  override up(): void {
    const batch = '"health_records"."evidence_batch"';
    // Which of those that are there were delivered only their jobs know, and these are kept; all
    // once more could put an old correction in the place of a later one.
    this.addSql(`alter table ${batch} add column "delivered_at" timestamptz(3) null default now()`);
    this.addSql(`alter table ${batch} alter column "delivered_at" drop default`);
    this.addSql(
      `create index "evidence_batch_undelivered" on ${batch} ("region", "id") where "delivered_at" is null`,
    );
  }
}
