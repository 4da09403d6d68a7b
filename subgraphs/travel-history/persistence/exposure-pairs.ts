import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf, rowsOfQuery } from '../../kit/query.ts';
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

/** A stay as SQL gives it. */
interface StayColumns {
  readonly id: string;
  readonly resident_id: string;
  readonly division: string;
  readonly community: string | null;
  readonly arrived_at: string;
  readonly left_at: string | null;
}

type OverlapColumns = StayColumns & { readonly area_id: string };

const STAY = 's.id, s.resident_id, s.division, s.community, s.arrived_at, s.left_at';

const after = (within: boolean, area: string, stay: string) =>
  within ? `and (${area} <> $3 or ${stay} > $4)` : '';

/**
 * Pairs that overlap, by area and stay. Each area's stays come from an index in the order of their
 * ids, no more than a chunk takes: one with a whole city in it costs no more than others.
 */
function overlappingSql(within: boolean): string {
  const branch = (condition: string) =>
    `(select ${STAY} from travel_history.stay s
      where ${condition} and ${OVERLAPS} ${after(within, 'a.id', 's.id')}
      order by s.id limit ${CHUNK_PAIRS})`;
  return `select a.id as area_id, ${STAY} from travel_history.risk_area a
    cross join lateral (${branch(IN_WHOLE)} union ${branch(IN_COMMUNITY)}) s
    where a.region = '${NATION}' and a.id = any($2::text[])
    order by a.id, s.id limit ${CHUNK_PAIRS}`;
}

/** So many areas are looked at first, and then so many times more: the first may fill a chunk. */
const SLICE = 2;
const WIDER = 4;

/** The first pairs of some areas that overlap, no more of the areas being read than it takes. */
async function overlapping(
  em: EntityManager,
  region: string,
  areas: readonly string[],
  cursor: readonly string[],
): Promise<readonly OverlapColumns[]> {
  const sql = overlappingSql(cursor.length > 0);
  const found: OverlapColumns[] = [];
  let size = SLICE;
  for (let at = 0; at < areas.length && found.length < CHUNK_PAIRS; size *= WIDER) {
    const some = areas.slice(at, at + size);
    found.push(...(await rowsOfQuery<OverlapColumns>(em, sql, [region, some, ...cursor])));
    at += some.length;
  }
  return found;
}

interface ToldColumns {
  readonly area_id: string;
  readonly stay_id: string;
  readonly event_id: string;
  readonly level: RiskLevel;
  readonly begun_at: string;
  readonly ended_at: string | null;
}

/** Pairs that were told, whether or not they still overlap; by area and stay. */
function toldSql(within: boolean): string {
  return `select area_id, stay_id, event_id, level, begun_at, ended_at
    from travel_history.exposure
    where region = $1 and area_id = any($2::text[]) ${after(within, 'area_id', 'stay_id')}
    order by area_id, stay_id limit ${CHUNK_PAIRS}`;
}

const STAYS = `select ${STAY} from travel_history.stay s
  where s.region = $1 and s.id = any($2::text[])`;

function toldOf({ area_id: areaId, event_id: eventId, level, ...row }: ToldColumns): Exposure {
  return { areaId, level, eventId, from: new Date(row.begun_at), until: instantOf(row.ended_at) };
}

function stayOf(region: string, row: StayColumns): ExposedStay {
  const { id, resident_id: residentId, division, community } = row;
  const times = { arrivedAt: new Date(row.arrived_at), leftAt: instantOf(row.left_at) };
  return { region, id, residentId, division, community, ...times };
}

/** Ids are digits and capitals of one length: they stand in this order in any collation. */
const keyOf = (areaId: string, stayId: string) => `${areaId} ${stayId}`;

/** The first pairs of some areas, by area and stay: those that overlap, and those told to. */
async function firstPairs(
  em: EntityManager,
  region: string,
  areas: ReadonlyMap<string, ExposingArea>,
  cursor: readonly string[],
): Promise<Pair[]> {
  const ids = [...areas.keys()];
  const now = await overlapping(em, region, ids, cursor);
  const told = await rowsOfQuery<ToldColumns>(em, toldSql(cursor.length > 0), [
    ...[region, ids, ...cursor],
  ]);
  const stays = new Map(now.map((row) => [row.id, stayOf(region, row)]));
  const others = told.map((row) => row.stay_id).filter((id) => !stays.has(id));
  if (others.length > 0) {
    for (const row of await rowsOfQuery<StayColumns>(em, STAYS, [region, others])) {
      stays.set(row.id, stayOf(region, row));
    }
  }
  const known = new Map(told.map((row) => [keyOf(row.area_id, row.stay_id), toldOf(row)]));
  const keys = new Map([
    ...now.map((row) => [keyOf(row.area_id, row.id), [row.area_id, row.id]] as const),
    ...told.map((row) => [keyOf(row.area_id, row.stay_id), [row.area_id, row.stay_id]] as const),
  ]);
  return [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, CHUNK_PAIRS)
    .flatMap(([key, [areaId, stayId]]) => {
      const [stay, area] = [stays.get(stayId), areas.get(areaId)];
      return stay && area ? [{ stay, area, told: known.get(key) ?? null }] : [];
    });
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
  const areas = new Map(
    found.map(({ id, level, valid_from: from, valid_to: to }): [string, ExposingArea] => [
      id,
      { id, level, validFrom: new Date(from), validTo: instantOf(to) },
    ]),
  );
  const ids = [...areas.keys()];
  if (ids.length === 0) return { areas: ids, pairs: [] };
  const cursor = within ? [cursorArea, cursorStay] : [];
  return { areas: ids, pairs: await firstPairs(em, region, areas, cursor) };
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
