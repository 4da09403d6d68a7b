import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { bulkLoad, type BulkRow } from '../../kit/bulk-load.ts';
import { BATCH_EVENTS, type AppendEvents, type NewEvent } from '../../kit/events/outbox.ts';
import { run } from '../../kit/query.ts';
import { rowSet } from '../../kit/row-set.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Finding } from '../domain/exposure/exposure.ts';
import type { ExposureRun } from '../domain/exposure/exposure-run.ts';
import type { ExposureStore } from '../domain/exposure/find-exposures.ts';
import { ExposureRunRow } from './exposure.entity.ts';
import { lockRegion } from './exposure-lock.ts';
import { nextPairs, passedAreas, pairsOfStay } from './exposure-pairs.ts';
import { stayBody } from './stay-event.ts';

/** What the store needs of the process. */
export interface ExposureStoreParts {
  readonly appendEvents: AppendEvents;
  readonly newId: (region: string) => string;
}

const EXPOSURE = 'travel_history.exposure';
const COLUMNS = [
  ...['region', 'stay_id', 'area_id', 'resident_id', 'event_id', 'level', 'begun_at', 'ended_at'],
];
const KEY = { region: 'varchar', stay_id: 'varchar', area_id: 'varchar' };
const CHANGED = {
  ...KEY,
  event_id: 'varchar',
  level: 'text',
  begun: 'timestamptz',
  ended: 'timestamptz',
};
const SAME = 'e.region = r.region and e.stay_id = r.stay_id and e.area_id = r.area_id';

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

/** So few are told one by one: nobody waits for a batch because of two areas. */
const FEW = 10;

type Told = readonly (readonly [Finding, string])[];

/** Keeps what is told: what is new, what has changed, and that some of it does not hold. */
async function keep(em: EntityManager, told: Told): Promise<void> {
  const key = ({ stay, area }: Finding['pair']) => [stay.region, stay.id, area.id];
  const fresh: BulkRow[] = [];
  const changed: BulkRow[] = [];
  const gone: BulkRow[] = [];
  for (const [{ pair, overlap }, eventId] of told) {
    const { level } = pair.area;
    if (!overlap) gone.push(key(pair));
    else if (pair.told) changed.push([...key(pair), eventId, level, overlap.from, overlap.until]);
    else {
      const { residentId } = pair.stay;
      fresh.push([...key(pair), residentId, eventId, level, overlap.from, overlap.until]);
    }
  }
  if (fresh.length > 0) await bulkLoad(em, EXPOSURE, COLUMNS, fresh);
  if (changed.length > 0) {
    const { sql, params } = rowSet(CHANGED, changed);
    await run(
      em,
      `update ${EXPOSURE} e set event_id = r.event_id, level = r.level, begun_at = r.begun,
        ended_at = r.ended from ${sql} where ${SAME}`,
      params,
    );
  }
  if (gone.length === 0) return;
  const { sql, params } = rowSet(KEY, gone);
  await run(em, `delete from ${EXPOSURE} e using ${sql} where ${SAME}`, params);
}

function toRun(row: InferEntity<typeof ExposureRunRow>): ExposureRun {
  const { region, id, bulletinId, state, cursorArea, cursorStay, areas, areasDone } = row;
  const counts = { areas, areasDone, exposures: row.exposures };
  const cursor = { cursorArea, cursorStay: cursorStay ?? null };
  return { region, id, bulletinId, state, ...cursor, ...counts, endedAt: row.endedAt ?? null };
}

/** Jobs of the runs that are under way. */
export const RUNNING = `select jsonb_build_object('region', region, 'runId', id) as job
  from travel_history.exposure_run where state = 'RUNNING'`;

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
        const events = told.map(([finding, id]) => eventOf(finding, id));
        if (events.length > FEW) await appendEvents(em, events);
        else for (const event of events) await appendEvents(em, [event]);
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
