import { shanghaiDay } from '../../../kit/standards/shanghai-day.ts';
import { ISSUED_KINDS, type IssuedKind } from '../code/issued-token.ts';
import type { TokenClaims } from '../token/claims.ts';

/** Places in one status list: 2^20. A region that issues more on a day has further parts. */
export const PLACES = 2 ** 20;

/**
 * Most parts that a day of issue has: 2^27 places, for a region of 100 million people of whom each is
 * given a code a day. Issuing draws places from no more.
 */
export const PARTS_MAX = 128;

/** Which status list: one per issuer, use and day of issue, in parts. Source: DESIGN.md §6. */
export interface StatusListId {
  readonly issuer: string;
  readonly kind: IssuedKind;
  /** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  /** From 0: status indexes from `part` × {@link PLACES} on. */
  readonly part: number;
}

/** Where a token's status stands. */
export interface StatusPlace {
  readonly list: StatusListId;
  /** Within the list, from 0. */
  readonly place: number;
}

const URI =
  /^urn:tongma:status-list:(?<issuer>[\dA-Z]{2,6}):(?<kind>[a-z]+):(?<issuedOn>\d{4}-\d\d-\d\d):(?<part>0|[1-9]\d{0,10})$/;

/** Subject of a status list, as its token and the issuer's statement name it. */
export function uriOf({ issuer, kind, issuedOn, part }: StatusListId): string {
  return `urn:tongma:status-list:${issuer}:${kind.toLowerCase()}:${issuedOn}:${part}`;
}

/** Reads what {@link uriOf} made; null for everything else. */
export function listOfUri(uri: string): StatusListId | null {
  const { issuer, kind, issuedOn, part } = URI.exec(uri)?.groups ?? {};
  const known = ISSUED_KINDS.find((one) => one.toLowerCase() === kind);
  if (issuer === undefined || !known || issuedOn === undefined) return null;
  return { issuer, kind: known, issuedOn, part: Number(part) };
}

/** Where the status of an index stands in the lists of an issuer, kind and day. */
export function placeAt(list: Omit<StatusListId, 'part'>, index: number): StatusPlace {
  const { issuer, kind, issuedOn } = list;
  const part = Math.floor(index / PLACES);
  return { list: { issuer, kind, issuedOn, part }, place: index % PLACES };
}

/** Where a token's status stands; null for a specimen, which has none. */
export function placeOf(claims: TokenClaims): StatusPlace | null {
  const { issuer, kind, issuedAt, statusIndex } = claims;
  if (kind === 'SPECIMEN') return null;
  return placeAt({ issuer, kind, issuedOn: shanghaiDay(issuedAt) }, statusIndex);
}
