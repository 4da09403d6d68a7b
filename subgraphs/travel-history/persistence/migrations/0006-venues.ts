import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;
const SCOPE = `${IN_REGIONS} and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))`;
const RETENTION = `current_setting('app.subject', true) = 'retention' and current_setting('app.residents', true) = '*'`;
const KEY = `"region" varchar(6) not null, "id" varchar(33) not null`;

/** 0006-venues. Only ever forward: migrations expand, and contract in a later one. */
export class Venues extends Migration {
  override up(): void {
    const tables = ['venue', 'venue_visit', 'outbreak', 'outbreak_contact'];
    for (const sql of [
      `create table "travel_history"."venue" (${KEY}, "name" varchar(100) not null, "division" varchar(6) not null, "secret" bytea not null, "added_at" timestamptz(3) not null, "added_by" varchar(128) not null, primary key ("region", "id"))`,
      `create table "travel_history"."venue_visit" (${KEY}, "resident_id" varchar(33) not null, "venue_id" varchar(33) not null, "arrived_at" timestamptz(3) not null, "left_at" timestamptz(3) null, "recorded_by" varchar(128) not null, primary key ("region", "id"))`,
      `create index "venue_visit_venue" on "travel_history"."venue_visit" ("region", "venue_id", "arrived_at", "id")`,
      `create index "venue_visit_arrived" on "travel_history"."venue_visit" ("region", "arrived_at")`,
      `create table "travel_history"."outbreak" (${KEY}, "venue_id" varchar(33) not null, "from" timestamptz(3) not null, "until" timestamptz(3) not null, "citation" varchar(33) not null, "reason" varchar(500) not null, "declared_at" timestamptz(3) not null, "declared_by" varchar(128) not null, primary key ("region", "id"))`,
      `create index "outbreak_venue" on "travel_history"."outbreak" ("region", "venue_id", "until")`,
      `create table "travel_history"."outbreak_contact" ("region" varchar(6) not null, "outbreak_id" varchar(33) not null, "visit_id" varchar(33) not null, "resident_id" varchar(33) not null, "event_id" varchar(33) not null, "last_contact_at" timestamptz(3) not null, primary key ("region", "outbreak_id", "visit_id"))`,
      `create index "outbreak_contact_last" on "travel_history"."outbreak_contact" ("region", "last_contact_at")`,
      `create index "stay_left" on "travel_history"."stay" ("region", "left_at")`,
      `create index "trip_arrived" on "travel_history"."trip" ("region", "arrived_at")`,
      `create index "exposure_ended" on "travel_history"."exposure" ("region", "ended_at")`,
      `alter table "travel_history"."venue" force row level security`,
      `alter table "travel_history"."venue_visit" force row level security`,
      `alter table "travel_history"."outbreak" force row level security`,
      `alter table "travel_history"."outbreak_contact" force row level security`,
      ...tables.map((table) => `alter table "travel_history"."${table}" enable row level security`),
      ...this.scoped(['venue', 'outbreak'], IN_REGIONS),
      ...this.scoped(['venue_visit', 'outbreak_contact'], SCOPE),
      ...['stay', 'trip', 'exposure', 'venue_visit', 'outbreak_contact'].map(
        (table) =>
          `create policy "retention" on "travel_history"."${table}" for select to "tongma_travel" using (${RETENTION})`,
      ),
      ...grantTables('travel_history', 'tongma_travel', tables),
    ]) {
      this.addSql(sql);
    }
  }

  private scoped(tables: readonly string[], condition: string): string[] {
    return tables.map(
      (table) =>
        `create policy "scope" on "travel_history"."${table}" to "tongma_travel" using (${condition}) with check (${condition})`,
    );
  }
}
