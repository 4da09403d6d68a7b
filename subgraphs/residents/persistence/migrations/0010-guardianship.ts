import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const RESIDENT = 'alter table "residents"."resident"';
const IN_REGIONS = "region = any(string_to_array(current_setting('app.regions', true), ','))";
const BEFORE = `(${IN_REGIONS} and (current_setting('app.residents', true) = '*' or id = any(string_to_array(current_setting('app.residents', true), ',')))) or account = current_setting('app.subject', true)`;
const GUARDS =
  "(guardian_account = current_setting('app.subject', true) and (guarded_until is null or guarded_until > now()))";
const SEEN = `(${BEFORE}) or ${GUARDS}`;
const RETENTION = `current_setting('app.subject', true) = 'retention' and current_setting('app.residents', true) = '*'`;

// Who was named a guardian goes on for 12 months from the review, at most until the ward is of age:
// 00:00 in Shanghai of that day. Whom nobody has reviewed waits, as before.
const ENDS = `(r.reviewed_at at time zone 'Asia/Shanghai')::date`;
const OF_AGE = `(r.birth_date::date + interval '18 years')::date`;
const UNTIL = `(case when ${OF_AGE} > ${ENDS} then least((${ENDS} + interval '12 months')::date, ${OF_AGE})
       else (${ENDS} + interval '12 months')::date end)::timestamp at time zone 'Asia/Shanghai'`;

/**
 * Gives what stands its account and its end; a test runs it on rows as they were. The owner sees no
 * row under forced row security; it is taken off, for the owner alone, while the account of who acts
 * is taken from the ward's own.
 */
export const KEPT = [
  `${RESIDENT} no force row level security`,
  `update "residents"."resident" r
   set guardian_account = coalesce(r.account, g.account), guardian_name = g.masked_name,
       account = null, guarded_until = case when r.state = 'REGISTERED' then ${UNTIL} end
   from "residents"."resident" g where g.id = r.guardian_id`,
  `${RESIDENT} force row level security`,
];

/** 0010-guardianship. Only ever forward: migrations expand, and contract in a later one. */
export class Guardianship extends Migration {
  override up(): void {
    for (const sql of [
      `${RESIDENT} add column "guardian_account" varchar(128) null, add column "guardian_name" varchar(64) null, add column "guarded_until" timestamptz(3) null, add column "renewal_asked_at" timestamptz(3) null, add column "renewal_refusal" varchar(500) null`,
      ...KEPT,
      'drop policy "scope" on "residents"."resident"',
      `create policy "scope" on "residents"."resident" to "tongma_residents" using (${SEEN}) with check (${SEEN})`,
      'create index "resident_guardian_account" on "residents"."resident" ("guardian_account")',
      'create index "resident_guarded_until" on "residents"."resident" ("guarded_until") where "guarded_until" is not null',
      'create index "resident_renewal" on "residents"."resident" ("region", "renewal_asked_at", "id") where "renewal_asked_at" is not null',
      'create table "residents"."guardian_offer" ("region" varchar(6) not null, "resident_id" varchar(33) not null, "code_hash" bytea not null, "offered_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("region", "resident_id"))',
      'create index "guardian_offer_code" on "residents"."guardian_offer" ("region", "code_hash")',
      'alter table "residents"."guardian_offer" enable row level security',
      'alter table "residents"."guardian_offer" force row level security',
      `create policy "scope" on "residents"."guardian_offer" to "tongma_residents" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
      `create policy "retention" on "residents"."guardian_offer" for select to "tongma_residents" using (${RETENTION})`,
      ...grantTables('residents', 'tongma_residents', ['guardian_offer']),
    ]) {
      this.addSql(sql);
    }
  }
}
