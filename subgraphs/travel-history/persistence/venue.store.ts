import type { InferEntity } from '@mikro-orm/core';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { VisitStore, Visit } from '../domain/venue/visit.ts';
import type { VenueStore } from '../domain/venue/venue.ts';
import { VenueRow, VenueVisitRow } from './venue.entity.ts';
import { lockVenue } from './venue-lock.ts';

/** A visit of a row. */
export function toVisit({ leftAt, ...row }: InferEntity<typeof VenueVisitRow>): Visit {
  return { ...row, leftAt: leftAt ?? null };
}

/** Venues in PostgreSQL, within one request's transaction. */
export function venueStore(tx: Transaction): VenueStore {
  return {
    async add({ venue, secret }) {
      await (await tx()).insert(VenueRow, { ...venue, secret: Buffer.from(secret) });
    },
    async find(id) {
      return (await tx()).findOne(VenueRow, { id });
    },
    async keyed(id) {
      const row = await (await tx()).findOne(VenueRow, { id }, { populate: ['secret'] });
      if (!row) return null;
      const { region, name, division, addedAt, addedBy } = row;
      const venue = { region, id, name, division, addedAt, addedBy };
      return { venue, secret: Uint8Array.from(row.secret) };
    },
  };
}

/** Visits in PostgreSQL, within one request's transaction. */
export function visitStore(tx: Transaction): VisitStore {
  return {
    async add(visit) {
      const em = await tx();
      await lockVenue(em, visit.venueId, 'VISIT');
      await em.insert(VenueVisitRow, visit);
    },
    async find(id) {
      const row = await (await tx()).findOne(VenueVisitRow, { id });
      return row && toVisit(row);
    },
    async leave({ region, id }, leftAt) {
      const em = await tx();
      return (await em.nativeUpdate(VenueVisitRow, { region, id, leftAt: null }, { leftAt })) > 0;
    },
  };
}
