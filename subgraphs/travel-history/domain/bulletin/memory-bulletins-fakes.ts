import type { BulletinStore, KeptBulletin } from './kept-bulletin.ts';
import type { Interval } from './plan-intervals.ts';

/** Bulletins and the areas they make, in memory. */
export function memoryBulletins() {
  const kept = new Map<string, KeptBulletin>();
  const lists = new Map<string, readonly string[]>();
  const intervals = new Map<string, Interval>();
  const accepted = () =>
    [...kept.values()]
      .filter(({ state }) => state === 'ACCEPTED')
      .sort((a, b) => +a.publishedAt - +b.publishedAt || +a.acceptedAt! - +b.acceptedAt!);

  const store: BulletinStore = {
    lock: async () => {},
    find: async (id) => kept.get(id) ?? null,
    byDigest: async (digest) => [...kept.values()].find((one) => one.digest === digest) ?? null,
    list: async () => ({ rows: [...kept.values()], total: async () => kept.size }),
    async add(bulletin, areas) {
      kept.set(bulletin.id, bulletin);
      lists.set(bulletin.id, [...areas]);
    },
    save: async (bulletin) => void kept.set(bulletin.id, bulletin),
    areasOf: async (id) => lists.get(id) ?? [],
    lastAccepted: async () => accepted().at(-1) ?? null,
    nextAccepted: async (after) =>
      accepted().find(({ publishedAt }) => publishedAt > after)?.publishedAt ?? null,
    async supersedeHeld(until) {
      for (const one of kept.values()) {
        if (one.state !== 'HELD' || one.publishedAt > until) continue;
        kept.set(one.id, { ...one, state: 'SUPERSEDED' });
      }
    },
    intervals: async (at, until) =>
      [...intervals.values()].filter(
        ({ from, to }) => (to === null || to >= at) && (until === null || from <= until),
      ),
    async change({ added, changed }, _bulletinId, place) {
      for (const one of changed) intervals.set(one.id, one);
      for (const one of added) {
        place(one.key);
        intervals.set(String(intervals.size), { ...one, id: String(intervals.size) });
      }
    },
    startRuns: async () => {},
    progress: async () => new Map(),
    riskAreas: async () => ({ rows: [], total: async () => 0 }),
  };

  return {
    store,
    /** Keys of the areas that stand now, in order. */
    open: () =>
      [...intervals.values()]
        .filter(({ to }) => to === null)
        .map(({ key }) => key)
        .sort(),
    /** Keys of the areas that a bulletin lists, in order. */
    listedBy: (id: string) => [...(lists.get(id) ?? [])].sort(),
  };
}
