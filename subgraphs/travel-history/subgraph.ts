import { attempts } from '../kit/attempt/attempts.ts';
import { createOutbox } from '../kit/events/outbox.ts';
import { eventQueue, openQueue } from '../kit/events/queue.ts';
import { withNation } from '../kit/identity.ts';
import { createLog } from '../kit/log.ts';
import { answers, openOrm } from '../kit/orm.ts';
import { unitOfWork } from '../kit/scope/unit-of-work.ts';
import { divisionBook } from '../kit/standards/gbt2260-data.ts';
import { newId } from '../kit/new-id.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import type { TravelHistoryConfig } from './config.ts';
import { readBulletinUpload } from './bulletin-file.ts';
import { composeBulletins } from './compose-bulletins.ts';
import { composeVenues } from './compose-venues.ts';
import {
  exposureLoader,
  progressLoader,
  recentStayLoaders,
  type TravelHistoryContext,
} from './context.ts';
import { exposureUseCases } from './domain/exposure/find-exposures.ts';
import { stayUseCases } from './domain/stay.ts';
import { tripUseCases } from './domain/trip.ts';
import { AttemptRow } from './persistence/attempt.entity.ts';
import { exposureStore } from './persistence/exposure.store.ts';
import { TravelEventRow } from './persistence/event.entity.ts';
import { stayStore } from './persistence/stay.store.ts';
import { storage } from './persistence/storage.ts';
import { tripStore } from './persistence/trip.store.ts';
import { schemaParts } from './schema/index.ts';
import { startRetention, startWorker } from './worker.ts';

/** How the subgraph is composed. */
export interface TravelHistoryOptions {
  /** Whether it finds exposures and deletes what is too old, or leaves it to another process. Default: true. */
  readonly works?: boolean;
}

/** Composes the travel-history subgraph without listening. Order: configuration, queue, worker, schema. */
export async function createTravelHistory(
  config: TravelHistoryConfig,
  { works = true }: TravelHistoryOptions = {},
): Promise<Subgraph> {
  const log = createLog('travel-history', config.logLevel);
  const orm = await openOrm(storage, config.databaseUrl, config.poolMax);
  const queue = await openQueue(config.databaseUrl, log, works);
  const now = () => new Date();
  const appendEvents = createOutbox(queue, eventQueue('travel-history'), TravelEventRow, now);
  const isDivision = (code: string) => divisionBook.get(code) !== undefined;

  const worker = works ? await startWorker({ orm, queue, appendEvents, now, newId, log }) : null;
  const clearing = works ? startRetention({ orm, now, log }) : null;
  const venuesOf = composeVenues({ appendEvents, now, newId, isDivision });
  const bulletinsOf = composeBulletins({ queue, now, newId, rules: config.holdRules });

  return createSubgraph<TravelHistoryContext>({
    name: 'travel-history',
    log,
    ...schemaParts,
    reaches: () => answers(orm),
    open(given, deadline) {
      // Bulletins are the nation's: whoever is granted all of it may write its rows too.
      const identity = withNation(given);
      const { transaction, audit, commit, rollback } = unitOfWork(orm, identity, { deadline });
      const stays = stayStore(transaction, { appendEvents, newId });
      const exposures = exposureStore(transaction, { appendEvents, newId });
      const { ofStay: expose } = exposureUseCases({ store: exposures, audit, now });
      const staying = stayUseCases({ store: stays, audit, now, newId, isDivision, expose });
      const trips = tripStore(transaction, { appendEvents, newId });
      const travelling = tripUseCases({ store: trips, audit, now, newId, isDivision });
      const bulletins = bulletinsOf(transaction, audit, identity);
      const context = {
        ...{ identity, stays, staying, recentStays: recentStayLoaders(stays), now },
        exposures: exposureLoader(stays),
        ...{ ...bulletins, progress: progressLoader(bulletins.bulletins) },
        ...{ readUpload: readBulletinUpload, trips, travelling },
        venues: venuesOf(transaction, audit),
        attempts: attempts(transaction, AttemptRow, identity, now),
      };
      return { context, audit, commit, rollback };
    },
    async close() {
      await clearing?.stop();
      await worker?.stop();
      await queue.stop({ graceful: true, timeout: 5_000 });
      await orm.close();
    },
  });
}
