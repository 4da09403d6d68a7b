import { defineEntity, p } from '@mikro-orm/core';
import { RING_STATES, RING_USES } from '../../kit/keys/key-ring.ts';
import type { Kept } from '../../kit/retention.ts';
import { keyRingRows, resolverRows } from '../../kit/scope/row-policies.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Keys of sealed fields and of the blind index, wrapped. No request sees them: only the ring does. */
export const KeyRingRow = defineEntity({
  name: 'KeyRingRow',
  tableName: 'key_ring',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...keyRingRows(ROLE), resolverRows()],
  properties: {
    region: p.string().length(6).primary(),
    use: p.enum(RING_USES).primary(),
    id: p.integer().primary(),
    state: p.enum(RING_STATES),
    /** Id of the key-encryption key. */
    kek: p.string().length(64),
    wrapped: p.blob(),
  },
});

/** A key is kept as long as something is sealed under it. */
export const KEY_RING_KEPT: Kept = { table: 'residents.key_ring', class: 'KEYS' };
