import type { MikroORM } from '@mikro-orm/postgresql';
import type { KeyWrapper } from '../../kit/keys/key-wrapper.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { deliveryScope } from './index-keys.ts';
import { keyPlace } from './sealed-rows.ts';
import { EvidenceBatchRow } from './submission.entity.ts';

/** Batches in one transaction. */
const PAGE = 200;

/** Wraps the keys of some batches that are under an older key anew; how many there were. */
export async function rewrapBatches(orm: MikroORM, wrapper: KeyWrapper): Promise<number> {
  const current = await wrapper.current();
  return inScope(orm, deliveryScope, async (tx) => {
    const em = await tx();
    const stale = { $or: [{ kek: { $lt: current } }, { kek: { $gt: current } }] };
    const batches = await em.find(EvidenceBatchRow, stale, { limit: PAGE });
    for (const { region, id, kek, wrapped } of batches) {
      const place = keyPlace({ region, batchId: id });
      const key = await wrapper.unwrap({ kek, bytes: Buffer.from(wrapped) }, place);
      const anew = await wrapper.wrap(key, place);
      await em.nativeUpdate(
        EvidenceBatchRow,
        { region, id, kek },
        { kek: anew.kek, wrapped: anew.bytes },
      );
    }
    return batches.length;
  });
}
