import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import type { Page, Rows } from '../../kit/page.ts';
import { STAY_DAYS } from './stay.ts';

/** How people travel. */
export const TRIP_MODES = ['TRAIN', 'FLIGHT', 'COACH', 'SHIP', 'CAR'] as const;
/** One of them. */
export type TripMode = (typeof TRIP_MODES)[number];

/** The country whose divisions GB/T 2260 has, ISO 3166-1 alpha-2. */
export const HOME_COUNTRY = 'CN';

/** One end of a trip: a division at home, or a country. */
export interface TripEnd {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** GB/T 2260; null abroad. */
  readonly division: string | null;
}

/** A trip of a resident. */
export interface Trip {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  readonly mode: TripMode;
  /** Train, flight, line or plate, as the person gives it. */
  readonly number: string | null;
  readonly from: TripEnd;
  readonly to: TripEnd;
  readonly departedAt: Date;
  readonly arrivedAt: Date;
  readonly declaredAt: Date;
  readonly recordedBy: string;
}

/** What a person declares. */
export type NewTrip = Omit<Trip, 'region' | 'id' | 'declaredAt' | 'recordedBy'>;

/** Trips, kept. */
export interface TripStore {
  /** Keeps a trip; and its event, when it is an entry from abroad. Atomic. */
  add(trip: Trip): Promise<void>;
  find(id: string): Promise<Trip | null>;
  /** Newest first. */
  ofResident(residentId: string, page: Page): Promise<Rows<Trip>>;
}

/** What the use cases need. */
export interface TripPorts {
  readonly store: TripStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly isDivision: (code: string) => boolean;
}

const DAY_MS = 86_400_000;
const AHEAD_MS = 60_000;
const NUMBER = /^[\p{L}\p{N}-]{1,16}$/u;

function refuse(field: string, message: string): never {
  throw new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

/** Whether a trip crosses the border into the country. Source: RULES.md §5. */
export function isEntry({ from, to }: Pick<Trip, 'from' | 'to'>): boolean {
  return from.country !== HOME_COUNTRY && to.country === HOME_COUNTRY;
}

/** Use cases of trips. Source: RULES.md §5. */
export function tripUseCases({ store, audit, now, newId, isDivision }: TripPorts) {
  function checkEnd(field: string, { country, division }: TripEnd): void {
    if (!/^[A-Z]{2}$/.test(country)) refuse(`${field}.country`, 'A country is two letters.');
    const atHome = country === HOME_COUNTRY;
    if (atHome !== (division !== null) || (division !== null && !isDivision(division))) {
      refuse(`${field}.division`, 'A division of GB/T 2260 is given at home, and none abroad.');
    }
  }

  function check({ from, to, number, departedAt, arrivedAt }: NewTrip, at: Date): void {
    checkEnd('from', from);
    checkEnd('to', to);
    if (number !== null && !NUMBER.test(number)) refuse('number', 'This is no number of a trip.');
    if (arrivedAt <= departedAt) refuse('arrivedAt', 'A trip ends after it began.');
    if (arrivedAt.getTime() > at.getTime() + AHEAD_MS) {
      refuse('arrivedAt', 'A trip is declared when it has ended.');
    }
    if (at.getTime() - arrivedAt.getTime() > STAY_DAYS * DAY_MS) {
      refuse('arrivedAt', `Trips are declared for the last ${STAY_DAYS} days.`);
    }
  }

  return {
    /** Declares a trip. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT */
    async declare(input: NewTrip, by: Identity): Promise<Trip> {
      const region = requireResident(by, input.residentId);
      const declaredAt = now();
      check(input, declaredAt);
      const trip = { ...input, region, id: newId(region), declaredAt, recordedBy: by.subject };
      await store.add(trip);
      const { residentId, id: objectId } = trip;
      audit.note({ region, action: 'TRIP_DECLARED', residentId, objectId });
      return trip;
    },
  };
}
