import type { MikroORM } from '@mikro-orm/postgresql';
import { every } from './every.ts';
import { systemIdentity } from './identity.ts';
import type { Log } from './log.ts';
import {
  clearedIds,
  clearedRows,
  expiredIds,
  expiredRegions,
  knownIds,
  type Retained,
} from './retained.ts';
import { clearerOf, RETENTION } from './scope/row-policies.ts';
import { inScope, type Transaction } from './scope/unit-of-work.ts';

export { hourly } from './retained.ts';
export type { Declared, Kept, Retained } from './retained.ts';

/** What a subgraph's retention is made of. */
export interface RetentionParts {
  readonly orm: MikroORM;
  /** Its name: the audit log says that its retention did it. */
  readonly subgraph: string;
  /** In the order in which they are cleared: what belongs to a row comes after it. */
  readonly tables: () => readonly Retained[];
  readonly now: () => Date;
  readonly log: Log;
  /** Waits for whatever must not see a region's rows go. Default: nothing. */
  readonly lock?: (tx: Transaction, region: string) => Promise<void>;
  /** Clears by other means, after the tables, for as long as it is told to go on. Default: nothing. */
  readonly further?: (goOn: () => boolean) => Promise<void>;
}

const HOUR_MS = 3_600_000;
/** Most rows of a table that are asked about, or deleted, together: a statement does not take long. */
const PAGE = 5_000;

/** How far a region was cleared. */
type Cleared = 'WHOLLY' | 'IN_PART' | 'BY_ANOTHER';

/** A table that is cleared: all that is kept no longer, or of these rows alone. */
interface Step {
  readonly one: Retained;
  readonly ids?: readonly string[];
}

/**
 * Deletes what is older than it is kept: per region in transactions of its own, under a lock, so
 * that several processes may do it at once. A row that somebody holds is left to the next run.
 */
export function retention({ orm, subgraph, tables, now, log, lock, further }: RetentionParts) {
  const subject = clearerOf(subgraph);
  let ended = false;

  /** Regions with something to delete: ids of regions, seen across them all and nothing else. */
  function regions(all: readonly Retained[], at: Date): Promise<string[]> {
    const scope = { regions: [], residents: '*' as const, subject: RETENTION };
    return inScope(orm, scope, async (tx) => {
      const em = await tx();
      const found = new Set<string>();
      for (const one of all) {
        for (const region of await expiredRegions(em, one, at)) found.add(region);
      }
      return [...found].sort();
    });
  }

  /**
   * Clears of a region in one transaction, with one entry of the audit log, a page of each table;
   * says whether another does.
   */
  function clearRegion(region: string, at: Date, steps: readonly Step[]): Promise<Cleared> {
    return inScope(orm, systemIdentity(subject, region), async (tx, audit) => {
      const em = await tx();
      const [held] = await em.execute<{ mine: boolean }[]>(
        'select pg_try_advisory_xact_lock(hashtext(?)) as mine',
        [`retention ${subject} ${region}`],
      );
      if (!held?.mine) return 'BY_ANOTHER';
      await lock?.(tx, region);
      const detail: Record<string, number> = {};
      let more = false;
      for (const { one, ids } of steps) {
        const page = await (ids === undefined
          ? clearedRows(em, one, region, at, PAGE)
          : clearedIds(em, one, region, at, ids));
        const { deleted } = page;
        more ||= page.more;
        const name = one.table.replace(/^\w+\./, '');
        if (deleted > 0) detail[name] = (detail[name] ?? 0) + deleted;
      }
      if (Object.keys(detail).length > 0) audit.note({ region, action: 'ROWS_EXPIRED', detail });
      return more ? 'IN_PART' : 'WHOLLY';
    });
  }

  /** Clears of a region what its function knows, a page and a transaction at a time. */
  async function clearKnown(region: string, at: Date, one: Retained): Promise<void> {
    // Asked in transactions of their own: who answers is another user, in whose hands no rows of
    // a transaction may be that were in ours. What is known once stays so.
    const by = systemIdentity(subject, region);
    for (let after = ''; !ended;) {
      const page = { region, at, after, limit: PAGE };
      const ids = await inScope(orm, by, async (tx) => expiredIds(await tx(), one, page));
      const last = ids.at(-1);
      if (last === undefined) return;
      const known = await inScope(orm, by, async (tx) => knownIds(await tx(), one, region, ids));
      if (known.length > 0) {
        const cleared = await clearRegion(region, at, [{ one, ids: known }]);
        if (cleared === 'BY_ANOTHER') return;
      }
      after = last;
    }
  }

  async function run(): Promise<void> {
    const at = now();
    const all = tables();
    const known = all.filter((one) => one.known !== undefined);
    const steps = all.filter((one) => one.known === undefined).map((one): Step => ({ one }));
    for (const region of await regions(all, at)) {
      let cleared: Cleared = 'IN_PART';
      while (cleared === 'IN_PART' && !ended) cleared = await clearRegion(region, at, steps);
      for (const one of known) await clearKnown(region, at, one);
    }
    await further?.(() => !ended);
  }

  return {
    run,
    /** Runs now and every hour until it is stopped. */
    start() {
      const turns = every({ ms: HOUR_MS, atOnce: true, log, failed: 'retention failed' }, run);
      return {
        async stop() {
          ended = true;
          await turns.stop();
        },
      };
    },
  };
}
