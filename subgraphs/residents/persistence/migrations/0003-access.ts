import { Migration } from '@mikro-orm/migrations';
import { createAttemptTable } from '../../../kit/attempt/attempt-row.ts';
import { grantTables } from '../../../kit/grants.ts';
import { createProposalTable } from '../../../kit/proposal/proposal-row.ts';

const IN_REGIONS = "region = any(string_to_array(current_setting('app.regions', true), ','))";
const OWN = "subject = current_setting('app.subject', true)";
const ADMINISTERED = `${IN_REGIONS} and current_setting('app.residents', true) = '*'`;
const CHANGEABLE = `${ADMINISTERED} and (role <> 'OVERSIGHT' or current_setting('app.subject', true) = 'publisher')`;

// Whether an account stands in any region, and nothing else about it: one account, one role.
const SUBJECT_TAKEN = [
  `create function "residents"."subject_taken"(given text) returns boolean
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp
   as $$
   declare
     before text := coalesce(current_setting('app.subject', true), '');
     found boolean;
   begin
     -- Two who add the same account come one after the other.
     perform pg_advisory_xact_lock(hashtextextended(given, 4));
     execute format('set local app.subject = %L', given);
     select exists (select from "residents"."account" a where a.subject = given) into found;
     execute format('set local app.subject = %L', before);
     return found;
   end $$`,
  'revoke all on function "residents"."subject_taken"(text) from public',
  'grant execute on function "residents"."subject_taken"(text) to "tongma_residents"',
];

/** 0003-access. Only ever forward: migrations expand, and contract in a later one. */
export class Access extends Migration {
  override up(): void {
    this.addSql(
      'alter table "residents"."account" add column "withheld" text[] not null default \'{}\', add column "version" int not null default 1',
    );
    this.addSql('alter table "residents"."account" drop constraint "account_role_check"');
    this.addSql(
      "alter table \"residents\".\"account\" add constraint \"account_role_check\" check (\"role\" in ('RESIDENT', 'VERIFIER', 'PARTNER', 'DESK', 'REVIEWER', 'CASE_OFFICER', 'LABORATORY', 'ADMINISTRATOR', 'POLICY_AUTHOR', 'POLICY_APPROVER', 'AGREEMENT_OFFICER', 'APPEAL_OFFICER', 'CUSTOMER_SERVICE', 'PRIVACY_OFFICER', 'AUDITOR', 'OVERSIGHT'))",
    );
    for (const name of ['own', 'scope']) {
      this.addSql(`drop policy "${name}" on "residents"."account"`);
    }
    this.addSql(
      `create policy "own" on "residents"."account" for select to "tongma_residents", "tongma_owner" using (${OWN})`,
    );
    this.addSql(
      `create policy "seen" on "residents"."account" for select to "tongma_residents" using (${ADMINISTERED})`,
    );
    this.addSql(
      `create policy "scope" on "residents"."account" to "tongma_residents" using (${CHANGEABLE}) with check (${CHANGEABLE})`,
    );
    this.addSql(
      'create table "residents"."agency" ("region" varchar(6) not null, "id" varchar(48) not null, "name" varchar(64) not null, primary key ("region", "id"))',
    );
    this.addSql('alter table "residents"."agency" enable row level security');
    this.addSql('alter table "residents"."agency" force row level security');
    this.addSql(
      `create policy "scope" on "residents"."agency" to "tongma_residents" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
    );
    for (const sql of [
      ...grantTables('residents', 'tongma_residents', ['agency']),
      ...SUBJECT_TAKEN,
      ...createProposalTable('residents', 'tongma_residents'),
      ...createAttemptTable('residents', 'tongma_residents'),
    ]) {
      this.addSql(sql);
    }
  }
}
