import type { InferEntity } from '@mikro-orm/core';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { isEntry, type Trip, type TripStore } from '../domain/trip.ts';
import type { StayStoreParts } from './stay.store.ts';
import { TripRow } from './trip.entity.ts';

function toTrip(row: InferEntity<typeof TripRow>): Trip {
  const { fromCountry, fromDivision, toCountry, toDivision, number, ...rest } = row;
  return {
    ...{ ...rest, number: number ?? null },
    from: { country: fromCountry, division: fromDivision ?? null },
    to: { country: toCountry, division: toDivision ?? null },
  };
}

/** Trips in PostgreSQL, within one request's transaction. */
export function tripStore(tx: Transaction, { appendEvents, newId }: StayStoreParts): TripStore {
  return {
    async add({ from, to, ...trip }) {
      const em = await tx();
      await em.insert(TripRow, {
        ...{ ...trip, fromCountry: from.country, fromDivision: from.division },
        ...{ toCountry: to.country, toDivision: to.division },
      });
      if (!isEntry({ from, to })) return;
      const { region, id: tripId, residentId, arrivedAt } = trip;
      const entry = { tripId, enteredAt: arrivedAt.toISOString() };
      await appendEvents(em, [
        {
          ...{ region, id: newId(region), residentId, kind: 'ENTRY', occurredAt: arrivedAt },
          body: { source: 'SELF', ...entry },
        },
      ]);
    },
    async find(id) {
      const row = await (await tx()).findOne(TripRow, { id });
      return row && toTrip(row);
    },
    async ofResident(residentId, page) {
      const em = await tx();
      const rows = await em.find(
        TripRow,
        { residentId, ...afterInstant('arrivedAt', page, 'desc') },
        { orderBy: { arrivedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toTrip), () => em.count(TripRow, { residentId }));
    },
  };
}
