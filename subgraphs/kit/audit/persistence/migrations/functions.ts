/**
 * Appends entries `[{region, kind, body}]` to the chains of their regions, in the order of the
 * regions, so that two transactions never wait for each other. It is called last in a transaction:
 * the head it locks is free again with the commit. Refuses (TG001) when the newest checkpoint is
 * older than fifteen minutes. Source: SECURITY.md, Audit log.
 */
export const APPEND = `create function "audit"."append"(entries jsonb)
     returns void
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp
   as $$
   declare
     newest timestamptz;
     item record;
     last "audit"."head"%rowtype;
     new_at timestamptz;
     new_hash bytea;
     salt bytea;
     commitment bytea;
   begin
     select c.at into newest from "audit"."checkpoint" c
       where c.region = '000000' order by c.number desc limit 1;
     if newest is null or newest < clock_timestamp() - interval '15 minutes' then
       raise exception 'the newest checkpoint is too old' using errcode = 'TG001';
     end if;
     for item in
       select e ->> 'region' as region, e ->> 'kind' as kind, e ->> 'body' as body
       from jsonb_array_elements(entries) with ordinality as given(e, n)
       order by e ->> 'region', n
     loop
       select * into last from "audit"."head" h where h.region = item.region for update;
       if not found then
         insert into "audit"."head" (region, sequence, hash, at)
           values (item.region, 0, decode(repeat('00', 32), 'hex'), 'epoch')
           on conflict do nothing;
         select * into last from "audit"."head" h where h.region = item.region for update;
       end if;
       new_at := greatest(date_trunc('milliseconds', clock_timestamp()), last.at);
       salt := uuid_send(gen_random_uuid());
       commitment := sha256(salt || convert_to(item.body, 'UTF8'));
       new_hash := sha256(last.hash || convert_to(concat_ws('|', item.region, last.sequence + 1,
         (extract(epoch from new_at) * 1000)::bigint, item.kind, ''), 'UTF8') || commitment);
       insert into "audit"."entry" (region, sequence, at, kind, commitment, hash)
         values (item.region, last.sequence + 1, new_at, item.kind, commitment, new_hash);
       insert into "audit"."body" (region, sequence, salt, body)
         values (item.region, last.sequence + 1, salt, item.body);
       update "audit"."head" h set sequence = last.sequence + 1, hash = new_hash, at = new_at
         where h.region = item.region;
     end loop;
   end $$`;

/**
 * Hashes of a stretch of a chain, for the path of a receipt: they tell nothing of what the entries
 * say or of whom.
 */
export const HASHES = `create function "audit"."hashes"(of_region text, first bigint, last bigint)
     returns table (sequence bigint, hash bytea)
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp
   as $$
   declare
     before text := coalesce(current_setting('app.regions', true), '');
   begin
     execute format('set local app.regions = %L', of_region);
     return query
       select e.sequence, e.hash from "audit"."entry" e
       where e.region = of_region and e.sequence between first and last
       order by e.sequence;
     execute format('set local app.regions = %L', before);
   end $$`;

/**
 * Deletes what the oldest entries of a region say, a page of them, and says how many. Row security
 * lets go what its year is over for, by the database's own clock, and nothing else: neither who
 * calls it nor who owns the table can have anything go sooner. A year has at most 366 days;
 * `verifyChain` misses nothing that is older than 365, so that clocks that differ do not make it
 * see tampering. Source: SECURITY.md, invariant 14.
 */
export const CLEAR_BODIES = `create function "audit"."clear_bodies"(of_region text, most integer)
     returns integer
     language sql security definer
     set search_path = pg_catalog, pg_temp
   as $$
     with oldest as materialized (
       select b.sequence from "audit"."body" b
       where b.region = of_region order by b.sequence limit least(most, 10000)
     ),
     gone as (
       delete from "audit"."body" b using oldest o
       where b.region = of_region and b.sequence = o.sequence
       returning 1
     )
     select count(*)::integer from gone $$`;
