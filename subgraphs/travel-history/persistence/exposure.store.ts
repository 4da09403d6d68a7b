import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { BATCH_EVENTS, type AppendEvents, type NewEvent } from '../../kit/events/outbox.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import type { Finding } from '../domain/exposure/exposure.ts';
import { CHUNK_AREAS, CHUNK_PAIRS, type ExposureRun } from '../domain/exposure/exposure-run.ts';
import type { ExposureStore, FoundPairs } from '../domain/exposure/find-exposures.ts';
import { ExposureRunRow } from './exposure.entity.ts';
import { lockRegion } from './exposure-lock.ts';
import { LIES_IN, OVERLAPS, PAIR, TOLD, toPair, type PairRow } from './exposure-rows.ts';
import { loadRows, rowSet } from './load-rows.ts';
import { stayBody } from './stay-event.ts';

/** What the store needs of the process. */
export interface ExposureStoreParts {
  readonly appendEvents: AppendEvents;
  readonly newId: (region: string) => string;
}

const EXPOSURE = 'travel_history.exposure';
const COLUMNS = {
  ...{ region: 'varchar', stay_id: 'varchar', area_id: 'varchar', resident_id: 'varchar' },
  ...{ event_id: 'varchar', level: 'text', begun_at: 'timestamptz', ended_at: 'timestamptz' },
};
const REPLACE = `on conflict (region, stay_id, area_id) do update set event_id = excluded.event_id,
  level = excluded.level, begun_at = excluded.begun_at, ended_at = excluded.ended_at`;

const OF_STAY = `select ${PAIR} from travel_history.stay s
  join travel_history.risk_area a on a.region = '${NATION}' ${TOLD}
  where s.region = ? and s.id = ? and ((${LIES_IN} and ${OVERLAPS} and a.division in (?)) or (a.id in
    (select area_id from ${EXPOSURE} t where t.region = s.region and t.stay_id = s.id)))`;

/** Where a stay's community may be listed: its county, its city, its province. */
function lineOf(division: string): string[] {
  const [city, province] = [`${division.slice(0, 4)}00`, `${division.slice(0, 2)}0000`];
  return [...new Set([division, city, province, NATION])];
}

/** The event that says what was found; it supersedes what was told before. */
function eventOf({ pair, overlap }: Finding, id: string): NewEvent {
  const { stay, area, told } = pair;
  const { region, residentId } = stay;
  const supersedes = told ? { supersedes: told.eventId } : {};
  if (!overlap) {
    // The stay is told once more, and no overlap with the area.
    const body = { ...stayBody(stay), ...supersedes };
    return { region, id, residentId, kind: 'STAY', body, occurredAt: stay.arrivedAt };
  }
  const { from, until } = overlap;
  const body = {
    ...{ source: 'SELF', stayId: stay.id, areaId: area.id, level: area.level },
    ...{ from: from.toISOString(), until: until?.toISOString() ?? null, ...supersedes },
  };
  return { region, id, residentId, kind: 'RISK_AREA_STAY', body, occurredAt: from };
}

async function keep(em: EntityManager, told: readonly (readonly [Finding, string])[]) {
  const rows = told.flatMap(([{ pair, overlap }, eventId]) => {
    if (!overlap) return [];
    const { region, id, residentId } = pair.stay;
    const { from, until } = overlap;
    const keys = [region, id, pair.area.id, residentId, eventId, pair.area.level];
    return [[...keys, from.toISOString(), until?.toISOString() ?? null]];
  });
  await loadRows(em, EXPOSURE, COLUMNS, rows, REPLACE);
  const gone = told.flatMap(([{ pair, overlap }]) =>
    overlap ? [] : [[pair.stay.region, pair.stay.id, pair.area.id]],
  );
  if (gone.length === 0) return;
  const { sql, params } = rowSet({ region: 'varchar', stay: 'varchar', area: 'varchar' }, gone);
  await em.execute(
    `delete from ${EXPOSURE} e using ${sql}
      where e.region = r.region and e.stay_id = r.stay and e.area_id = r.area`,
    params,
  );
}

/** Whether a stay of a region lies in an area, by its division or by its community. */
const IN_WHOLE = 's.region = ? and a.whole and s.division = a.division';
const IN_COMMUNITY = `s.region = ? and s.community = a.community
  and s.division like regexp_replace(a.division, '(00){1,3}$', '') || '%'`;

/** Changed areas in the order of their ids, but those in which nobody of the region ever stayed. */
function areasSql(beyond: string): string {
  return `select a.id from travel_history.risk_area a
    where a.region = '${NATION}' and a.changed_by = ? and a.id ${beyond} ? and (
      exists (select from travel_history.stay s where ${IN_WHOLE})
      or exists (select from travel_history.stay s where ${IN_COMMUNITY})
      or exists (select from ${EXPOSURE} t where t.region = ? and t.area_id = a.id))
    order by a.id limit ${CHUNK_AREAS}`;
}

const PASSED = `select count(*)::int as passed from travel_history.risk_area
  where region = '${NATION}' and changed_by = ? and id < ?`;

/**
 * Pairs of some areas by area and stay. Each area's stays come from an index in the order of their
 * ids, no more than a chunk takes, so that one with a whole city in it costs no more than others.
 */
function pairsSql(areas: number, within: boolean): string {
  const after = within ? `and (a.id <> ? or s.id > ?)` : '';
  const branch = (condition: string) =>
    `(select s.* from travel_history.stay s where ${condition} ${after}
      and ${OVERLAPS} order by s.id limit ${CHUNK_PAIRS})`;
  return `with changed as (select * from travel_history.risk_area
      where region = '${NATION}' and id in (${Array(areas).fill('?').join(', ')}))
    select ${PAIR} from changed a cross join lateral (
      ${branch(IN_WHOLE)} union ${branch(IN_COMMUNITY)}
      union (select s.* from ${EXPOSURE} t join travel_history.stay s
        on s.region = t.region and s.id = t.stay_id
        where t.region = ? and t.area_id = a.id ${after} order by s.id limit ${CHUNK_PAIRS})
    ) s ${TOLD} order by a.id, s.id limit ${CHUNK_PAIRS}`;
}

async function nextPairs(em: EntityManager, run: ExposureRun): Promise<FoundPairs> {
  const { region, bulletinId, cursorArea, cursorStay } = run;
  const found = await em.execute<{ id: string }[]>(areasSql(cursorStay === null ? '>' : '>='), [
    ...[bulletinId, cursorArea, region, region, region],
  ]);
  const areas = found.map(({ id }) => id);
  if (areas.length === 0) return { areas, pairs: [] };
  const after = cursorStay === null ? [] : [cursorArea, cursorStay];
  const each = [region, ...after];
  const rows = await em.execute<PairRow[]>(pairsSql(areas.length, cursorStay !== null), [
    ...[...areas, ...each, ...each, ...each],
  ]);
  return { areas, pairs: rows.map(toPair) };
}

function toRun(row: InferEntity<typeof ExposureRunRow>): ExposureRun {
  const { region, id, bulletinId, state, cursorArea, cursorStay, areas, areasDone } = row;
  const counts = { areas, areasDone, exposures: row.exposures };
  const cursor = { cursorArea, cursorStay: cursorStay ?? null };
  return { region, id, bulletinId, state, ...cursor, ...counts, endedAt: row.endedAt ?? null };
}

/** Exposures in PostgreSQL, within one transaction. */
export function exposureStore(
  tx: Transaction,
  { appendEvents, newId }: ExposureStoreParts,
): ExposureStore {
  return {
    async ofStay({ region, id, division }) {
      const rows = await (await tx()).execute<PairRow[]>(OF_STAY, [region, id, lineOf(division)]);
      return rows.map(toPair);
    },
    async tell(findings) {
      const em = await tx();
      for (let from = 0; from < findings.length; from += BATCH_EVENTS) {
        const told = findings
          .slice(from, from + BATCH_EVENTS)
          .map((finding) => [finding, newId(finding.pair.stay.region)] as const);
        await keep(em, told);
        await appendEvents(em, told.map(([finding, id]) => eventOf(finding, id)));
      }
    },
    async lockRun(region, id) {
      const em = await tx();
      await lockRegion(em, region);
      const row = await em.findOne(ExposureRunRow, { region, id }, { refresh: true });
      return row && toRun(row);
    },
    async next(run) {
      return nextPairs(await tx(), run);
    },
    async passed({ bulletinId }, areaId) {
      const [row] = await (await tx()).execute<{ passed: number }[]>(PASSED, [bulletinId, areaId]);
      return row?.passed ?? 0;
    },
    async saveRun({ region, id, ...run }) {
      await (await tx()).nativeUpdate(ExposureRunRow, { region, id }, run);
    },
  };
}
