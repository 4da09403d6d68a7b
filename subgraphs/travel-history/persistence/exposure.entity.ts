import { defineEntity, p } from '@mikro-orm/core';
import type { Kept, Retained } from '../../kit/retention.ts';
import {
  citationRows,
  regionRows,
  residentRows,
  retentionRows,
  unfinishedRows,
} from '../../kit/scope/row-policies.ts';
import { RISK_LEVELS } from '../domain/bulletin/area.ts';
import { RUN_STATES } from '../domain/exposure/exposure-run.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Overlaps of stays with risk areas, each with the event that says it now. */
export const ExposureRow = defineEntity({
  name: 'ExposureRow',
  tableName: 'exposure',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE), citationRows()],
  indexes: [
    { name: 'exposure_area', properties: ['region', 'areaId', 'stayId'] },
    { name: 'exposure_ended', properties: ['region', 'endedAt'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    stayId: p.string().length(33).primary(),
    areaId: p.string().length(33).primary(),
    residentId: p.string().length(33),
    eventId: p.string().length(33),
    level: p.enum(RISK_LEVELS),
    begunAt: p.datetime(3),
    /** Null while both last. */
    endedAt: p.datetime(3).nullable(),
  },
});

/** Overlaps go with their stays: what was told of one that is there must be known. */
export const EXPOSURES_KEPT: Retained = {
  ...{ table: 'travel_history.exposure', class: 'MOVEMENT', since: 'ended_at' },
  when: `not exists (select from travel_history.stay s
    where s.region = t.region and s.id = t.stay_id)`,
};

/** How far a region's stays have been held against what a bulletin changed. */
export const ExposureRunRow = defineEntity({
  name: 'ExposureRunRow',
  tableName: 'exposure_run',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), unfinishedRows(ROLE)],
  indexes: [
    { name: 'exposure_run_bulletin', properties: ['region', 'bulletinId'] },
    {
      name: 'exposure_run_running',
      expression: `create index "exposure_run_running" on "${SCHEMA}"."exposure_run" ("region", "id") where "state" = 'RUNNING'`,
    },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    bulletinId: p.string().length(33),
    state: p.enum(RUN_STATES),
    /** It goes on after this area, or within it after `cursorStay`; empty at the beginning. */
    cursorArea: p.string().length(33),
    cursorStay: p.string().length(33).nullable(),
    areas: p.integer(),
    areasDone: p.integer(),
    exposures: p.integer(),
    createdAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
  },
});

/** Runs count areas and overlaps, and name nobody. */
export const RUNS_KEPT: Kept = { table: 'travel_history.exposure_run', class: 'LEDGER' };
