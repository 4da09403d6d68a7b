import type { RiskLevel } from '../domain/bulletin/area.ts';
import type { Pair } from '../domain/exposure/exposure.ts';

/** Columns of a pair, beside `s` the stay, `a` the area and `e` the exposure that was told. */
export const PAIR = `s.region, s.id as stay_id, s.resident_id, s.division, s.community, s.arrived_at,
  s.left_at, a.id as area_id, a.level, a.valid_from, a.valid_to, e.event_id, e.level as told_level,
  e.begun_at, e.ended_at`;

/** The exposure that was told of a pair. */
export const TOLD = `left join travel_history.exposure e
  on e.region = s.region and e.stay_id = s.id and e.area_id = a.id`;

/** Whether a stay lies in an area: in the whole of its division, or in the very community. */
export const LIES_IN = `((a.whole and s.division = a.division) or (s.community = a.community
  and s.division like regexp_replace(a.division, '(00){1,3}$', '') || '%'))`;

/** Whether the two overlap in time, whatever was told. */
export const OVERLAPS = `(s.left_at is null or s.left_at > a.valid_from)
  and (a.valid_to is null or a.valid_to > s.arrived_at) and a.valid_to is distinct from a.valid_from`;

/** A row of those columns. */
export interface PairRow {
  readonly region: string;
  readonly stay_id: string;
  readonly resident_id: string;
  readonly division: string;
  readonly community: string | null;
  readonly arrived_at: string;
  readonly left_at: string | null;
  readonly area_id: string;
  readonly level: RiskLevel;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly event_id: string | null;
  readonly told_level: RiskLevel | null;
  readonly begun_at: string | null;
  readonly ended_at: string | null;
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** The pair in a row. */
export function toPair(row: PairRow): Pair {
  const { region, stay_id: id, resident_id: residentId, division, community } = row;
  const { event_id: eventId, told_level: level, area_id: areaId } = row;
  const told =
    eventId === null || level === null || row.begun_at === null
      ? null
      : { areaId, level, eventId, from: new Date(row.begun_at), until: instant(row.ended_at) };
  return {
    stay: {
      ...{ region, id, residentId, division, community },
      ...{ arrivedAt: new Date(row.arrived_at), leftAt: instant(row.left_at) },
    },
    area: {
      ...{ id: areaId, level: row.level, validFrom: new Date(row.valid_from) },
      validTo: instant(row.valid_to),
    },
    told,
  };
}
