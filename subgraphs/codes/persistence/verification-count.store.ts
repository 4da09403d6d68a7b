import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOfQuery, run } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { VerificationCount } from '../domain/recognition/verification-count.ts';
import type {
  VerificationTotal,
  VerificationTotalsStore,
} from '../domain/statistics/verification-totals.ts';

/** In one order, so that two that add at once wait for each other and neither gives up. */
function keyOf({ region, issuer, outcome, hour }: VerificationCount): string {
  return `${region} ${issuer ?? ''} ${outcome} ${hour.getTime()}`;
}

/** Counters that one statement adds: it takes 65,535 parameters, and a counter has five. */
const AT_ONCE = 10_000;

async function add(em: EntityManager, counts: readonly VerificationCount[]): Promise<void> {
  const rows = counts.map(
    (_count, at) => `(${[1, 2, 3, 4, 5].map((n) => `$${at * 5 + n}`).join(', ')})`,
  );
  await run(
    em,
    `insert into codes.verification_count as v (region, issuer, outcome, hour, count)
     values ${rows.join(', ')}
     on conflict (region, issuer, outcome, hour) do update set count = v.count + excluded.count`,
    counts.flatMap(({ region, issuer, outcome, hour, count }) => [
      ...[region, issuer ?? '', outcome, hour, count],
    ]),
  );
}

/** Adds to the counters; distinct counts only. */
export async function addVerificationCounts(
  tx: Transaction,
  counts: readonly VerificationCount[],
): Promise<void> {
  const em = await tx();
  const sorted = counts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (let from = 0; from < sorted.length; from += AT_ONCE) {
    await add(em, sorted.slice(from, from + AT_ONCE));
  }
}

/** Reads the counters in PostgreSQL, within one request's transaction. */
export function verificationTotalsStore(tx: Transaction): VerificationTotalsStore {
  return {
    async totals(region, since, least) {
      return rowsOfQuery<VerificationTotal>(
        await tx(),
        `select nullif(issuer, '') as issuer, outcome, sum(count)::int as count
         from codes.verification_count
         where region = $1 and hour >= $2 and count >= $3
         group by 1, 2 order by 1 nulls last, 2`,
        [region, since, least],
      );
    },
  };
}
