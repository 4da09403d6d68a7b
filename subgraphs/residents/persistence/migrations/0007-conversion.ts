import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../kit/grants.ts';

const IN_REGIONS = "region = any(string_to_array(current_setting('app.regions', true), ','))";
const IN_RESIDENTS =
  "(current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))";
const COURIER = "current_setting('app.subject', true) = 'conversion-courier'";

/** A function of codes, which carries what is sealed between regions and can open nothing of it. */
function carrying(head: string, returns: string, declared: string, body: string): string {
  return `create function "residents".${head} returns ${returns}
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp
   as $$
   declare
     before text := coalesce(current_setting('app.subject', true), '');
     ${declared}
   begin
     set local app.subject = 'conversion-courier';
     ${body}
     execute format('set local app.subject = %L', before);
   end $$`;
}

// One offer, to the region that it was made for, while it holds. The same again is the same.
const TAKE = carrying(
  '"take_conversion"(given_region text, given_id text, given_receiver text, at timestamptz)',
  'table (resident_id varchar, sealed bytea, expires_at timestamptz, first boolean)',
  'untaken boolean;',
  `select o.taken_at is null into untaken from "residents"."conversion_offer" o
       where o.region = given_region and o.id = given_id and o.receiver = given_receiver
         and o.expires_at > at for update;
     if found then
       update "residents"."conversion_offer" o set taken_at = at
         where o.region = given_region and o.id = given_id and untaken;
       return query select o.resident_id, o.sealed, o.expires_at::timestamptz, untaken
         from "residents"."conversion_offer" o
         where o.region = given_region and o.id = given_id;
     end if;`,
);

// What another region gave, beside which nothing that is over stays.
const BRING = carrying(
  '"bring_conversion"(given_region text, given_id text, given_issuer text, given_sealed bytea, given_expires timestamptz, at timestamptz)',
  'void',
  '',
  `delete from "residents"."conversion_import" i
       where i.region = given_region and i.expires_at <= at;
     insert into "residents"."conversion_import" (region, id, issuer, sealed, expires_at)
       values (given_region, given_id, given_issuer, given_sealed, given_expires)
       on conflict do nothing;`,
);

const SIGNATURES = [
  '"take_conversion"(text, text, text, timestamptz)',
  '"bring_conversion"(text, text, text, bytea, timestamptz, timestamptz)',
];

/** 0007-conversion. Only ever forward: migrations expand, and contract in a later one. */
export class Conversion extends Migration {
  override up(): void {
    this.addSql('alter table "residents"."resident" add column "source_region" varchar(6) null');
    this.addSql(
      'create table "residents"."conversion_offer" ("region" varchar(6) not null, "id" varchar(33) not null, "resident_id" varchar(33) not null, "receiver" varchar(6) not null, "sealed" bytea not null, "offered_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "taken_at" timestamptz(3) null, primary key ("region", "id"))',
    );
    this.addSql(
      'create index "conversion_offer_resident" on "residents"."conversion_offer" ("region", "resident_id")',
    );
    this.addSql(
      'create table "residents"."conversion_import" ("region" varchar(6) not null, "id" varchar(33) not null, "issuer" varchar(6) not null, "sealed" bytea not null, "expires_at" timestamptz(3) not null, primary key ("region", "id"))',
    );
    for (const sql of [
      'alter table "residents"."conversion_offer" enable row level security',
      'alter table "residents"."conversion_offer" force row level security',
      `create policy "scope" on "residents"."conversion_offer" to "tongma_residents" using (${IN_REGIONS} and ${IN_RESIDENTS}) with check (${IN_REGIONS} and ${IN_RESIDENTS})`,
      `create policy "courier" on "residents"."conversion_offer" to "tongma_owner" using (${COURIER}) with check (${COURIER})`,
      'alter table "residents"."conversion_import" enable row level security',
      'alter table "residents"."conversion_import" force row level security',
      `create policy "scope" on "residents"."conversion_import" to "tongma_residents" using (${IN_REGIONS}) with check (${IN_REGIONS})`,
      `create policy "courier" on "residents"."conversion_import" to "tongma_owner" using (${COURIER}) with check (${COURIER})`,
      ...grantTables('residents', 'tongma_residents', ['conversion_offer', 'conversion_import']),
      ...[TAKE, BRING],
    ]) {
      this.addSql(sql);
    }
    for (const signature of SIGNATURES) {
      this.addSql(`revoke all on function "residents".${signature} from public`);
      this.addSql(`grant execute on function "residents".${signature} to "tongma_codes"`);
    }
  }
}
