import { keyOfPage, rowsOf } from '../../kit/keyset.ts';
import { COUNT_MAX } from '../../kit/page.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { LISTED_DAYS, type Case, type CaseStore } from '../domain/cases.ts';

interface CaseColumns extends Omit<Case, 'since' | 'until'> {
  readonly since: string;
  readonly until: string;
}

/** In hours: a day of the database's own clock may have 23 or 25. */
const listed = (kind: keyof typeof LISTED_DAYS) => `interval '${24 * LISTED_DAYS[kind]} hours'`;

/**
 * The three grounds as one list; $1 is now. `known` is from when on check-ins are missed: a
 * contact cannot check in before anybody says so. Each part reads its own index by region.
 */
const CASES = `
  select o.region, o.id, o.resident_id, o.place as kind, o."from" as since, o.until,
    o."from" as known
  from health_records.isolation_order o
  where o.released_at is null and o."from" <= $1 and o.until > $1
  union all
  select r.region, r.id, r.resident_id, 'DETECTED', r.sample_collected_at,
    r.sample_collected_at + ${listed('DETECTED')}, r.sample_collected_at
  from health_records.test_result r
  where r.result = 'DETECTED' and r.corrected_by_id is null
    and r.sample_collected_at > $1::timestamptz - ${listed('DETECTED')}
  union all
  select n.region, n.id, n.resident_id, 'CONTACT', n.last_contact_at,
    n.last_contact_at + ${listed('CONTACT')}, n.noticed_at
  from health_records.contact_notice n
  where n.withdrawn_at is null
    and n.last_contact_at > $1::timestamptz - ${listed('CONTACT')}`;

/** $2 region, $3 kind, $4 latest end, $5 and $6 the silence; null = all. */
const WANTED = `
  ($2::text is null or c.region = $2) and ($3::text is null or c.kind = $3)
  and ($4::timestamptz is null or c.until <= $4)
  and ($5::timestamptz is null or c.known < $5 and not exists (
    select from health_records.check_in k
    where k.region = c.region and k.resident_id = c.resident_id and k.day >= $6))`;

/** Cases in PostgreSQL, within one request's transaction. Source: RULES.md §9. */
export function caseStore(tx: Transaction): CaseStore {
  return {
    async cases({ region, kind, at, endsBy, silentSince }, page) {
      const em = await tx();
      const wanted = [at, region, kind, endsBy, silentSince?.at ?? null, silentSince?.day ?? null];
      const [until, id] = keyOfPage(page);
      const rows = await rowsOfQuery<CaseColumns>(
        em,
        `select c.region, c.id, c.resident_id as "residentId", c.kind, c.since, c.until,
           (select max(k.day) from health_records.check_in k
            where k.region = c.region and k.resident_id = c.resident_id) as "lastCheckInOn"
         from (${CASES}) c where ${WANTED}
           and ($7::timestamptz is null or (c.until, c.id) > ($7, $8))
         order by c.until, c.id limit ${page.first + 1}`,
        [...wanted, until, id],
      );
      const cases = rows.map((row) => ({
        ...row,
        since: new Date(row.since),
        until: new Date(row.until),
      }));
      return rowsOf(cases, async () => {
        const [count] = await rowsOfQuery<{ readonly n: number }>(
          em,
          `select count(*)::int as n from (
             select from (${CASES}) c where ${WANTED} limit ${COUNT_MAX + 1}) few`,
          wanted,
        );
        return count?.n ?? 0;
      });
    },
  };
}
