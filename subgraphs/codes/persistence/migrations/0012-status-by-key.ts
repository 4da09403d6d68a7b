import { Migration } from '@mikro-orm/migrations';

// As in 0001, but token by token: however wrong the planner's numbers are, each is found by its key,
// and never by going through all tokens of all codes of its region.
const STATUS_OF = `create or replace function "codes"."status_of"(iss text, ctis bytea[])
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
       from (select distinct unnest(ctis) as cti) k
       cross join lateral (
         select o.cti, o.code_id, o.withdrawn_at from "codes"."code_token" o
         where o.region = iss and o.cti = k.cti limit 1) t
       cross join lateral (
         select o.state, o.color, o.look_again_at from "codes"."health_code" o
         where o.region = iss and o.id = t.code_id limit 1) c;
     execute format('set local app.regions = %L', before);
   end $$`;

/** 0012-status-by-key. Only ever forward: migrations expand, and contract in a later one. */
export class StatusByKey extends Migration {
  override up(): void {
    this.addSql(STATUS_OF);
  }
}
