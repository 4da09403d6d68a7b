import { COLORS } from '../color/color.ts';
import { PLACES } from './place.ts';

/**
 * What two bits of a status list say: 0 to 2 the color, 3 that only the issuer can say: the code is
 * suspended, being decided anew, or void. Source: DESIGN.md §6, Status lists.
 */
export const LISTED_STATUSES = [...COLORS, 'ASK'] as const;
/** One of them. */
export type ListedStatus = (typeof LISTED_STATUSES)[number];

/** Length of a list before compression, in bytes. */
export const LIST_BYTES = PLACES / 4;

/** A list in which everything is GREEN. */
export function allGreen(): Uint8Array {
  return new Uint8Array(LIST_BYTES);
}

/** What a place says. The first place is in the lowest bits. Source: IETF token status list §4.1. */
export function statusAt(bits: Uint8Array, place: number): ListedStatus {
  const byte = bits[place >> 2] ?? 0xff;
  return LISTED_STATUSES[(byte >> ((place & 3) * 2)) & 3] ?? 'ASK';
}

/** Writes a place; whether that changed it. */
export function setStatus(bits: Uint8Array, place: number, status: ListedStatus): boolean {
  const shift = (place & 3) * 2;
  const before = bits[place >> 2] ?? 0;
  const after = (before & ~(3 << shift)) | (LISTED_STATUSES.indexOf(status) << shift);
  bits[place >> 2] = after;
  return after !== before;
}
