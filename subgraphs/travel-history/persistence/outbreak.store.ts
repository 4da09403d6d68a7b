import type { InferEntity } from '@mikro-orm/core';
import { bulkLoad } from '../../kit/bulk-load.ts';
import { BATCH_EVENTS, type NewEvent } from '../../kit/events/outbox.ts';
import { afterInstant, keyOfPage, rowsOf } from '../../kit/keyset.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { regionOfId } from '../../kit/standards/opaque-id.ts';
import type { Contact, Outbreak, OutbreakStore, Told } from '../domain/venue/outbreak.ts';
import { PRESENCE_MS, presenceOf } from '../domain/venue/presence.ts';
import type { StayStoreParts } from './stay.store.ts';
import { OutbreakContactRow, OutbreakRow, VenueVisitRow } from './venue.entity.ts';
import { lockVenue } from './venue-lock.ts';
import { toVisit } from './venue.store.ts';

const CONTACT = 'travel_history.outbreak_contact';
const COLUMNS = [
  ...['region', 'outbreak_id', 'visit_id', 'resident_id', 'event_id', 'last_contact_at'],
];

/** Visits whose presence overlaps an outbreak, a batch of them. */
const DURING = `select v.id from travel_history.venue_visit v
  where v.region = ? and v.venue_id = ? and (v.arrived_at, v.id) > (?, ?)
    and v.arrived_at < ? and (v.left_at is null or v.left_at > ?)
  order by v.arrived_at, v.id limit ${BATCH_EVENTS}`;

const DETECTED = 'select health_records.is_detected_near(?, ?, ?, ?) as detected';

function eventOf({ citation }: Outbreak, { visit, lastContactAt }: Contact, id: string): NewEvent {
  const { region, residentId } = visit;
  return {
    ...{ region, id, residentId, kind: 'CONTACT_NOTICE', occurredAt: lastContactAt },
    body: {
      ...{ source: 'OFFICIAL', noticeId: id, citation },
      lastContactAt: lastContactAt.toISOString(),
    },
  };
}

/** An outbreak of a row. */
export function toOutbreak(row: InferEntity<typeof OutbreakRow>): Outbreak {
  const { region, id, venueId, from, until, citation, reason, declaredAt, declaredBy } = row;
  return {
    ...{ region, id, venueId, from, until, citation, reason, declaredAt, declaredBy },
    ...{ withdrawnAt: row.withdrawnAt ?? null, withdrawReason: row.withdrawReason ?? null },
  };
}

/** Outbreaks in PostgreSQL, within one request's transaction. */
export function outbreakStore(
  tx: Transaction,
  { appendEvents, newId }: StayStoreParts,
): OutbreakStore {
  return {
    async add(outbreak) {
      const em = await tx();
      await lockVenue(em, outbreak.venueId, 'OUTBREAK');
      await em.insert(OutbreakRow, outbreak);
    },
    async find(id) {
      const row = await (await tx()).findOne(OutbreakRow, { id });
      return row && toOutbreak(row);
    },
    async ofVenue(venueId, page) {
      const em = await tx();
      const rows = await em.find(
        OutbreakRow,
        { venueId, ...afterInstant('declaredAt', page, 'desc') },
        { orderBy: { declaredAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toOutbreak), () => em.count(OutbreakRow, { venueId }));
    },
    async contactCounts(ids) {
      const rows = await rowsOfQuery<{ readonly id: string; readonly n: number }>(
        await tx(),
        `select outbreak_id as id, count(*)::int as n from travel_history.outbreak_contact
         where outbreak_id = any($1::text[]) group by 1`,
        [ids],
      );
      const counts = new Map(rows.map(({ id, n }) => [id, n]));
      return ids.map((id) => counts.get(id) ?? 0);
    },
    async told(outbreakId, page) {
      const em = await tx();
      const [last, visit] = keyOfPage(page);
      const rows = await rowsOfQuery<Omit<Told, 'lastContactAt'> & { readonly last: string }>(
        em,
        `select visit_id as "visitId", resident_id as "residentId", event_id as "noticeId",
           last_contact_at as last
         from travel_history.outbreak_contact
         where outbreak_id = $1
           and ($2::timestamptz is null or (last_contact_at, visit_id) < ($2, $3))
         order by last_contact_at desc, visit_id desc limit ${page.first + 1}`,
        [outbreakId, last, visit],
      );
      const told = rows.map(({ last: at, ...row }) => ({ ...row, lastContactAt: new Date(at) }));
      return rowsOf(told, () => em.count(OutbreakContactRow, { outbreakId }));
    },
    async ofVisit({ region, venueId, ...visited }) {
      const { from, until } = presenceOf(visited);
      const overlapping = { from: { $lt: until }, until: { $gt: from } };
      const where = { region, venueId, ...overlapping, withdrawnAt: null };
      const orderBy = { declaredAt: 'asc', id: 'asc' } as const;
      // As they are now: the lock of the visit may have waited for a withdrawal.
      const rows = await (await tx()).find(OutbreakRow, where, { orderBy, refresh: true });
      return rows.map(toOutbreak);
    },
    async visitsDuring({ region, venueId, from, until }, after) {
      const em = await tx();
      // Whoever arrived earlier had gone when it began.
      const earliest = new Date(from.getTime() - PRESENCE_MS);
      const begin = after ? [after.arrivedAt, after.id] : [earliest, ''];
      const found = await em.execute<{ id: string }[]>(DURING, [
        ...[region, venueId, ...begin, until, from],
      ]);
      const ids = found.map((row) => row.id);
      if (ids.length === 0) return [];
      const rows = await em.find(
        VenueVisitRow,
        { region, id: { $in: ids } },
        { orderBy: { arrivedAt: 'asc', id: 'asc' } },
      );
      return rows.map(toVisit);
    },
    async tell(outbreak, contacts) {
      if (contacts.length === 0) return;
      const em = await tx();
      const told = contacts.map((contact) => [contact, newId(contact.visit.region)] as const);
      const rows = told.map(([{ visit, lastContactAt }, eventId]) => [
        ...[visit.region, outbreak.id, visit.id, visit.residentId, eventId, lastContactAt],
      ]);
      await bulkLoad(em, CONTACT, COLUMNS, rows);
      await appendEvents(
        em,
        told.map(([contact, id]) => eventOf(outbreak, contact, id)),
      );
    },
    async isDetected(testResultId, { from, until }) {
      const region = regionOfId(testResultId);
      if (region === null) return false;
      const em = await tx();
      const given = [region, testResultId, from, until];
      const [row] = await em.execute<{ detected: boolean }[]>(DETECTED, given);
      return row?.detected ?? false;
    },
  };
}
