import { createOutbox } from '../../../subgraphs/kit/events/outbox.ts';
import { eventQueue, openQueue } from '../../../subgraphs/kit/events/queue.ts';
import { systemIdentity } from '../../../subgraphs/kit/identity.ts';
import { createLog } from '../../../subgraphs/kit/log.ts';
import { openOrm } from '../../../subgraphs/kit/orm.ts';
import { unitOfWork } from '../../../subgraphs/kit/scope/unit-of-work.ts';
import { newId } from '../../../subgraphs/kit/new-id.ts';
import { exposureUseCases } from '../../../subgraphs/travel-history/domain/exposure/find-exposures.ts';
import { stayUseCases } from '../../../subgraphs/travel-history/domain/stay.ts';
import { TravelEventRow } from '../../../subgraphs/travel-history/persistence/event.entity.ts';
import { exposureStore } from '../../../subgraphs/travel-history/persistence/exposure.store.ts';
import { stayStore } from '../../../subgraphs/travel-history/persistence/stay.store.ts';
import { storage } from '../../../subgraphs/travel-history/persistence/storage.ts';

/** Writers at a time. Source: DESIGN.md §9. */
export const WRITERS = 8;
/** Regions that they write in. Source: DESIGN.md §9. */
export const REGIONS = Array.from({ length: 32 }, (_, at) => String(330_000 + at * 100));

/** Business writes for `ms`, each a declared stay with its event and job; how many a second. */
export type Write = (chained: boolean, ms: number) => Promise<number>;

/** Makes {@link Write}: the subgraph's own use case, store and outbox, with its entry or without. */
export async function writers(url: string): Promise<{ write: Write; close(): Promise<void> }> {
  const orm = await openOrm(storage, url, WRITERS);
  const queue = await openQueue(url, createLog('bench', 'silent'), false);
  const now = () => new Date();
  const appendEvents = createOutbox(queue, eventQueue('travel-history'), TravelEventRow, now);
  let made = 0;

  async function declare(chained: boolean): Promise<void> {
    const region = REGIONS[(made += 1) % REGIONS.length] ?? '';
    const identity = systemIdentity('bench', region);
    const { transaction, audit, commit, rollback } = unitOfWork(orm, identity);
    const trail = chained ? audit : { note: () => undefined };
    const store = stayStore(transaction, { appendEvents, newId });
    const exposures = exposureStore(transaction, { appendEvents, newId });
    const { ofStay: expose } = exposureUseCases({ store: exposures, audit: trail, now });
    const isDivision = () => true;
    const staying = stayUseCases({ store, audit: trail, now, newId, isDivision, expose });
    const where = { residentId: newId(region), division: region, community: null };
    const stay = { ...where, arrivedAt: now(), leftAt: null };
    try {
      await staying.declare(stay, identity);
      await commit();
    } catch (error) {
      await rollback();
      throw error;
    }
  }

  return {
    async write(chained, ms) {
      const begun = performance.now();
      let done = 0;
      const writer = async () => {
        while (performance.now() - begun < ms) {
          await declare(chained);
          done += 1;
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, writer));
      return (done * 1_000) / (performance.now() - begun);
    },
    async close() {
      await queue.stop({ graceful: false });
      await orm.close();
    },
  };
}
