import { describe, expect, it } from 'vitest';
import { createBlindIndex } from './blind-index.ts';
import { aRing, ringStore } from './key-fakes.ts';
import { INDEX_REGION, keyRing, ringKey } from './key-ring.ts';
import { kekId, localWrapper } from './local-wrapper.ts';

const wrapper = localWrapper(() => ({ current: Buffer.alloc(32, 1), old: [] }));

describe('the key ring', () => {
  it('gives each region a random key of its own, the same to all processes', async () => {
    const store = ringStore();
    const [one, other] = [aRing(store), aRing(store)];
    const here = await one.data('330000');
    expect(here.id).toBe(2);
    expect((await other.data('330000')).key.equals(here.key)).toBe(true);
    expect((await one.data('510000')).key.equals(here.key)).toBe(false);
    expect((await aRing().data('330000')).key.equals(here.key)).toBe(false);
  });

  it('keeps its keys wrapped', async () => {
    const store = ringStore();
    const { key } = await aRing(store).data('330000');
    expect(store.keys.some(({ wrapped }) => Buffer.from(wrapped).includes(key))).toBe(false);
  });

  it('does not open under another key-encryption key, or at another place', async () => {
    const store = ringStore();
    await aRing(store).data('330000');
    const stranger = aRing(store, Buffer.alloc(32, 9));
    await expect(stranger.data('330000')).rejects.toThrow('FIELD_KEY');
    store.keys.splice(0, store.keys.length, ...store.keys.map((k) => ({ ...k, region: '510000' })));
    await expect(aRing(store).data('510000')).rejects.toThrow('changed or moved');
  });

  it('is loaded once a lease, and at once for a key that is not known', async () => {
    const store = ringStore();
    const ring = aRing(store);
    await ring.data('330000');
    const { loads } = store;
    await ring.data('330000');
    expect(store.loads).toBe(loads);
    const place = { region: '330000', use: 'DATA', id: 3, state: 'ACTIVE' } as const;
    await store.add([await ringKey(wrapper, place, Buffer.alloc(32, 5))]);
    expect((await ring.data('330000')).id).toBe(2);
    expect((await ring.dataById('330000', 3))?.key).toEqual(Buffer.alloc(32, 5));
    expect((await ring.data('330000')).id).toBe(3);
  });

  it('forgets a key that is gone', async () => {
    const store = ringStore();
    const ring = aRing(store, undefined, 0);
    await ring.data('330000');
    store.keys.shift();
    expect(await ring.dataById('330000', 1)).toBeNull();
  });

  it('tries again after a load that failed', async () => {
    const store = ringStore();
    let broken = true;
    const flaky = {
      ...{ keys: store.keys, loads: 0, add: store.add },
      load: () => (broken ? Promise.reject(new Error('down')) : store.load()),
    };
    const ring = aRing(flaky);
    await expect(ring.data('330000')).rejects.toThrow('down');
    broken = false;
    expect((await ring.data('330000')).id).toBe(2);
  });

  it('has no index key of its own making', async () => {
    const ring = keyRing({ store: ringStore(), wrapper, firstIndexKey: null });
    await expect(ring.index()).rejects.toThrow('INDEX_KEY');
  });

  it.each([
    { states: ['ACTIVE', 'NEXT'], find: 'odd', filled: ['odd', 'even'] },
    { states: ['OLD', 'ACTIVE'], find: 'even', filled: ['odd', 'even'] },
    { states: ['GONE', 'ACTIVE'], find: 'even', filled: ['even'] },
  ] as const)('looks up and fills in while its index keys are $states', async (row) => {
    const store = ringStore();
    for (const [at, state] of row.states.entries()) {
      const place = { region: INDEX_REGION, use: 'INDEX', id: at + 1, state } as const;
      await store.add([await ringKey(wrapper, place)]);
    }
    const index = createBlindIndex(aRing(store));
    expect((await index.find('01', '1')).slot).toBe(row.find);
    const fill = Object.entries(await index.fill('01', '1')).filter(([, hash]) => hash !== null);
    expect(fill.map(([slot]) => slot)).toEqual(row.filled);
  });
});

describe('wrapping with keys of this process', () => {
  const keks = { current: Buffer.alloc(32, 1), old: [] as Buffer[] };
  const local = localWrapper(() => keks, 60_000);

  it('opens with the old key what the new one has not wrapped yet, as soon as it is there', async () => {
    const wrapped = await local.wrap(Buffer.alloc(32, 8), 'place');
    const next = { current: Buffer.alloc(32, 2), old: [Buffer.alloc(32, 1)] };
    const now = localWrapper(() => next);
    expect(await now.unwrap(wrapped, 'place')).toEqual(Buffer.alloc(32, 8));
    const anew = await now.wrap(Buffer.alloc(32, 8), 'place');
    expect(anew.kek).toBe(kekId(next.current));
    await expect(local.unwrap(anew, 'place')).rejects.toThrow('FIELD_KEY');
    Object.assign(keks, next);
    expect(await local.unwrap(anew, 'place')).toEqual(Buffer.alloc(32, 8));
  });
});
