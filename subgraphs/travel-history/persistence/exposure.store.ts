import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { BATCH_EVENTS, type AppendEvents, type NewEvent } from '../../kit/events/outbox.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Finding } from '../domain/exposure/exposure.ts';
import type { ExposureRun } from '../domain/exposure/exposure-run.ts';
import type { ExposureStore } from '../domain/exposure/find-exposures.ts';
import { ExposureRunRow } from './exposure.entity.ts';
import { lockRegion } from './exposure-lock.ts';
import { nextPairs, passedAreas, pairsOfStay } from './exposure-pairs.ts';
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
    async ofStay(stay) {
      return pairsOfStay(await tx(), stay);
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
      return passedAreas(await tx(), bulletinId, areaId);
    },
    async saveRun({ region, id, ...run }) {
      await (await tx()).nativeUpdate(ExposureRunRow, { region, id }, run);
    },
  };
}
