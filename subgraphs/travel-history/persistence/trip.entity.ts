import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { residentRows, retentionRows } from '../../kit/scope/row-policies.ts';
import { TRIP_MODES } from '../domain/trip.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Trips of residents. */
export const TripRow = defineEntity({
  name: 'TripRow',
  tableName: 'trip',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [
    { name: 'trip_resident', properties: ['region', 'residentId', 'arrivedAt', 'id'] },
    { name: 'trip_arrived', properties: ['region', 'arrivedAt'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    residentId: p.string().length(33),
    mode: p.enum(TRIP_MODES),
    number: p.string().length(16).nullable(),
    fromCountry: p.string().length(2),
    fromDivision: p.string().length(6).nullable(),
    toCountry: p.string().length(2),
    toDivision: p.string().length(6).nullable(),
    departedAt: p.datetime(3),
    arrivedAt: p.datetime(3),
    declaredAt: p.datetime(3),
    recordedBy: p.string().length(128),
  },
});

/** Trips are kept so long. */
export const TRIPS_KEPT: Retained = {
  table: 'travel_history.trip',
  class: 'MOVEMENT',
  since: 'arrived_at',
};
