import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;

const TABLES = ['decision_chunk', 'reevaluation', 'set_aside'];

/** 0004-bulk-decisions. Only ever forward: migrations expand, and contract in a later one. */
export class BulkDecisions extends Migration {
  override up(): void {
    this.addSql('alter table "codes"."color_decision" add column "chunk_id" varchar(33) null');
    this.addSql(
      'create index "health_code_look" on "codes"."health_code" ("region", "look_again_at") where "look_again_at" is not null',
    );
    this.addSql(
      'create table "codes"."decision_chunk" ("region" varchar(6) not null, "id" varchar(33) not null, "leaves" bytea not null, "decided_at" timestamptz(3) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create table "codes"."reevaluation" ("region" varchar(6) not null, "id" varchar(33) not null, "reason" text not null, "state" text not null, "due_at" timestamptz(3) not null, "cursor" varchar(33) null, "total" int null, "done" int not null, "changed" int not null, "failed" int not null, "started_at" timestamptz(3) null, "ended_at" timestamptz(3) null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "reevaluation_due" on "codes"."reevaluation" ("region", "due_at", "id")',
    );
    this.addSql(
      'create index "reevaluation_open" on "codes"."reevaluation" ("region", "due_at") where "state" <> \'DONE\'',
    );
    this.addSql(
      'alter table "codes"."reevaluation" add constraint "reevaluation_reason_check" check ("reason" in (\'POLICY_PUBLISHED\', \'POLICY_WITHDRAWN\'))',
    );
    this.addSql(
      'alter table "codes"."reevaluation" add constraint "reevaluation_state_check" check ("state" in (\'PLANNED\', \'RUNNING\', \'DONE\'))',
    );
    this.addSql(
      'create table "codes"."set_aside" ("region" varchar(6) not null, "id" varchar(33) not null, "producer" varchar(32) not null, "kind" varchar(32) null, "fault" text not null, "state" text not null, "times" int not null, "set_aside_at" timestamptz(3) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "set_aside_at" on "codes"."set_aside" ("region", "set_aside_at", "id")',
    );
    this.addSql(
      'alter table "codes"."set_aside" add constraint "set_aside_fault_check" check ("fault" in (\'BROKEN_BODY\', \'NOT_THERE\', \'NOT_TAKEN_IN\'))',
    );
    this.addSql(
      'alter table "codes"."set_aside" add constraint "set_aside_state_check" check ("state" in (\'WAITING\', \'RETRYING\', \'DROPPED\'))',
    );
    this.addSql('alter table "codes"."decision_chunk" enable row level security');
    this.addSql('alter table "codes"."decision_chunk" force row level security');
    this.addSql('alter table "codes"."reevaluation" enable row level security');
    this.addSql('alter table "codes"."reevaluation" force row level security');
    this.addSql('alter table "codes"."set_aside" enable row level security');
    this.addSql('alter table "codes"."set_aside" force row level security');
    for (const table of TABLES) {
      this.addSql(
        `create policy "scope" on "codes"."${table}" to "tongma_codes" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
      );
    }
    for (const sql of grantTables('codes', 'tongma_codes', TABLES)) this.addSql(sql);
  }
}
