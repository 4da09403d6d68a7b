import { shanghaiInstant } from '../../format/shanghai-instant.ts';
import type { DeclareTripInput, TripMode } from '../../gql/graphql.ts';

/** One end of a trip as it is put down: a division at home, or a country. */
export interface EndDraft {
  readonly country: string;
  readonly division: string;
}

/** A trip as it is put down: times as clocks in Asia/Shanghai show them, '' for nothing. */
export interface TripDraft {
  readonly mode: TripMode | '';
  readonly number: string;
  readonly from: EndDraft;
  readonly to: EndDraft;
  readonly departedAt: string;
  readonly arrivedAt: string;
}

/** The country whose divisions one chooses from. */
export const HOME = 'CN';
/** Trips are declared for so many days. Source: travel-history RULES.md §5. */
const DAYS = 28;
const DAY_MS = 86_400_000;
const NUMBER = /^[\p{L}\p{N}-]{1,16}$/u;

/** What is wrong with a trip, each with a sentence; empty: it can be sent. */
export type TripFault = 'required' | 'order' | 'future' | 'old' | 'wrongNumber';

function isMissing({ country, division }: EndDraft): boolean {
  return country === '' || (country === HOME && division === '');
}

/** The first thing that is wrong with a trip; null when it can be sent. */
export function faultOf(trip: TripDraft, now: Date): TripFault | null {
  const { mode, number, from, to } = trip;
  const [departed, arrived] = [shanghaiInstant(trip.departedAt), shanghaiInstant(trip.arrivedAt)];
  if (mode === '' || departed === null || arrived === null) return 'required';
  if (isMissing(from) || isMissing(to)) return 'required';
  if (number.trim() !== '' && !NUMBER.test(number.trim())) return 'wrongNumber';
  if (arrived <= departed) return 'order';
  const ago = now.getTime() - Date.parse(arrived);
  if (ago < 0) return 'future';
  return ago > DAYS * DAY_MS ? 'old' : null;
}

function endInput({ country, division }: EndDraft) {
  return { country, division: country === HOME ? division : null };
}

/** A trip without faults as the graph takes it; null when it has one. */
export function tripInput(
  residentId: string,
  { mode, number, from, to, ...times }: TripDraft,
): DeclareTripInput | null {
  const [departedAt, arrivedAt] = [
    shanghaiInstant(times.departedAt),
    shanghaiInstant(times.arrivedAt),
  ];
  if (mode === '' || departedAt === null || arrivedAt === null) return null;
  return {
    ...{ residentId, mode, departedAt, arrivedAt, from: endInput(from), to: endInput(to) },
    number: number.trim() === '' ? null : number.trim(),
  };
}
