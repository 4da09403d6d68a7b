import type { MikroORM } from '@mikro-orm/postgresql';
import { every } from '../kit/every.ts';
import { systemIdentity } from '../kit/identity.ts';
import type { Log } from '../kit/log.ts';
import { inScope, type Transaction } from '../kit/scope/unit-of-work.ts';
import type { GuardianshipStore } from './domain/guardianship-store.ts';
import type { Resident } from './domain/resident.ts';

/** Who the audit log says did it. */
const SUBJECT = 'guardianship-end';
const EVERY_MS = 60_000;
/** Most that end in one transaction. */
const PAGE = 100;

/** What ends guardianships. */
export interface LapsingParts {
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Log;
  readonly store: (tx: Transaction) => Pick<GuardianshipStore, 'end'> & {
    lapsed(at: Date, limit: number): Promise<readonly Resident[]>;
  };
  /** Regions that register residents. */
  readonly registrars: (tx: Transaction) => Promise<readonly string[]>;
}

/**
 * Notes guardianships whose time is over as ended, so that codes and the audit log hear of it. The
 * guardian does not act for the ward from the very instant on, whenever this runs. RULES.md §8.2.
 */
export function lapsing({ orm, now, log, store, registrars }: LapsingParts) {
  let ended = false;

  /** Regions where something has lapsed, found in one look at them all. */
  async function regions(at: Date): Promise<readonly string[]> {
    const all = await inScope(orm, { ...systemIdentity(SUBJECT, ''), regions: [] }, registrars);
    const scope = { ...systemIdentity(SUBJECT, ''), regions: all };
    const found = await inScope(orm, scope, async (tx) => store(tx).lapsed(at, PAGE));
    return [...new Set(found.map(({ region }) => region))];
  }

  async function endIn(region: string, at: Date): Promise<void> {
    await inScope(orm, systemIdentity(SUBJECT, region), async (tx, audit) => {
      const guardianships = store(tx);
      for (const ward of await guardianships.lapsed(at, PAGE)) {
        // Another process may have ended it, or a desk renewed it, meanwhile.
        if (!(await guardianships.end(ward, at))) continue;
        const detail = { side: 'TIME' };
        const note = { region, residentId: ward.id, detail };
        audit.note({ ...note, action: 'GUARDIANSHIP_ENDED' });
      }
    });
  }

  async function run(): Promise<void> {
    const at = now();
    for (const region of await regions(at)) {
      if (ended) return;
      await endIn(region, at);
    }
  }

  return {
    run,
    /** Runs now and every minute until it is stopped. */
    start() {
      const failed = 'ending guardianships failed';
      const turns = every({ ms: EVERY_MS, atOnce: true, log, failed }, run);
      return {
        async stop() {
          ended = true;
          await turns.stop();
        },
      };
    },
  };
}
