import { Migration } from '@mikro-orm/migrations';

/** 0007-visits-and-withdrawals. Only ever forward: migrations expand, and contract in a later one. */
export class VisitsAndWithdrawals extends Migration {
  override up(): void {
    const outbreak = 'alter table "travel_history"."outbreak"';
    this.addSql(`${outbreak} add column "withdrawn_at" timestamptz(3) null`);
    this.addSql(`${outbreak} add column "withdrawn_by" varchar(128) null`);
    this.addSql(`${outbreak} add column "withdraw_reason" varchar(500) null`);
    this.addSql(
      'create index "venue_added" on "travel_history"."venue" ("region", "added_at", "id")',
    );
    this.addSql(
      'create index "venue_visit_resident" on "travel_history"."venue_visit" ("region", "resident_id", "arrived_at", "id")',
    );
    this.addSql(
      'create index "outbreak_declared" on "travel_history"."outbreak" ("region", "venue_id", "declared_at", "id")',
    );
  }
}
