import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { systemIdentity } from '../kit/identity.ts';
import type { Log } from '../kit/log.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import { listMaker, type ListMakerParts } from './list-maker.ts';
import type { Worker } from './worker.ts';

/** What publishing lists is made of. */
export interface ListPublisherParts extends ListMakerParts {
  readonly orm: MikroORM;
  readonly log: Log;
}

const SUBJECT = 'codes-lists';
/** How often is looked for changes, in milliseconds. */
const TICK_MS = 5_000;

/** Makes, signs and keeps the lists of the regions whose keys are here. */
export function listPublishing({ orm, log, ...parts }: ListPublisherParts) {
  const { keys, reference } = parts;
  const maker = listMaker(parts);

  /** Brings the lists of every region up to date once. */
  return async (): Promise<void> => {
    for (const { region } of reference().trust?.list.regions ?? []) {
      const signer = keys.signer(region, 'status');
      if (!signer) continue;
      await inScope(orm, systemIdentity(SUBJECT, region), (tx) =>
        maker.update(tx, region, signer),
      ).catch((err: unknown) => {
        maker.forget(region);
        log.error({ err, region }, 'lists of a region were not made');
      });
    }
  };
}

/** Publishes lists every few seconds. */
export function startListPublisher(parts: ListPublisherParts): Worker {
  const publish = listPublishing(parts);
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      await publish();
      await sleep(TICK_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
