import type { MikroORM } from '@mikro-orm/postgresql';
import { systemIdentity } from './identity.ts';
import type { Log } from './log.ts';
import { RETENTION } from './scope/row-policies.ts';
import { inScope, type Transaction } from './scope/unit-of-work.ts';

/** Days that rows are kept, by class. Source: SECURITY.md, invariant 14. */
export const RETENTION_DAYS = {
  /** Where somebody was. */
  MOVEMENT: 28,
  /** Numbers of verifications, of nobody in particular. */
  COUNTERS: 180,
  /** What is offered for minutes and names its own end. */
  OFFERS: 0,
} as const;
/** One class. */
export type RetentionClass = keyof typeof RETENTION_DAYS;

/** How long the rows of a table are kept; stands beside its entity. */
export interface Retained {
  /** `schema.table`; its key is region and `key`. */
  readonly table: string;
  readonly class: RetentionClass;
  /** Column of the instant from which the days count; a row without one is kept. */
  readonly since: string;
  /** Columns of the key besides region. */
  readonly key: readonly string[];
  /** A further condition on a row `t`: such as that what it belongs to is gone. */
  readonly when?: string;
}

/** What a subgraph's retention is made of. */
export interface RetentionParts {
  readonly orm: MikroORM;
  /** Who the audit log says did it. */
  readonly subject: string;
  /** In the order in which they are cleared: what belongs to a row comes after it. */
  readonly tables: readonly Retained[];
  readonly now: () => Date;
  readonly log: Log;
  /** Waits for whatever must not see a region's rows go. Default: nothing. */
  readonly lock?: (tx: Transaction, region: string) => Promise<void>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function cutoff({ class: kept }: Retained, now: Date): Date {
  return new Date(now.getTime() - RETENTION_DAYS[kept] * DAY_MS);
}

function expired({ since, when }: Retained): string {
  return `t.${since} < ?${when === undefined ? '' : ` and ${when}`}`;
}

/**
 * Deletes what is older than it is kept: per region in transactions of its own, under a lock, so
 * that several processes may do it at once. A row that somebody holds is left to the next run.
 */
export function retention({ orm, subject, tables, now, log, lock }: RetentionParts) {
  /** Regions with something to delete: ids of regions, seen across them all and nothing else. */
  function regions(at: Date): Promise<string[]> {
    const scope = { regions: [], residents: '*' as const, subject: RETENTION };
    return inScope(orm, scope, async (tx) => {
      const em = await tx();
      const found = new Set<string>();
      for (const one of tables) {
        const rows = await em.execute<{ region: string }[]>(
          `select distinct t.region from ${one.table} t where ${expired(one)}`,
          [cutoff(one, at)],
        );
        for (const { region } of rows) found.add(region);
      }
      return [...found].sort();
    });
  }

  async function clear(tx: Transaction, one: Retained, region: string, at: Date): Promise<number> {
    const em = await tx();
    const key = one.key.join(', ');
    const rows = await em.execute<{ n: number }[]>(
      `with old as materialized (select ${key} from ${one.table} t
         where t.region = ? and ${expired(one)} for update skip locked),
       gone as (delete from ${one.table} where region = ? and (${key}) in (select ${key} from old)
         returning 1)
       select count(*)::int as n from gone`,
      [region, cutoff(one, at), region],
    );
    return rows[0]?.n ?? 0;
  }

  /** Clears a region in one transaction, with one entry of the audit log; false when another does. */
  function clearRegion(region: string, at: Date): Promise<boolean> {
    return inScope(orm, systemIdentity(subject, region), async (tx, audit) => {
      const em = await tx();
      const [held] = await em.execute<{ mine: boolean }[]>(
        'select pg_try_advisory_xact_lock(hashtext(?)) as mine',
        [`retention ${subject} ${region}`],
      );
      if (!held?.mine) return false;
      await lock?.(tx, region);
      const detail: Record<string, number> = {};
      for (const one of tables) {
        const deleted = await clear(tx, one, region, at);
        if (deleted > 0) detail[one.table.replace(/^\w+\./, '')] = deleted;
      }
      if (Object.keys(detail).length > 0) audit.note({ region, action: 'ROWS_EXPIRED', detail });
      return true;
    });
  }

  async function run(): Promise<void> {
    const at = now();
    for (const region of await regions(at)) await clearRegion(region, at);
  }

  return {
    run,
    /** Runs now and every hour until it is stopped. */
    start() {
      let running = Promise.resolve();
      const turn = () => {
        running = running.then(run).catch((err: unknown) => {
          log.error({ err }, 'retention failed');
        });
      };
      turn();
      const timer = setInterval(turn, HOUR_MS);
      timer.unref();
      return {
        async stop() {
          clearInterval(timer);
          await running;
        },
      };
    },
  };
}
