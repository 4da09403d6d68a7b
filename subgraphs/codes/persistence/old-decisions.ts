import { rowsOfQuery } from '../../kit/query.ts';
import type { Clears } from '../../kit/retained.ts';

/** Most codes of which decisions are deleted together. */
const CODES = 1_000;

// By codes, which say since when they have decisions that others followed: of the decisions alone,
// each hour all those would be read that are old and still the latest.
const CLEAR = `with codes as materialized (
    select c.id, c.decided_at from codes.health_code c
    where c.region = $1 and c.decisions_since < $2 limit ${CODES} for update skip locked),
  gone as (delete from codes.color_decision d using codes c
    where d.region = $1 and d.code_id = c.id and d.decided_at < $2 and d.decided_at < c.decided_at
    returning 1),
  moved as (update codes.health_code h
    set decisions_since = (select min(d.decided_at) from codes.color_decision d
      where d.region = h.region and d.code_id = h.id
        and d.decided_at >= $2 and d.decided_at < h.decided_at)
    where h.region = $1 and h.id = any(array(select id from codes)))
  select (select count(*)::int from gone) as deleted, (select count(*)::int from codes) as codes`;

/** Deletes decisions of a region that were made before an instant, but for the latest of each code. */
export const clearDecisions: Clears = async (em, region, before) => {
  const [row] = await rowsOfQuery<{ deleted: number; codes: number }>(em, CLEAR, [region, before]);
  return { deleted: row?.deleted ?? 0, more: row?.codes === CODES };
};
