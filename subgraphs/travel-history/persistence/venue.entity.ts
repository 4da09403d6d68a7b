import { defineEntity, p } from '@mikro-orm/core';
import type { Kept, Retained } from '../../kit/retention.ts';
import { regionRows, residentRows, retentionRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Venues that people check in at. */
export const VenueRow = defineEntity({
  name: 'VenueRow',
  tableName: 'venue',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: regionRows(ROLE),
  indexes: [{ name: 'venue_added', properties: ['region', 'addedAt', 'id'] }],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    name: p.string().length(100),
    division: p.string().length(6),
    /** What its codes are made under. */
    secret: p.blob().lazy(),
    addedAt: p.datetime(3),
    addedBy: p.string().length(128),
  },
});

/** Venues are kept as long as they stand in the list. */
export const VENUES_KEPT: Kept = { table: 'travel_history.venue', class: 'REGISTER' };

/** Visits of residents to venues. */
export const VenueVisitRow = defineEntity({
  name: 'VenueVisitRow',
  tableName: 'venue_visit',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [
    { name: 'venue_visit_venue', properties: ['region', 'venueId', 'arrivedAt', 'id'] },
    { name: 'venue_visit_arrived', properties: ['region', 'arrivedAt'] },
    { name: 'venue_visit_resident', properties: ['region', 'residentId', 'arrivedAt', 'id'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    residentId: p.string().length(33),
    venueId: p.string().length(33),
    arrivedAt: p.datetime(3),
    leftAt: p.datetime(3).nullable(),
    recordedBy: p.string().length(128),
  },
});

/** Visits are kept so long. */
export const VISITS_KEPT: Retained = {
  table: 'travel_history.venue_visit',
  class: 'MOVEMENT',
  since: 'arrived_at',
};

/** Outbreaks at venues, as officials declared them. */
export const OutbreakRow = defineEntity({
  name: 'OutbreakRow',
  tableName: 'outbreak',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...regionRows(ROLE), retentionRows(ROLE)],
  indexes: [
    { name: 'outbreak_until', properties: ['region', 'until'] },
    { name: 'outbreak_venue', properties: ['region', 'venueId', 'until'] },
    { name: 'outbreak_declared', properties: ['region', 'venueId', 'declaredAt', 'id'] },
  ],
  properties: {
    region: p.string().length(6).primary(),
    id: p.string().length(33).primary(),
    venueId: p.string().length(33),
    from: p.datetime(3),
    /** Exclusive. */
    until: p.datetime(3),
    /** Id of the case's result. */
    citation: p.string().length(33),
    reason: p.string().length(500),
    declaredAt: p.datetime(3),
    declaredBy: p.string().length(128),
    withdrawnAt: p.datetime(3).nullable(),
    withdrawnBy: p.string().length(128).nullable(),
    withdrawReason: p.string().length(500).nullable(),
  },
});

/** An outbreak cites somebody's result: it goes when the result may. */
export const OUTBREAKS_KEPT: Retained = {
  table: 'travel_history.outbreak',
  class: 'EVIDENCE',
  since: 'until',
};

/** Visits that were told of an outbreak, each with the event that tells it. */
export const OutbreakContactRow = defineEntity({
  name: 'OutbreakContactRow',
  tableName: 'outbreak_contact',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [{ name: 'outbreak_contact_last', properties: ['region', 'lastContactAt'] }],
  properties: {
    region: p.string().length(6).primary(),
    outbreakId: p.string().length(33).primary(),
    visitId: p.string().length(33).primary(),
    residentId: p.string().length(33),
    eventId: p.string().length(33),
    lastContactAt: p.datetime(3),
  },
});

/** Who was told is kept as long as the visit. */
export const CONTACTS_KEPT: Retained = {
  table: 'travel_history.outbreak_contact',
  class: 'MOVEMENT',
  since: 'last_contact_at',
};
