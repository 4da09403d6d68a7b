import type { MikroORM } from '@mikro-orm/postgresql';
import { systemIdentity } from '../identity.ts';
import { rowsOfQuery } from '../query.ts';
import { inScope } from '../scope/unit-of-work.ts';

/** Most bodies that go in one transaction. */
const PAGE = 5_000;

/**
 * Clears what entries say once its year is over, region by region, a page and an entry of the log
 * a transaction, until nothing is left or `goOn` says no. The chain stays as it is. Several
 * processes may do it at once. Source: SECURITY.md, invariant 14.
 */
export async function clearBodies(
  orm: MikroORM,
  subject: string,
  goOn: () => boolean = () => true,
): Promise<void> {
  const none = { regions: [], residents: '*' as const, subject };
  const heads = await inScope(orm, none, async (tx) =>
    rowsOfQuery<{ region: string }>(await tx(), 'select region from audit.head order by 1'),
  );

  function clearPage(region: string): Promise<number> {
    return inScope(orm, systemIdentity(subject, region), async (tx, audit) => {
      const em = await tx();
      const lock = `audit bodies ${region}`;
      const sql = 'select pg_try_advisory_xact_lock(hashtext($1)) as mine';
      const [held] = await rowsOfQuery<{ mine: boolean }>(em, sql, [lock]);
      if (!held?.mine) return 0;
      const clear = 'select audit.clear_bodies($1, $2) as n';
      const [cleared] = await rowsOfQuery<{ n: number }>(em, clear, [region, PAGE]);
      const n = cleared?.n ?? 0;
      if (n > 0) audit.note({ region, action: 'ROWS_EXPIRED', detail: { auditBodies: n } });
      return n;
    });
  }

  for (const { region } of heads) {
    let full = true;
    while (full && goOn()) full = (await clearPage(region)) === PAGE;
  }
}
