import { setTimeout as sleep } from 'node:timers/promises';
import { KEY_LEASE_MS, type KeyWrapper } from '../kit/keys/key-wrapper.ts';
import { openOrm } from '../kit/orm.ts';
import { rewrapBatches } from './persistence/rewrap.ts';
import { storage } from './persistence/storage.ts';

/**
 * Brings the keys of evidence that waits under the present key-encryption key; the one before must
 * still be given, here and in the processes. For the command line. Can be ended and begun again.
 * @returns how many keys were wrapped anew
 */
export async function rewrapEvidence(
  databaseUrl: string,
  wrapper: KeyWrapper,
  leaseMs = KEY_LEASE_MS,
): Promise<number> {
  const orm = await openOrm(storage, databaseUrl, 2);
  try {
    let all = 0;
    for (let more = 1; more > 0; all += more) more = await rewrapBatches(orm, wrapper);
    await sleep(leaseMs); // who has read an old wrapping before has opened it
    return all;
  } finally {
    await orm.close();
  }
}
