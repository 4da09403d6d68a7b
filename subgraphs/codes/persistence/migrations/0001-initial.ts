import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

// What recognition may know of a token: its state, never whose it is. The function sets its region
// for the time of the call and puts back what was set; its caller needs no table right.
const STATUS_OF = [
  `create function "codes"."status_of"(iss text, ctis bytea[])
     returns table (cti bytea, state text, color text, horizon timestamptz)
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp
   as $$
   declare
     before text := coalesce(current_setting('app.regions', true), '');
   begin
     execute format('set local app.regions = %L', iss);
     return query
       select t.cti,
              case when t.withdrawn_at is not null then 'WITHDRAWN' else c.state end,
              case when t.withdrawn_at is null then c.color end,
              c.look_again_at
       from "codes"."code_token" t
       join "codes"."health_code" c on c.region = t.region and c.id = t.code_id
       where t.region = iss and t.cti = any(ctis);
     execute format('set local app.regions = %L', before);
   end $$`,
  'revoke all on function "codes"."status_of"(text, bytea[]) from public',
  'grant usage on schema "codes" to "tongma_recognize"',
  'grant execute on function "codes"."status_of"(text, bytea[]) to "tongma_recognize"',
];

/** 0001-initial. Only ever forward: migrations expand, and contract in a later one. */
export class Initial extends Migration {
  override up(): void {
    this.addSql(
      'create table "codes"."agreement" ("region" varchar(6) not null, "issuer" varchar(6) not null, "version" int not null, "signed" bytea not null, "withdrawn_at" timestamptz(3) null, primary key ("region", "issuer", "version"))',
    );
    this.addSql(
      'create table "codes"."code_token" ("region" varchar(6) not null, "cti" bytea not null, "code_id" varchar(33) not null, "resident_id" varchar(33) not null, "kind" text not null, "status_index" int not null, "issued_on" varchar(10) not null, "issued_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "withdrawn_at" timestamptz(3) null, "withdrawn_by" varchar(128) null, "withdraw_reason" varchar(500) null, primary key ("region", "cti"))',
    );
    this.addSql(
      'create unique index "code_token_daily" on "codes"."code_token" ("region", "code_id", "issued_on") where "kind" = \'DYNAMIC\' and "withdrawn_at" is null',
    );
    this.addSql(
      'alter table "codes"."code_token" add constraint "code_token_index" unique ("region", "kind", "issued_on", "status_index")',
    );
    this.addSql(
      'create table "codes"."color_decision" ("region" varchar(6) not null, "id" varchar(33) not null, "code_id" varchar(33) not null, "resident_id" varchar(33) not null, "from_state" text not null, "from_color" text null, "to_state" text not null, "to_color" text null, "detail" jsonb not null, "policy_version" int not null, "decided_at" timestamptz(3) not null, "look_again_at" timestamptz(3) null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "color_decision_code" on "codes"."color_decision" ("region", "code_id", "decided_at", "id")',
    );
    this.addSql(
      'create table "codes"."evidence" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "kind" varchar(32) not null, "body" jsonb not null, "occurred_at" timestamptz(3) not null, "taken_in_at" timestamptz(3) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "evidence_resident" on "codes"."evidence" ("region", "resident_id", "occurred_at", "id")',
    );
    this.addSql(
      'create table "codes"."health_code" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "state" text not null, "color" text null, "masked_name" varchar(64) null, "birth_month_day" varchar(4) null, "held_by_proxy" boolean not null default false, "policy_version" int null, "decided_at" timestamptz(3) null, "look_again_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("region", "id"))',
    );
    this.addSql(
      'alter table "codes"."health_code" add constraint "health_code_resident" unique ("region", "resident_id")',
    );
    this.addSql(
      'create table "codes"."policy" ("region" varchar(6) not null, "version" int not null, "valid_from" timestamptz(3) not null, "valid_to" timestamptz(3) null, "status_max_age_minutes" int not null, "rules" jsonb not null, primary key ("region", "version"))',
    );
    this.addSql(
      'create table "codes"."region" ("region" varchar(6) not null, "name" jsonb not null, primary key ("region"))',
    );
    this.addSql(
      'create table "codes"."trust_list" ("version" int not null, "signed" bytea not null, "published_at" timestamptz(3) not null, primary key ("version"))',
    );
    this.addSql('alter table "codes"."agreement" enable row level security');
    this.addSql('alter table "codes"."agreement" force row level security');
    this.addSql(
      'create policy "reference" on "codes"."agreement" for select to "tongma_codes" using (true)',
    );
    this.addSql(
      'create policy "publishing" on "codes"."agreement" to "tongma_codes" using (current_setting(\'app.subject\', true) = \'publisher\') with check (current_setting(\'app.subject\', true) = \'publisher\')',
    );
    this.addSql(
      'alter table "codes"."code_token" add constraint "code_token_kind_check" check ("kind" in (\'DYNAMIC\', \'PAPER\'))',
    );
    this.addSql('alter table "codes"."code_token" enable row level security');
    this.addSql('alter table "codes"."code_token" force row level security');
    this.addSql(
      "create policy \"scope\" on \"codes\".\"code_token\" to \"tongma_codes\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    this.addSql(
      'create policy "definer" on "codes"."code_token" for select to "tongma_owner" using (region = any(string_to_array(current_setting(\'app.regions\', true), \',\')))',
    );
    this.addSql(
      "alter table \"codes\".\"color_decision\" add constraint \"color_decision_from_state_check\" check (\"from_state\" in ('UNDER_REVIEW', 'ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'EXPIRED'))",
    );
    this.addSql(
      'alter table "codes"."color_decision" add constraint "color_decision_from_color_check" check ("from_color" in (\'GREEN\', \'YELLOW\', \'RED\'))',
    );
    this.addSql(
      "alter table \"codes\".\"color_decision\" add constraint \"color_decision_to_state_check\" check (\"to_state\" in ('UNDER_REVIEW', 'ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'EXPIRED'))",
    );
    this.addSql(
      'alter table "codes"."color_decision" add constraint "color_decision_to_color_check" check ("to_color" in (\'GREEN\', \'YELLOW\', \'RED\'))',
    );
    this.addSql('alter table "codes"."color_decision" enable row level security');
    this.addSql('alter table "codes"."color_decision" force row level security');
    this.addSql(
      "create policy \"scope\" on \"codes\".\"color_decision\" to \"tongma_codes\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    this.addSql('alter table "codes"."evidence" enable row level security');
    this.addSql('alter table "codes"."evidence" force row level security');
    this.addSql(
      "create policy \"scope\" on \"codes\".\"evidence\" to \"tongma_codes\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    this.addSql(
      "alter table \"codes\".\"health_code\" add constraint \"health_code_state_check\" check (\"state\" in ('UNDER_REVIEW', 'ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'EXPIRED'))",
    );
    this.addSql(
      'alter table "codes"."health_code" add constraint "health_code_color_check" check ("color" in (\'GREEN\', \'YELLOW\', \'RED\'))',
    );
    this.addSql('alter table "codes"."health_code" enable row level security');
    this.addSql('alter table "codes"."health_code" force row level security');
    this.addSql(
      "create policy \"scope\" on \"codes\".\"health_code\" to \"tongma_codes\" using (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))) with check (region = any(string_to_array(current_setting('app.regions', true), ',')) and (current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ','))))",
    );
    this.addSql(
      'create policy "definer" on "codes"."health_code" for select to "tongma_owner" using (region = any(string_to_array(current_setting(\'app.regions\', true), \',\')))',
    );
    this.addSql('alter table "codes"."policy" enable row level security');
    this.addSql('alter table "codes"."policy" force row level security');
    this.addSql(
      'create policy "reference" on "codes"."policy" for select to "tongma_codes" using (true)',
    );
    this.addSql(
      'create policy "publishing" on "codes"."policy" to "tongma_codes" using (current_setting(\'app.subject\', true) = \'publisher\') with check (current_setting(\'app.subject\', true) = \'publisher\')',
    );
    this.addSql('alter table "codes"."region" enable row level security');
    this.addSql('alter table "codes"."region" force row level security');
    this.addSql(
      'create policy "reference" on "codes"."region" for select to "tongma_codes" using (true)',
    );
    this.addSql(
      'create policy "publishing" on "codes"."region" to "tongma_codes" using (current_setting(\'app.subject\', true) = \'publisher\') with check (current_setting(\'app.subject\', true) = \'publisher\')',
    );
    this.addSql('alter table "codes"."trust_list" enable row level security');
    this.addSql('alter table "codes"."trust_list" force row level security');
    this.addSql(
      'create policy "reference" on "codes"."trust_list" for select to "tongma_codes" using (true)',
    );
    this.addSql(
      'create policy "publishing" on "codes"."trust_list" to "tongma_codes" using (current_setting(\'app.subject\', true) = \'publisher\') with check (current_setting(\'app.subject\', true) = \'publisher\')',
    );
    const tables = [
      'health_code',
      'color_decision',
      'evidence',
      'code_token',
      'region',
      'policy',
      'agreement',
      'trust_list',
    ];
    for (const sql of grantTables('codes', 'tongma_codes', tables)) this.addSql(sql);
    for (const sql of STATUS_OF) this.addSql(sql);
  }
}
