import type { BulkValue } from '../../kit/bulk-values.ts';
import { inKeyOrder } from '../../kit/key-order.ts';
import { instantOf, rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { IssuedKind } from '../domain/code/issued-token.ts';
import { PLACES, type StatusListId } from '../domain/status/place.ts';
import type { TokenStanding } from '../domain/status/status-book.ts';
import { askedValues, isAsked, type ChangesAsked } from './reading-changes.ts';

/** A day and part with tokens. */
export type TokenPart = Omit<StatusListId, 'issuer'>;

/** What was issued since an instant. */
export interface Issued {
  readonly parts: readonly TokenPart[];
  /** When the newest token was; null when none was. */
  readonly newest: Date | null;
}

/** How a region's tokens stand, as its status lists are made of it. */
export interface TokenStandings {
  /** Every day and part with unexpired tokens. */
  parts(now: Date): Promise<readonly TokenPart[]>;
  /** Of every unexpired token that a list must not call green. */
  notGreen(now: Date): Promise<readonly TokenStanding[]>;
  /** Where tokens were issued since an instant. */
  issued(since: Date): Promise<Issued>;
  /**
   * Of every unexpired token that may have changed, and of those named (`also`, their cti). One that
   * was issued since is among them only if it is not green: lists call green what they have not heard of.
   */
  changed(
    asked: ChangesAsked,
    now: Date,
    also?: readonly Uint8Array[],
  ): Promise<readonly TokenStanding[]>;
}

const FIELDS = `t.kind, t.issued_on as "issuedOn", t.status_index as "statusIndex", t.cti,
  t.expires_at as "expiresAt", c.state, c.color, c.look_again_at as "lookAgainAt",
  t.withdrawn_at as "withdrawnAt"`;
const JOINED = `codes.code_token t
  join codes.health_code c on c.region = t.region and c.id = t.code_id`;
/** Of each token its code, by its key: as migrations 0014 and 0018 say. */
const CODE_OF_IT = `cross join lateral (
  select * from codes.health_code
  where region = $1 and id between t.code_id and t.code_id order by region, id limit 1) c`;
const NOT_GREEN = `c.state <> 'ACTIVE' or c.color is distinct from 'GREEN'`;

/**
 * Begun from the rows that changed, or are named, each with its key. That the time of another look came
 * is written nowhere.
 */
const CHANGED = `with codes as materialized (
    select h.id from codes.health_code h where h.region = $1
      and ${isAsked('h', 'decided_at', 4)}
    union
    select h.id from codes.health_code h
    where h.region = $1 and h.look_again_at >= $7 and h.look_again_at <= $2),
  tokens as materialized (
    select t.cti from codes.code_token t ${CODE_OF_IT}
    where t.region = $1 and ${isAsked('t', 'issued_at', 4)}
      and (${NOT_GREEN} or c.look_again_at <= $2)
    union
    select o.cti from codes.code_token o
    where o.region = $1 and ${isAsked('o', 'withdrawn_at', 4)}
    union
    select o.cti from codes cross join lateral (
      select cti from codes.code_token
      where region = $1 and code_id = codes.id) o
    union
    select cti from unnest($3::bytea[]) named(cti))
  select ${FIELDS} from tokens k
  cross join lateral (
    select * from codes.code_token
    where region = $1 and cti between k.cti and k.cti order by region, cti limit 1) t
  ${CODE_OF_IT}
  where t.expires_at > $2`;

/** Days on which a token that lives now can have been issued. */
const DAYS = 92;

interface PartRow {
  readonly kind: IssuedKind;
  readonly issuedOn: string;
  /** Highest index. */
  readonly most: number;
}

function partsOf({ kind, issuedOn, most }: PartRow): readonly TokenPart[] {
  const count = Math.floor(most / PLACES) + 1;
  return Array.from({ length: count }, (_, part) => ({ kind, issuedOn, part }));
}

type Instants = 'expiresAt' | 'lookAgainAt' | 'withdrawnAt';

/** A row as the driver gives it: instants are texts. */
interface StandingRow extends Omit<TokenStanding, Instants> {
  readonly expiresAt: string;
  readonly lookAgainAt: string | null;
  readonly withdrawnAt: string | null;
}

function toStanding({ expiresAt, lookAgainAt, withdrawnAt, ...row }: StandingRow): TokenStanding {
  return {
    ...row,
    expiresAt: instantOf(expiresAt),
    ...{ lookAgainAt: instantOf(lookAgainAt), withdrawnAt: instantOf(withdrawnAt) },
  };
}

/** Reads in PostgreSQL, within a transaction that sees the region. */
export function tokenStandings(tx: Transaction, region: string): TokenStandings {
  async function standings(sql: string, values: readonly BulkValue[]) {
    return (await rowsOfQuery<StandingRow>(await tx(), sql, values)).map(toStanding);
  }

  return {
    async parts(now) {
      // One index look-up a day, however many tokens there are.
      const rows = await rowsOfQuery<PartRow>(
        await tx(),
        `select k.kind, d.day as "issuedOn", m.status_index as most
         from unnest(array['DYNAMIC', 'PAPER']) k(kind)
         cross join lateral (
           select to_char(($2::timestamptz at time zone 'Asia/Shanghai')::date - n, 'YYYY-MM-DD') as day
           from generate_series(0, ${DAYS}) n) d
         cross join lateral (
           select t.status_index from codes.code_token t
           where t.region = $1 and t.kind = k.kind and t.issued_on = d.day
           order by t.status_index desc limit 1) m`,
        [region, now],
      );
      return rows.flatMap(partsOf);
    },
    async notGreen(now) {
      return standings(
        `select ${FIELDS} from ${JOINED}
         where c.region = $1 and t.expires_at > $2
           and (${NOT_GREEN} or c.look_again_at <= $2)
         union all
         select ${FIELDS} from ${JOINED}
         where t.region = $1 and t.withdrawn_at is not null and t.expires_at > $2`,
        [region, now],
      );
    },
    async issued(since) {
      const rows = await rowsOfQuery<PartRow & { readonly newest: string }>(
        await tx(),
        `select kind, issued_on as "issuedOn", max(status_index) as most, max(issued_at) as newest
         from codes.code_token where region = $1 and issued_at >= $2 group by kind, issued_on`,
        [region, since],
      );
      const times = rows.map(({ newest }) => new Date(newest).getTime());
      return {
        parts: rows.flatMap(partsOf),
        newest: times.length > 0 ? new Date(Math.max(...times)) : null,
      };
    },
    async changed(asked, now, also = []) {
      const values = [region, now, also, ...askedValues(asked), asked.recently];
      return inKeyOrder(await tx(), () => standings(CHANGED, values));
    },
  };
}
