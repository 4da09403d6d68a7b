import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { bulkLoad } from '../../kit/bulk-load.ts';
import { rowsOf } from '../../kit/keyset.ts';
import { run } from '../../kit/query.ts';
import { rowSet } from '../../kit/row-set.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import { areaOfKey } from '../domain/bulletin/area.ts';
import type { BulletinStore, Placed, RiskArea } from '../domain/bulletin/kept-bulletin.ts';
import type { Interval, NewInterval } from '../domain/bulletin/plan-intervals.ts';
import { RiskAreaRow } from './bulletin.entity.ts';
import { ExposureRunRow } from './exposure.entity.ts';
import { lockChange } from './exposure-lock.ts';

/** What the store needs of the process. */
export interface RiskAreaStoreParts {
  readonly newId: (region: string) => string;
  readonly now: () => Date;
  /** Regions whose stays are held against what changes. */
  readonly regions: readonly string[];
  /** Has a run gone on with, in the transaction that makes it. */
  readonly sendRun: (tx: Transaction, run: { region: string; runId: string }) => Promise<void>;
}

const TABLE = 'travel_history.risk_area';
const COLUMNS = [
  ...['region', 'id', 'level', 'division', 'whole', 'province', 'city', 'county', 'community'],
  ...['valid_from', 'valid_to', 'changed_by'],
];

const SPAN = { id: 'varchar', begun: 'timestamptz', ended: 'timestamptz' };

interface SpanRow {
  readonly id: string;
  readonly key: string;
  readonly begun: number;
  readonly ended: number | null;
}

/** Milliseconds as a number: dates of tens of thousands of rows are made no sooner than needed. */
const SPANS = `select id, concat_ws(e'\\t', level, province, city, county, community) as key,
  (extract(epoch from valid_from) * 1000)::float8 as begun,
  (extract(epoch from valid_to) * 1000)::float8 as ended
  from ${TABLE} where region = ?`;

async function spansOf(em: EntityManager, at: Date, until: Date | null): Promise<Interval[]> {
  const open = `${SPANS} and valid_to is null`;
  const closed = `${SPANS} and valid_to >= ?`;
  const before = until ? ' and valid_from <= ?' : '';
  const limit = until ? [until] : [];
  const rows = await em.execute<SpanRow[]>(`${open}${before} union all ${closed}${before}`, [
    NATION,
    ...limit,
    NATION,
    at,
    ...limit,
  ]);
  return rows.map(({ id, key, begun, ended }) => ({
    ...{ id, key, from: new Date(begun) },
    to: ended === null ? null : new Date(ended),
  }));
}

async function add(
  em: EntityManager,
  added: readonly NewInterval[],
  changedBy: string,
  place: (key: string) => Placed,
  newId: (region: string) => string,
): Promise<void> {
  const rows = added.map(({ key, from, to }) => {
    const { level, province, city, county, community } = areaOfKey(key);
    const { division, whole } = place(key);
    return [
      ...[NATION, newId(NATION), level, division, whole, province, city, county, community],
      ...[from, to, changedBy],
    ];
  });
  await bulkLoad(em, TABLE, COLUMNS, rows);
}

async function change(em: EntityManager, changed: readonly Interval[], changedBy: string) {
  if (changed.length === 0) return;
  const rows = changed.map(({ id, from, to }) => [id, from, to]);
  const { sql, params } = rowSet(SPAN, rows, { first: 3 });
  await run(
    em,
    `update ${TABLE} a set valid_from = r.begun, valid_to = r.ended, changed_by = $1
      from ${sql} where a.region = $2 and a.id = r.id`,
    [changedBy, NATION, ...params],
  );
}

/** Codes that lie in a division and below it: their digits begin as its do. */
export function inDivision(division: string): { $gte: string; $lte: string } {
  const digits = division.replace(/(00){1,3}$/, '');
  return { $gte: digits.padEnd(6, '0'), $lte: digits.padEnd(6, '9') };
}

function toRiskArea(row: InferEntity<typeof RiskAreaRow>): RiskArea {
  const { id, level, division, whole, province, city, county, community } = row;
  const { validFrom, validTo } = row;
  const names = { province, city, county, community };
  return { id, level, division, whole, ...names, validFrom, validTo: validTo ?? null };
}

type AreaStore = Pick<BulletinStore, 'intervals' | 'change' | 'startRuns' | 'riskAreas'>;

/** Risk areas in PostgreSQL, within one request's transaction. */
export function riskAreaStore(tx: Transaction, parts: RiskAreaStoreParts): AreaStore {
  const { newId, now, regions, sendRun } = parts;
  return {
    async intervals(at, until) {
      return spansOf(await tx(), at, until);
    },
    async change({ added, changed }, bulletinId, place) {
      const em = await tx();
      await change(em, changed, bulletinId);
      await add(em, added, bulletinId, place, newId);
    },
    async startRuns(bulletinId, areas) {
      const em = await tx();
      const fresh = { bulletinId, state: 'RUNNING' as const, areas, createdAt: now() };
      const none = { cursorArea: '', areasDone: 0, exposures: 0 };
      for (const region of regions) {
        const id = newId(region);
        await em.insert(ExposureRunRow, { region, id, ...fresh, ...none });
        await sendRun(tx, { region, runId: id });
      }
      await lockChange(em);
    },
    async riskAreas({ level, division, at }, page) {
      const em = await tx();
      const where = {
        ...{ region: NATION, validFrom: { $lte: at } },
        $or: [{ validTo: null }, { validTo: { $gt: at } }],
        ...(level && { level }),
        ...(division !== null && { division: inDivision(division) }),
      };
      const [id] = page.after ?? [];
      const rows = await em.find(
        RiskAreaRow,
        { ...where, ...(id !== undefined && { id: { $gt: id } }) },
        { orderBy: { id: 'asc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toRiskArea), () => em.count(RiskAreaRow, where));
    },
  };
}
