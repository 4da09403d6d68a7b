import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const SCOPE = `(region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))`;

/** 0005-trips. Only ever forward: migrations expand, and contract in a later one. */
export class Trips extends Migration {
  override up(): void {
    for (const sql of [
      `create table "travel_history"."trip" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "mode" text not null, "number" varchar(16) null, "from_country" varchar(2) not null, "from_division" varchar(6) null, "to_country" varchar(2) not null, "to_division" varchar(6) null, "departed_at" timestamptz(3) not null, "arrived_at" timestamptz(3) not null, "declared_at" timestamptz(3) not null, "recorded_by" varchar(128) not null, primary key ("region", "id"))`,
      `alter table "travel_history"."trip" add constraint "trip_mode_check" check ("mode" in ('TRAIN', 'FLIGHT', 'COACH', 'SHIP', 'CAR'))`,
      `create index "trip_resident" on "travel_history"."trip" ("region", "resident_id", "arrived_at", "id")`,
      `alter table "travel_history"."trip" enable row level security`,
      `alter table "travel_history"."trip" force row level security`,
      `create policy "scope" on "travel_history"."trip" to "tongma_travel" using ${SCOPE} with check ${SCOPE}`,
      ...grantTables('travel_history', 'tongma_travel', ['trip']),
    ]) {
      this.addSql(sql);
    }
  }
}
