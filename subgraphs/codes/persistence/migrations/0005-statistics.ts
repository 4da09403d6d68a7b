import { Migration } from '@mikro-orm/migrations';

/** 0005-statistics. Only ever forward: migrations expand, and contract in a later one. */
export class Statistics extends Migration {
  override up(): void {
    this.addSql(
      'create index "evidence_taken_in" on "codes"."evidence" using brin ("taken_in_at")',
    );
    this.addSql(
      'create index "color_decision_decided" on "codes"."color_decision" using brin ("decided_at")',
    );
  }
}
