import type { InferEntity } from '@mikro-orm/core';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
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
    async list(region, page) {
      const em = await tx();
      const where = region === null ? {} : { region };
      const rows = await em.find(
        VenueRow,
        { ...where, ...afterInstant('addedAt', page, 'desc') },
        { orderBy: { addedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows, () => em.count(VenueRow, where));
    },
    async names(ids) {
      const rows = await (
        await tx()
      ).find(VenueRow, { id: { $in: [...ids] } }, { fields: ['name'] });
      const names = new Map(rows.map(({ id, name }) => [id, name]));
      return ids.map((id) => names.get(id) ?? null);
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
    async ofResident(residentId, page) {
      const em = await tx();
      const rows = await em.find(
        VenueVisitRow,
        { residentId, ...afterInstant('arrivedAt', page, 'desc') },
        { orderBy: { arrivedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toVisit), () => em.count(VenueVisitRow, { residentId }));
    },
    async leave({ region, id }, leftAt) {
      const em = await tx();
      return (await em.nativeUpdate(VenueVisitRow, { region, id, leftAt: null }, { leftAt })) > 0;
    },
  };
}
