import { randomBytes } from 'node:crypto';
import { OperatorError } from '../operator-error.ts';
import { KEY_LEASE_MS, type KeyWrapper } from './key-wrapper.ts';

/** What a key of the ring is for. */
export const RING_USES = ['DATA', 'INDEX'] as const;
/** One use. */
export type RingUse = (typeof RING_USES)[number];

/**
 * Where a key stands. Data keys are ACTIVE; the newest of a region seals. An index key is filled in
 * from NEXT on, found by while ACTIVE, filled in still while OLD, and being cleared while GONE.
 */
export const RING_STATES = ['NEXT', 'ACTIVE', 'OLD', 'GONE'] as const;
/** One state. */
export type RingState = (typeof RING_STATES)[number];

/** A wrapped key of the ring. */
export interface RingKey {
  readonly region: string;
  readonly use: RingUse;
  readonly id: number;
  readonly state: RingState;
  /** Id of the key-encryption key. */
  readonly kek: string;
  readonly wrapped: Uint8Array;
}

/** Where the ring is kept. */
export interface KeyRingStore {
  load(): Promise<readonly RingKey[]>;
  /** Adds keys; one that is there already stays as it is. */
  add(keys: readonly RingKey[]): Promise<void>;
}

/** A key, opened. */
export interface NumberedKey {
  readonly id: number;
  /** 32 bytes. */
  readonly key: Buffer;
}

/**
 * Keys of this process. What it says holds for a lease; so it is asked within the transaction that
 * writes or looks up, never before: a rotation waits out the lease and the transactions before it.
 */
export interface KeyRing {
  /** The key that seals in a region now; the first use of a region makes one. */
  data(region: string): Promise<NumberedKey>;
  /** Null when there is no such key, or no more. */
  dataById(region: string, id: number): Promise<NumberedKey | null>;
  /** The index key to look up by, and all that are filled in. */
  index(): Promise<{ readonly find: NumberedKey; readonly fill: readonly NumberedKey[] }>;
  /** Makes the keys of a region unless it has some. */
  found(region: string): Promise<void>;
}

/** Region under which the one index key stands. */
export const INDEX_REGION = '000000';
/** Number of the data key that is derived from the key-encryption key. */
const DERIVED = 1;

/** What a wrapped key is bound to. */
export function placeOf({ region, use, id }: Pick<RingKey, 'region' | 'use' | 'id'>): string {
  return `${region}\0${use}\0${id}`;
}

/** Wraps a key for a place of the ring. */
export async function ringKey(
  wrapper: KeyWrapper,
  place: Pick<RingKey, 'region' | 'use' | 'id' | 'state'>,
  key: Buffer = randomBytes(32),
): Promise<RingKey> {
  const { kek, bytes } = await wrapper.wrap(key, placeOf(place));
  return { ...place, kek, wrapped: bytes };
}

/** What a ring is made of. */
export interface KeyRingParts {
  readonly store: KeyRingStore;
  readonly wrapper: KeyWrapper;
  /** The index key of a database that has no ring yet. */
  readonly firstIndexKey: Buffer | null;
  /** Default: {@link KEY_LEASE_MS}. */
  readonly leaseMs?: number;
}

/** The ring as a process sees it: loaded for a lease, its keys unwrapped once and kept in memory. */
export function keyRing(parts: KeyRingParts): KeyRing {
  const { store, wrapper, firstIndexKey, leaseMs = KEY_LEASE_MS } = parts;
  const opened = new Map<string, Promise<Buffer>>();
  let loaded: { readonly at: number; readonly keys: Promise<readonly RingKey[]> } | null = null;

  async function load(): Promise<readonly RingKey[]> {
    const keys = await store.load();
    const places = new Set(keys.map(placeOf));
    for (const place of opened.keys()) if (!places.has(place)) opened.delete(place);
    return keys;
  }

  function keys(again = false): Promise<readonly RingKey[]> {
    if (!again && loaded && performance.now() - loaded.at < leaseMs) return loaded.keys;
    // The lease runs from before the ring is read.
    const begun = { at: performance.now(), keys: load() };
    loaded = begun;
    begun.keys.catch(() => {
      if (loaded === begun) loaded = null;
    });
    return begun.keys;
  }

  async function open(key: RingKey): Promise<NumberedKey> {
    const place = placeOf(key);
    let known = opened.get(place);
    if (!known) {
      known = wrapper.unwrap({ kek: key.kek, bytes: Buffer.from(key.wrapped) }, place);
      opened.set(place, known);
      known.catch(() => opened.delete(place));
    }
    return { id: key.id, key: await known };
  }

  async function dataKeys(region: string, again = false): Promise<RingKey[]> {
    const all = await keys(again);
    return all.filter((key) => key.use === 'DATA' && key.region === region);
  }

  function newest(of: readonly RingKey[]): RingKey | undefined {
    return [...of].sort((a, b) => b.id - a.id)[0];
  }

  async function found(region: string): Promise<void> {
    if ((await dataKeys(region, true)).length > 0) return;
    const base = { region, use: 'DATA', state: 'ACTIVE' } as const;
    const derived = await wrapper.derived(region);
    await store.add([
      ...(derived ? [await ringKey(wrapper, { ...base, id: DERIVED }, derived)] : []),
      await ringKey(wrapper, { ...base, id: DERIVED + 1 }),
    ]);
    await keys(true);
  }

  async function indexKeys(): Promise<RingKey[]> {
    const all = (await keys()).filter(({ use }) => use === 'INDEX');
    if (all.length > 0) return all;
    if (!firstIndexKey) {
      throw new OperatorError('INDEX_KEY is not set, and the key ring holds no index key yet.');
    }
    const place = { region: INDEX_REGION, use: 'INDEX', id: 1, state: 'ACTIVE' } as const;
    await store.add([await ringKey(wrapper, place, firstIndexKey)]);
    return (await keys(true)).filter(({ use }) => use === 'INDEX');
  }

  return {
    found,
    async data(region) {
      const known = newest(await dataKeys(region));
      if (known) return open(known);
      await found(region);
      const made = newest(await dataKeys(region));
      if (!made) throw new Error('The key ring took no key.');
      return open(made);
    },
    async dataById(region, id) {
      const find = (of: readonly RingKey[]) => of.find((key) => key.id === id);
      let key = find(await dataKeys(region)) ?? find(await dataKeys(region, true));
      if (!key && id === DERIVED && (await dataKeys(region)).length === 0) {
        await found(region);
        key = find(await dataKeys(region));
      }
      return key ? open(key) : null;
    },
    async index() {
      const all = await indexKeys();
      const active = all.find(({ state }) => state === 'ACTIVE');
      if (!active) throw new Error('The key ring has no active index key.');
      const filled = all.filter(({ state }) => state !== 'GONE');
      return { find: await open(active), fill: await Promise.all(filled.map(open)) };
    },
  };
}
