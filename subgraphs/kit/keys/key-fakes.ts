import { keyRing, type KeyRing, type KeyRingStore, type RingKey } from './key-ring.ts';
import { localWrapper } from './local-wrapper.ts';

/** A ring's store in memory. */
export function ringStore(): KeyRingStore & { readonly keys: RingKey[]; loads: number } {
  const keys: RingKey[] = [];
  const same = (a: RingKey) => (b: RingKey) =>
    a.region === b.region && a.use === b.use && a.id === b.id;
  return {
    keys,
    loads: 0,
    load() {
      this.loads += 1;
      return Promise.resolve([...keys]);
    },
    async add(more) {
      for (const key of more) if (!keys.some(same(key))) keys.push(key);
      return Promise.resolve();
    },
  };
}

/** A ring under key-encryption key 1, whose index key is all threes. */
export function aRing(
  store: KeyRingStore = ringStore(),
  kek = Buffer.alloc(32, 1),
  leaseMs = 60_000,
): KeyRing {
  const wrapper = localWrapper(() => ({ current: kek, old: [] }), leaseMs);
  return keyRing({ store, wrapper, firstIndexKey: Buffer.alloc(32, 3), leaseMs });
}
