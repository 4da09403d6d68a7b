import { Migration } from '@mikro-orm/migrations';
import { APPENDING_ROLES, CHECKPOINT_ROLE, READER_ROLE } from '../names.ts';
import { APPEND, HASHES } from './functions.ts';

const APPENDING = APPENDING_ROLES.join(', ');

// Whoever decides may execute the one function; nobody but the owner, as whom it runs, may write
// the chain. The checkpointer signs hashes and is not shown what they are of.
const GRANTS = [
  'revoke all on function "audit"."append"(jsonb) from public',
  'revoke all on function "audit"."hashes"(text, bigint, bigint) from public',
  `grant usage on schema "audit" to ${APPENDING}`,
  `grant execute on function "audit"."append"(jsonb) to ${APPENDING}`,
  `grant execute on function "audit"."hashes"(text, bigint, bigint) to ${READER_ROLE}`,
  `grant select on "audit"."head", "audit"."entry", "audit"."body", "audit"."checkpoint", "audit"."checkpoint_head", "audit"."cosignature" to ${READER_ROLE}`,
  `grant select on "audit"."head" to ${CHECKPOINT_ROLE}`,
  `grant select (region, sequence, hash) on "audit"."entry" to ${CHECKPOINT_ROLE}`,
  `grant select, insert on "audit"."checkpoint", "audit"."checkpoint_head", "audit"."cosignature" to ${CHECKPOINT_ROLE}`,
];

/** 0001-audit-log. Only ever forward: migrations expand, and contract in a later one. */
export class AuditLog extends Migration {
  override up(): void {
    this.addSql(
      `create table "audit"."body" ("region" varchar(6) not null, "sequence" bigint not null, "salt" bytea not null, "body" text not null, "subject" text generated always as (((body)::jsonb ->> 'subject'::text)) stored null, "resident_id" text generated always as (((body)::jsonb ->> 'residentId'::text)) stored null, "object_id" text generated always as (((body)::jsonb ->> 'objectId'::text)) stored null, primary key ("region", "sequence"))`,
    );
    this.addSql('create index "body_subject" on "audit"."body" ("region", "subject", "sequence")');
    this.addSql(
      'create index "body_resident" on "audit"."body" ("region", "resident_id", "sequence")',
    );
    this.addSql('create index "body_object" on "audit"."body" ("region", "object_id", "sequence")');
    this.addSql(
      'create table "audit"."checkpoint_head" ("region" varchar(6) not null, "number" bigint not null, "sequence" bigint not null, "from_sequence" bigint not null, "hash" bytea not null, "interval_root" bytea not null, primary key ("region", "number"))',
    );
    this.addSql(
      'create index "checkpoint_head_sequence" on "audit"."checkpoint_head" ("region", "sequence")',
    );
    this.addSql(
      'create table "audit"."checkpoint" ("region" varchar(6) not null, "number" bigint not null, "log" varchar(64) not null, "at" timestamptz(3) not null, "root" bytea not null, "previous" bytea not null, "signature" bytea not null, "key_id" varchar(16) not null, primary key ("region", "number"))',
    );
    this.addSql(
      'create table "audit"."cosignature" ("region" varchar(6) not null, "number" bigint not null, "witness" varchar(64) not null, "signature" bytea not null, "at" timestamptz(3) not null, primary key ("region", "number", "witness"))',
    );
    this.addSql(
      'create table "audit"."entry" ("region" varchar(6) not null, "sequence" bigint not null, "at" timestamptz(3) not null, "kind" varchar(40) not null, "commitment" bytea not null, "hash" bytea not null, primary key ("region", "sequence"))',
    );
    this.addSql('create index "entry_kind" on "audit"."entry" ("region", "kind", "sequence")');
    this.addSql(
      'create table "audit"."head" ("region" varchar(6) not null, "sequence" bigint not null, "hash" bytea not null, "at" timestamptz(3) not null, primary key ("region"))',
    );
    this.addSql('alter table "audit"."body" enable row level security');
    this.addSql('alter table "audit"."body" force row level security');
    this.addSql(
      'create policy "append" on "audit"."body" for insert to "tongma_owner" with check (true)',
    );
    this.addSql(
      `create policy "scope" on "audit"."body" for select to "tongma_codes" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))`,
    );
    this.addSql('alter table "audit"."checkpoint_head" enable row level security');
    this.addSql('alter table "audit"."checkpoint_head" force row level security');
    this.addSql(
      'create policy "checkpoint" on "audit"."checkpoint_head" to "tongma_checkpoint" using (true) with check (true)',
    );
    this.addSql(
      'create policy "read" on "audit"."checkpoint_head" for select to "tongma_codes" using (true)',
    );
    this.addSql('alter table "audit"."checkpoint" enable row level security');
    this.addSql('alter table "audit"."checkpoint" force row level security');
    this.addSql(
      'create policy "checkpoint" on "audit"."checkpoint" to "tongma_checkpoint" using (true) with check (true)',
    );
    this.addSql(
      'create policy "read" on "audit"."checkpoint" for select to "tongma_codes", "tongma_owner" using (true)',
    );
    this.addSql('alter table "audit"."cosignature" enable row level security');
    this.addSql('alter table "audit"."cosignature" force row level security');
    this.addSql(
      'create policy "checkpoint" on "audit"."cosignature" to "tongma_checkpoint" using (true) with check (true)',
    );
    this.addSql(
      'create policy "read" on "audit"."cosignature" for select to "tongma_codes" using (true)',
    );
    this.addSql('alter table "audit"."entry" enable row level security');
    this.addSql('alter table "audit"."entry" force row level security');
    this.addSql(
      'create policy "append" on "audit"."entry" for insert to "tongma_owner" with check (true)',
    );
    this.addSql(
      `create policy "definer" on "audit"."entry" for select to "tongma_owner" using (region = any(string_to_array(current_setting('app.regions', true), ',')))`,
    );
    this.addSql(
      'create policy "checkpoint" on "audit"."entry" for select to "tongma_checkpoint" using (true)',
    );
    this.addSql(
      `create policy "scope" on "audit"."entry" for select to "tongma_codes" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or exists (select from audit.body b where b.region = entry.region and b.sequence = entry.sequence)))`,
    );
    this.addSql('alter table "audit"."head" enable row level security');
    this.addSql('alter table "audit"."head" force row level security');
    this.addSql(
      'create policy "append" on "audit"."head" to "tongma_owner" using (true) with check (true)',
    );
    this.addSql(
      'create policy "read" on "audit"."head" for select to "tongma_codes", "tongma_checkpoint" using (true)',
    );
    for (const sql of [APPEND, HASHES, ...GRANTS]) this.addSql(sql);
  }
}
