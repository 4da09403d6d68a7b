import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { NATION } from '../../kit/standards/gbt2260.ts';
import type { ExposedStay, Exposure, ExposingArea, Pair } from '../domain/exposure/exposure.ts';
import { CHUNK_AREAS, CHUNK_PAIRS, type ExposureRun } from '../domain/exposure/exposure-run.ts';
import type { FoundPairs } from '../domain/exposure/find-exposures.ts';
import { RiskAreaRow } from './bulletin.entity.ts';
import { ExposureRow } from './exposure.entity.ts';
import { StayRow } from './stay.entity.ts';

/** Whether a stay `s` of a region lies in an area `a`: in the whole of its division, or by name. */
const IN_WHOLE = 's.region = ? and a.whole and s.division = a.division';
const IN_COMMUNITY = `s.region = ? and s.community = a.community
  and s.division like regexp_replace(a.division, '(00){1,3}$', '') || '%'`;
/** Whether the two overlap in time; an area that turned out never to have stood ends as it begins. */
const OVERLAPS = `(s.left_at is null or s.left_at > a.valid_from)
  and (a.valid_to is null or a.valid_to > s.arrived_at) and a.valid_to is distinct from a.valid_from`;

/** Changed areas in the order of their ids, but those in which nobody of the region ever stayed. */
function areasSql(beyond: string): string {
  return `select a.id from travel_history.risk_area a
    where a.region = '${NATION}' and a.changed_by = ? and a.id ${beyond} ? and (
      exists (select from travel_history.stay s where ${IN_WHOLE})
      or exists (select from travel_history.stay s where ${IN_COMMUNITY})
      or exists (select from travel_history.exposure t where t.region = ? and t.area_id = a.id))
    order by a.id limit ${CHUNK_AREAS}`;
}

/** Ids of a pair. */
interface PairKey {
  readonly area_id: string;
  readonly stay_id: string;
}

/**
 * Pairs that overlap, by area and stay. Each area's stays come from an index in the order of their
 * ids, no more than a chunk takes: one with a whole city in it costs no more than others.
 */
function overlappingSql(after: string): string {
  const branch = (condition: string) =>
    `(select s.id from travel_history.stay s where ${condition} and ${OVERLAPS} ${after}
      order by s.id limit ${CHUNK_PAIRS})`;
  return `select a.id as area_id, s.id as stay_id from travel_history.risk_area a
    cross join lateral (${branch(IN_WHOLE)} union ${branch(IN_COMMUNITY)}) s
    where a.region = '${NATION}' and a.id in (?) order by a.id, s.id limit ${CHUNK_PAIRS}`;
}

/** Pairs that were told, whether or not they still overlap. */
const TOLD = `select area_id, stay_id from travel_history.exposure t
  where region = ? and area_id in (?)`;

async function keysOf(em: EntityManager, run: ExposureRun, areas: string[]): Promise<PairKey[]> {
  const { region, cursorArea, cursorStay } = run;
  const cursor = cursorStay === null ? [] : [cursorArea, cursorStay];
  const after = (area: string, stay: string) =>
    cursorStay === null ? '' : `and (${area} <> ? or ${stay} > ?)`;
  const each = [region, ...cursor];
  const overlapping = await em.execute<PairKey[]>(overlappingSql(after('a.id', 's.id')), [
    ...[...each, ...each, areas],
  ]);
  const told = await em.execute<PairKey[]>(
    `${TOLD} ${after('area_id', 'stay_id')} order by area_id, stay_id limit ${CHUNK_PAIRS}`,
    [region, areas, ...cursor],
  );
  const once = new Map(
    [...overlapping, ...told].map((key) => [`${key.area_id} ${key.stay_id}`, key]),
  );
  // Ids are digits and capitals of one length: they stand in this order in any collation.
  return [...once]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, CHUNK_PAIRS)
    .map(([, key]) => key);
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

async function pairsOf(em: EntityManager, region: string, keys: PairKey[]): Promise<Pair[]> {
  const stayIds = [...new Set(keys.map(({ stay_id: id }) => id))];
  const areaIds = [...new Set(keys.map(({ area_id: id }) => id))];
  const areas = await areasById(em, areaIds);
  const stays = await em.find(StayRow, { region, id: { $in: stayIds } });
  const byId = new Map(stays.map((row) => [row.id, row]));
  const told = await em.find(ExposureRow, {
    ...{ region, stayId: { $in: stayIds }, areaId: { $in: areaIds } },
  });
  const known = new Map(told.map((row) => [`${row.areaId} ${row.stayId}`, toExposure(row)]));
  return keys.flatMap((key) => {
    const [stay, area] = [byId.get(key.stay_id), areas.get(key.area_id)];
    if (!stay || !area) return [];
    const { community, leftAt, ...rest } = stay;
    const exposed = { ...rest, community: community ?? null, leftAt: leftAt ?? null };
    return [{ stay: exposed, area, told: known.get(`${area.id} ${stay.id}`) ?? null }];
  });
}

/** The next pairs of a run: those that overlap, and those that were told to. */
export async function nextPairs(em: EntityManager, run: ExposureRun): Promise<FoundPairs> {
  const { region, bulletinId, cursorArea, cursorStay } = run;
  const found = await em.execute<{ id: string }[]>(areasSql(cursorStay === null ? '>' : '>='), [
    ...[bulletinId, cursorArea, region, region, region],
  ]);
  const areas = found.map(({ id }) => id);
  if (areas.length === 0) return { areas, pairs: [] };
  return { areas, pairs: await pairsOf(em, region, await keysOf(em, run, areas)) };
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
  where region = '${NATION}' and changed_by = ? and id < ?`;

/** Changed areas before one, in the order of a run. */
export async function passedAreas(em: EntityManager, bulletinId: string, areaId: string) {
  const [row] = await em.execute<{ passed: number }[]>(PASSED, [bulletinId, areaId]);
  return row?.passed ?? 0;
}
