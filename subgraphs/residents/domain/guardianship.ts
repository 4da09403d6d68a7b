import { shanghaiDay, startOfDay } from '../../kit/standards/shanghai-day.ts';

/** A child below this age is registered by a guardian. Source: DESIGN.md §4, Guardians. */
export const GUARDED_BELOW_YEARS = 14;
/** Most wards a guardian may have. Source: DESIGN.md §4, Guardians. */
export const WARDS_MAX = 6;

const MONTHS = 12;
const OF_AGE_YEARS = 18;

/** Who acts for a ward, and until when. */
export interface Guardianship {
  /** The guardian's registration. */
  readonly guardianId: string;
  /** Masked; the ward reads it. */
  readonly guardianName: string;
  /** Exclusive; null while the ward's registration waits for its review, or was rejected. */
  readonly until: Date | null;
  /** When a renewal was asked for that waits for its review. */
  readonly renewalAskedAt: Date | null;
  /** Why the last renewal was refused. */
  readonly renewalRefusal: string | null;
}

/** Somebody who is to act for another. */
export interface Guardian {
  readonly id: string;
  readonly maskedName: string;
  /** Account that acts; null when the guardian has none. */
  readonly account: string | null;
}

/** Whole years between two calendar days `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day so many months later; the 29th of February is the 1st of March where there is none. */
function monthsAfter(day: string, months: number): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later.toISOString().slice(0, 10);
}

/**
 * When a guardianship ends that is reviewed at an instant: 00:00 Asia/Shanghai 12 months after that
 * day, or of the ward's 18th birthday when that comes first. Source: RULES.md §8.2.
 */
export function endOfGuardianship(birthDate: string, reviewedAt: Date): Date {
  const today = shanghaiDay(reviewedAt);
  const last = monthsAfter(today, MONTHS);
  const ofAge = monthsAfter(birthDate, OF_AGE_YEARS * 12);
  return startOfDay(ofAge > today && ofAge < last ? ofAge : last);
}

/** Whether a guardian acts for the ward at an instant, a registration under review included. */
export function holds({ until }: Guardianship, at: Date): boolean {
  return until === null || at < until;
}

/** Whether somebody of that birth date agrees for themselves to a guardian. Source: RULES.md §8.3. */
export function agreesThemselves(birthDate: string, at: Date): boolean {
  return ageOn(birthDate, shanghaiDay(at)) >= GUARDED_BELOW_YEARS;
}
