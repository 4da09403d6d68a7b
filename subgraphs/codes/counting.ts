import type { MikroORM } from '@mikro-orm/postgresql';
import { every } from '../kit/every.ts';
import { systemIdentity } from '../kit/identity.ts';
import type { Log } from '../kit/log.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import { verificationCounter, type Counted } from './domain/recognition/verification-count.ts';
import { addVerificationCounts } from './persistence/verification-count.store.ts';

/** How often counts are stored, in milliseconds: what a killed process loses. */
const STORE_MS = 60_000;

/** What counting needs. */
export interface CountingParts {
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Log;
}

/** Counts verdicts in memory; `store` adds them to the database, and keeps them when it fails. */
export function counting({ orm, now, log }: CountingParts) {
  const counter = verificationCounter();
  return {
    count: (verdict: Counted) => {
      counter.count(verdict, now());
    },
    async store(): Promise<void> {
      const counts = counter.take();
      if (counts.length === 0) return;
      const regions = [...new Set(counts.map(({ region }) => region))];
      const scope = { ...systemIdentity('codes-counting', ''), regions };
      try {
        await inScope(orm, scope, (tx) => addVerificationCounts(tx, counts));
      } catch (err) {
        counter.putBack(counts);
        log.error({ err }, 'verification counts not stored');
      }
    },
  };
}

/** Starts counting: stored every minute and at the end, never at a scan. */
export function startCounting(parts: CountingParts) {
  const { count, store } = counting(parts);
  const { log } = parts;
  const storing = every({ ms: STORE_MS, log, failed: 'verification counts not stored' }, store);
  return {
    count,
    async stop(): Promise<void> {
      await storing.stop();
      await store();
    },
  };
}
