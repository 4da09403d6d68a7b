import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;

/** 0013-rehearsals. Only ever forward: migrations expand, and contract in a later one. */
export class Rehearsals extends Migration {
  override up(): void {
    for (const sql of [
      'create table "codes"."rehearsal" ("region" varchar(6) not null, "id" varchar(33) not null, "begun_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "list_version" int not null, "steps" jsonb not null, "joined_after" bigint null, primary key ("region", "id"))',
      'create unique index "rehearsal_under_way" on "codes"."rehearsal" ("region") where "ended_at" is null',
      'alter table "codes"."rehearsal" enable row level security',
      'alter table "codes"."rehearsal" force row level security',
      `create policy "scope" on "codes"."rehearsal" to "tongma_codes" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
      ...grantTables('codes', 'tongma_codes', ['rehearsal']),
    ]) {
      this.addSql(sql);
    }
  }
}
