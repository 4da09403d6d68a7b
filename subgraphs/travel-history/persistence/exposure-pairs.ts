import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOfQuery } from '../../kit/query.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import type { RiskLevel } from '../domain/bulletin/area.ts';
import type { ExposedStay, Exposure, ExposingArea, Pair } from '../domain/exposure/exposure.ts';
import { CHUNK_AREAS, CHUNK_PAIRS, type ExposureRun } from '../domain/exposure/exposure-run.ts';
import type { FoundPairs } from '../domain/exposure/find-exposures.ts';
import { RiskAreaRow } from './bulletin.entity.ts';
import { ExposureRow } from './exposure.entity.ts';

/** Whether a stay `s` of a region lies in an area `a`: in the whole of its division, or by name. */
const IN_WHOLE = 's.region = $1 and a.whole and s.division = a.division';
const IN_COMMUNITY = `s.region = $1 and s.community = a.community
  and s.division like regexp_replace(a.division, '(00){1,3}$', '') || '%'`;
/** Whether the two overlap in time; an area that turned out never to have stood ends as it begins. */
const OVERLAPS = `(s.left_at is null or s.left_at > a.valid_from)
  and (a.valid_to is null or a.valid_to > s.arrived_at) and a.valid_to is distinct from a.valid_from`;

/** Changed areas in the order of their ids, but those in which nobody of the region ever stayed. */
function areasSql(beyond: string): string {
  return `select a.id, a.level, a.valid_from, a.valid_to from travel_history.risk_area a
    where a.region = '${NATION}' and a.changed_by = $2 and a.id ${beyond} $3 and (
      exists (select from travel_history.stay s where ${IN_WHOLE})
      or exists (select from travel_history.stay s where ${IN_COMMUNITY})
      or exists (select from travel_history.exposure t where t.region = $1 and t.area_id = a.id))
    order by a.id limit ${CHUNK_AREAS}`;
}

interface AreaColumns {
  readonly id: string;
  readonly level: RiskLevel;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

/** A pair with its stay and what was told of it. */
interface PairColumns {
  readonly area_id: string;
  readonly id: string;
  readonly resident_id: string;
  readonly division: string;
  readonly community: string | null;
  readonly arrived_at: string;
  readonly left_at: string | null;
  readonly event_id: string | null;
  readonly level: RiskLevel | null;
  readonly begun_at: string | null;
  readonly ended_at: string | null;
}

/**
 * Pairs that overlap, and pairs that were told whether or not they still do; by area and stay. Each
 * area's stays come from an index in the order of their ids, no more than a chunk takes: one with
 * a whole city in it costs no more than others.
 */
function pairsSql(within: boolean): string {
  const after = (area: string, stay: string) =>
    within ? `and (${area} <> $3 or ${stay} > $4)` : '';
  const branch = (condition: string) =>
    `(select s.id from travel_history.stay s
      where ${condition} and ${OVERLAPS} ${after('a.id', 's.id')}
      order by s.id limit ${CHUNK_PAIRS})`;
  return `with pair as (
      (select a.id as area_id, s.id as stay_id from travel_history.risk_area a
        cross join lateral (${branch(IN_WHOLE)} union ${branch(IN_COMMUNITY)}) s
        where a.region = '${NATION}' and a.id = any($2::text[])
        order by a.id, s.id limit ${CHUNK_PAIRS})
      union
      (select area_id, stay_id from travel_history.exposure
        where region = $1 and area_id = any($2::text[]) ${after('area_id', 'stay_id')}
        order by area_id, stay_id limit ${CHUNK_PAIRS})
      order by area_id, stay_id limit ${CHUNK_PAIRS})
    select p.area_id, s.id, s.resident_id, s.division, s.community, s.arrived_at, s.left_at,
      t.event_id, t.level, t.begun_at, t.ended_at
    from pair p
    join travel_history.stay s on s.region = $1 and s.id = p.stay_id
    left join travel_history.exposure t
      on t.region = $1 and t.stay_id = p.stay_id and t.area_id = p.area_id
    order by p.area_id, p.stay_id`;
}

function toldOf({ area_id: areaId, ...row }: PairColumns): Exposure | null {
  const { event_id: eventId, level, begun_at: from, ended_at: until } = row;
  if (eventId === null || level === null || from === null) return null;
  return { areaId, level, eventId, from: new Date(from), until: instant(until) };
}

function stayOf(region: string, row: PairColumns): ExposedStay {
  const { id, resident_id: residentId, division, community } = row;
  const times = { arrivedAt: new Date(row.arrived_at), leftAt: instant(row.left_at) };
  return { region, id, residentId, division, community, ...times };
}

function toArea({ id, level, validFrom, validTo }: InferEntity<typeof RiskAreaRow>): ExposingArea {
  return { id, level, validFrom, validTo: validTo ?? null };
}

function toExposure(row: InferEntity<typeof ExposureRow>): Exposure {
  const { areaId, level, eventId, begunAt: from } = row;
  return { areaId, level, eventId, from, until: row.endedAt ?? null };
}

async function areasById(em: EntityManager, ids: readonly string[]) {
  const rows = await em.find(RiskAreaRow, { region: NATION, id: { $in: [...ids] } });
  return new Map(rows.map((row) => [row.id, toArea(row)]));
}

/** The next pairs of a run: those that overlap, and those that were told to. */
export async function nextPairs(em: EntityManager, run: ExposureRun): Promise<FoundPairs> {
  const { region, bulletinId, cursorArea, cursorStay } = run;
  const within = cursorStay !== null;
  const found = await rowsOfQuery<AreaColumns>(em, areasSql(within ? '>=' : '>'), [
    ...[region, bulletinId, cursorArea],
  ]);
  const areas = found.map(({ id }) => id);
  if (areas.length === 0) return { areas, pairs: [] };
  const byId = new Map(
    found.map(({ id, level, valid_from: from, valid_to: to }) => [
      id,
      { id, level, validFrom: new Date(from), validTo: instant(to) },
    ]),
  );
  const cursor = within ? [cursorArea, cursorStay] : [];
  const rows = await rowsOfQuery<PairColumns>(em, pairsSql(within), [region, areas, ...cursor]);
  const pairs = rows.flatMap((row) => {
    const area = byId.get(row.area_id);
    return area ? [{ stay: stayOf(region, row), area, told: toldOf(row) }] : [];
  });
  return { areas, pairs };
}

/** Every pair of one stay. */
export async function pairsOfStay(em: EntityManager, stay: ExposedStay): Promise<Pair[]> {
  const { region, id: stayId, division, community, arrivedAt, leftAt } = stay;
  const told = (await em.find(ExposureRow, { region, stayId })).map(toExposure);
  // Its community may be listed under its county, its city or its province.
  const line = [division, `${division.slice(0, 4)}00`, `${division.slice(0, 2)}0000`, NATION];
  const rows = await em.find(RiskAreaRow, {
    ...{ region: NATION, division: { $in: line } },
    ...(leftAt && { validFrom: { $lt: leftAt } }),
    $and: [
      { $or: [{ validTo: null }, { validTo: { $gt: arrivedAt } }] },
      { $or: [{ whole: true, division }, ...(community === null ? [] : [{ community }])] },
    ],
  });
  const areas = await areasById(
    em,
    told.map(({ areaId }) => areaId),
  );
  for (const row of rows) areas.set(row.id, toArea(row));
  const known = new Map(told.map((one) => [one.areaId, one]));
  return [...areas.values()].map((area) => ({ stay, area, told: known.get(area.id) ?? null }));
}

const PASSED = `select count(*)::int as passed from travel_history.risk_area
  where region = '${NATION}' and changed_by = $1 and id < $2`;

/** Changed areas before one, in the order of a run. */
export async function passedAreas(em: EntityManager, bulletinId: string, areaId: string) {
  const [row] = await rowsOfQuery<{ passed: number }>(em, PASSED, [bulletinId, areaId]);
  return row?.passed ?? 0;
}
