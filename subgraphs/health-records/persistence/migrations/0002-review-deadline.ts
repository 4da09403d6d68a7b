import { Migration } from '@mikro-orm/migrations';

/** 0002-review-deadline. Only ever forward: migrations expand, and contract in a later one. */
export class ReviewDeadline extends Migration {
  override up(): void {
    // The owner sees no row, so what is there already gets its values by defaults that then go.
    const table = 'alter table "health_records"."declaration"';
    this.addSql(`${table} add column "at_desk" boolean not null default false`);
    this.addSql(
      `${table} add column "due_at" timestamptz(3) not null default now() + interval '8 hours'`,
    );
    this.addSql(`${table} alter column "at_desk" drop default`);
    this.addSql(`${table} alter column "due_at" drop default`);
    this.addSql(
      'create index "declaration_due" on "health_records"."declaration" ("region", "state", "due_at", "id")',
    );
  }
}
