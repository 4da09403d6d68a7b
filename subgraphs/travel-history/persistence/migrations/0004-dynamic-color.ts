import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';
import { createProposalTable } from '../../../kit/proposal/proposal-row.ts';

const SCHEMA = 'travel_history';
const ROLE = 'tongma_travel';
const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;
const IN_RESIDENTS = `(current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))`;

function secured(table: string, condition: string): string[] {
  const name = `"${SCHEMA}"."${table}"`;
  return [
    `alter table ${name} enable row level security`,
    `create policy "scope" on ${name} to "${ROLE}" using (${condition}) with check (${condition})`,
  ];
}

function published(table: string): string {
  return `create policy "published" on "${SCHEMA}"."${table}" for select to "${ROLE}" using (true)`;
}

const BULLETINS = [
  `create table "travel_history"."bulletin" ("region" varchar(6) not null, "id" varchar(33) not null, "published_at" timestamptz(3) not null, "imported_at" timestamptz(3) not null, "imported_by" varchar(128) not null, "state" text not null, "accepted_at" timestamptz(3) null, "digest" varchar(64) not null, "listed" jsonb not null, "movement" jsonb not null, "holds" jsonb not null, "unresolved" jsonb not null, "proposal_id" varchar(33) null, "areas" bytea not null, primary key ("region", "id"))`,
  `alter table "travel_history"."bulletin" add constraint "bulletin_state_check" check ("state" in ('ACCEPTED', 'HELD', 'SUPERSEDED'))`,
  `create index "bulletin_published" on "travel_history"."bulletin" ("region", "published_at", "id")`,
  `create index "bulletin_digest" on "travel_history"."bulletin" ("region", "digest")`,
  `alter table "travel_history"."bulletin" force row level security`,
  ...secured('bulletin', IN_REGIONS),
  published('bulletin'),
  `create table "travel_history"."risk_area" ("region" varchar(6) not null, "id" varchar(33) not null, "level" text not null, "division" varchar(6) not null, "whole" boolean not null, "province" text not null, "city" text not null, "county" text not null, "community" text not null, "valid_from" timestamptz(3) not null, "valid_to" timestamptz(3) null, "changed_by" varchar(33) not null, primary key ("region", "id"))`,
  `alter table "travel_history"."risk_area" add constraint "risk_area_level_check" check ("level" in ('HIGH', 'MEDIUM', 'LOW'))`,
  `create index "risk_area_open" on "travel_history"."risk_area" ("region", "valid_to")`,
  `create index "risk_area_division" on "travel_history"."risk_area" ("region", "division", "valid_to")`,
  `create index "risk_area_changed" on "travel_history"."risk_area" ("region", "changed_by", "id")`,
  `alter table "travel_history"."risk_area" force row level security`,
  ...secured('risk_area', IN_REGIONS),
  published('risk_area'),
];

const EXPOSURES = [
  `create table "travel_history"."exposure" ("region" varchar(6) not null, "stay_id" varchar(33) not null, "area_id" varchar(33) not null, "resident_id" varchar(33) not null, "event_id" varchar(33) not null, "level" text not null, "begun_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("region", "stay_id", "area_id"))`,
  `alter table "travel_history"."exposure" add constraint "exposure_level_check" check ("level" in ('HIGH', 'MEDIUM', 'LOW'))`,
  `create index "exposure_area" on "travel_history"."exposure" ("region", "area_id", "stay_id")`,
  `alter table "travel_history"."exposure" force row level security`,
  ...secured('exposure', `${IN_REGIONS} and ${IN_RESIDENTS}`),
  `create table "travel_history"."exposure_run" ("region" varchar(6) not null, "id" varchar(33) not null, "bulletin_id" varchar(33) not null, "state" text not null, "cursor_area" varchar(33) not null, "cursor_stay" varchar(33) null, "areas" int not null, "areas_done" int not null, "exposures" int not null, "created_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("region", "id"))`,
  `alter table "travel_history"."exposure_run" add constraint "exposure_run_state_check" check ("state" in ('RUNNING', 'DONE'))`,
  `create index "exposure_run_bulletin" on "travel_history"."exposure_run" ("region", "bulletin_id")`,
  `alter table "travel_history"."exposure_run" force row level security`,
  ...secured('exposure_run', IN_REGIONS),
];

const STAYS = [
  `alter table "travel_history"."stay" add column "community" varchar(200) null`,
  `create index "stay_division" on "travel_history"."stay" ("region", "division", "id")`,
  `create index "stay_community" on "travel_history"."stay" ("region", "community", "id")`,
];

/** 0004-dynamic-color. Only ever forward: migrations expand, and contract in a later one. */
export class DynamicColor extends Migration {
  override up(): void {
    const tables = ['bulletin', 'risk_area', 'exposure', 'exposure_run'];
    for (const sql of [
      ...BULLETINS,
      ...EXPOSURES,
      ...STAYS,
      ...createProposalTable(SCHEMA, ROLE),
      ...grantTables(SCHEMA, ROLE, tables),
    ]) {
      this.addSql(sql);
    }
  }
}
