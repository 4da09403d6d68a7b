import { Migration } from '@mikro-orm/migrations';
import { grantEvents, grantTables } from '../../../kit/grants.ts';

/** 0001-initial. Only ever forward: migrations expand, and contract in a later one. */
export class Initial extends Migration {
  override up(): void {
    this.addSql(
      'create table "travel_history"."event" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "kind" varchar(32) not null, "body" jsonb not null, "occurred_at" timestamptz(3) not null, "recorded_at" timestamptz(3) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create table "travel_history"."stay" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "division" varchar(6) not null, "arrived_at" timestamptz(3) not null, "left_at" timestamptz(3) null, "declared_at" timestamptz(3) not null, "recorded_by" varchar(128) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "stay_resident" on "travel_history"."stay" ("region", "resident_id", "arrived_at", "id")',
    );
    this.addSql('alter table "travel_history"."event" enable row level security');
    this.addSql('alter table "travel_history"."event" force row level security');
    this.addSql(
      'create policy "scope" on "travel_history"."event" to "tongma_travel" using (region = any(string_to_array(current_setting(\'app.regions\', true), \',\'))) with check (region = any(string_to_array(current_setting(\'app.regions\', true), \',\')))',
    );
    this.addSql(
      'create policy "consumer" on "travel_history"."event" for select to "tongma_codes" using (region = any(string_to_array(current_setting(\'app.regions\', true), \',\')))',
    );
    this.addSql('alter table "travel_history"."stay" enable row level security');
    this.addSql('alter table "travel_history"."stay" force row level security');
    this.addSql(
      "create policy \"scope\" on \"travel_history\".\"stay\" to \"tongma_travel\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    const tables = ['stay', 'event'];
    for (const sql of grantTables('travel_history', 'tongma_travel', tables)) this.addSql(sql);
    for (const sql of grantEvents('travel_history', 'tongma_codes')) this.addSql(sql);
  }
}
