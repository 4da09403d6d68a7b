import { COLORS, type Color } from '../color/color.ts';
import type { StatusSource, TokenStatusRow } from '../recognition/status-source.ts';
import { placeOf, uriOf } from '../status/place.ts';
import type { ListedStatus } from '../status/status-bits.ts';
import type { OpenedStatement } from '../status/statement.ts';
import type { StatusList } from '../status/status-list.ts';
import type { Held, Signed } from '../trust/signed-list.ts';
import type { TokenClaims } from '../token/claims.ts';

/** What is held of one issuer: its statement, and the lists that it names. */
export interface IssuerLists {
  readonly statement: Held<OpenedStatement>;
  readonly isWithdrawn: (claims: TokenClaims) => boolean;
  /** By subject. */
  readonly lists: ReadonlyMap<string, Signed<StatusList>>;
}

/**
 * How much older than a statement a token must be to stand in its lists for certain, in
 * milliseconds: it may have been made while they were.
 */
const MAKING_MS = 60_000;

function darker(a: Color, b: Color): Color {
  return COLORS.indexOf(a) > COLORS.indexOf(b) ? a : b;
}

function row(
  listed: ListedStatus | 'WITHDRAWN',
  asOf: Date,
): Pick<TokenStatusRow, 'state' | 'color' | 'asOf' | 'horizon'> {
  if (listed === 'WITHDRAWN') return { state: 'WITHDRAWN', color: null, horizon: null, asOf };
  if (listed === 'ASK') return { state: 'SUSPENDED', color: null, horizon: null, asOf };
  return { state: 'ACTIVE', color: listed, horizon: null, asOf };
}

/**
 * What an issuer's lists say of a token; null when they say nothing. One that was made while they
 * were may not stand in them yet: the darker of its own color and the listed one counts. A dynamic
 * token that is newer brings the issuer's newest word along, as of its issue; paper that is newer is
 * in no list.
 */
export function listedStatus(
  { statement, isWithdrawn, lists }: IssuerLists,
  claims: TokenClaims,
): TokenStatusRow | null {
  const { issuedAt: asOf } = statement;
  if (isWithdrawn(claims)) return row('WITHDRAWN', asOf);
  const where = placeOf(claims);
  if (!where) return null;
  const list = lists.get(uriOf(where.list));
  const listed = list?.statuses.at(where.place);
  if (claims.issuedAt.getTime() < asOf.getTime() - MAKING_MS) {
    return listed ? row(listed, asOf) : null;
  }
  if (claims.kind === 'PAPER' && (!listed || claims.issuedAt >= asOf)) return null;
  const since = claims.issuedAt > asOf ? claims.issuedAt : asOf;
  if (listed === 'ASK') return row('ASK', since);
  return row(listed ? darker(listed, claims.color) : claims.color, since);
}

/** Statuses from lists that are held; an error where they say nothing of a token. */
export function listedSource(issuers: (issuer: string) => IssuerLists | undefined): StatusSource {
  function statusOf(claims: TokenClaims): TokenStatusRow | Error {
    const held = issuers(claims.issuer);
    const found = held && listedStatus(held, claims);
    return found ?? new Error('No list says how this token stands.');
  }
  return { statusesOf: (tokens) => Promise.resolve(tokens.map(statusOf)) };
}
