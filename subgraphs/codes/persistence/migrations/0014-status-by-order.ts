import { Migration } from '@mikro-orm/migrations';

// As in 0012, but planned once a connection, because planning takes longer than the look-up, and by
// a plan that does not depend on what is known of the tables then. While they are small or not yet
// analyzed, every index that begins with the region seems as good as the key, and a busy connection
// keeps such a plan even when they are analyzed. So each row is asked for as the first in the order
// of the key, which the key's index alone gives without sorting.
const STATUS_OF = `create or replace function "codes"."status_of"(iss text, ctis bytea[])
     returns table (cti bytea, state text, color text, horizon timestamptz)
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp
     set plan_cache_mode = force_generic_plan
     set enable_seqscan = off
     set enable_sort = off
     set enable_incremental_sort = off
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
         where o.region = iss and o.cti >= k.cti order by o.region, o.cti limit 1) t
       cross join lateral (
         select o.id, o.state, o.color, o.look_again_at from "codes"."health_code" o
         where o.region = iss and o.id >= t.code_id order by o.region, o.id limit 1) c
       where t.cti = k.cti and c.id = t.code_id;
     execute format('set local app.regions = %L', before);
   end $$`;

/** 0014-status-by-order. Only ever forward: migrations expand, and contract in a later one. */
export class StatusByOrder extends Migration {
  override up(): void {
    this.addSql(STATUS_OF);
  }
}
