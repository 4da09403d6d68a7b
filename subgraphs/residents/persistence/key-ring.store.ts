import type { MikroORM } from '@mikro-orm/postgresql';
import type { KeyRingStore } from '../../kit/keys/key-ring.ts';
import { KEY_RING } from '../../kit/scope/row-policies.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { KeyRingRow } from './key-ring.entity.ts';

/** Scope in which the ring is read and changed, and residents of some regions sealed anew. */
export function keyScope(regions: readonly string[] = []) {
  return { regions: [...regions], residents: '*' as const, subject: KEY_RING };
}

/**
 * The key ring in PostgreSQL, on connections of its own: a request that waits for a key holds one
 * already, and all of them together could hold every one there is.
 */
export function keyRingStore(orm: MikroORM): KeyRingStore {
  return {
    load: () => inScope(orm, keyScope(), async (tx) => (await tx()).find(KeyRingRow, {})),
    add: (keys) =>
      inScope(orm, keyScope(), async (tx) => {
        await (await tx()).upsertMany(KeyRingRow, [...keys], { onConflictAction: 'ignore' });
      }),
  };
}
