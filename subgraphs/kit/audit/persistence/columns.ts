/** `at` in milliseconds since 1970, as hashes and signatures cover it. */
export const MILLIS = '(extract(epoch from at) * 1000)::float8 as at';

/** Columns of a checkpoint. */
export const CHECKPOINT = `log, number::float8 as number, ${MILLIS}, previous, root, key_id as "keyId", signature`;

/** Columns of a sealed head. */
export const HEAD =
  'region, number::float8 as number, sequence::float8 as sequence, from_sequence::float8 as "fromSequence", hash, interval_root as "intervalRoot"';

/**
 * Regions of sealed heads (`r`), found one after the other by the key: a log has few regions and,
 * after a year, millions of heads.
 */
export const SEALED_REGIONS = `with recursive r(region) as (
  (select region from audit.checkpoint_head order by region limit 1)
  union all
  select (select c.region from audit.checkpoint_head c where c.region > r.region
          order by c.region limit 1)
  from r where r.region is not null)`;

/** The newest sealed head of each region, of those that meet a condition. */
export function newestHeads(condition = 'true'): string {
  return `${SEALED_REGIONS} select h.* from r cross join lateral (
    select ${HEAD} from audit.checkpoint_head
    where checkpoint_head.region = r.region and ${condition}
    order by checkpoint_head.number desc limit 1) h`;
}
