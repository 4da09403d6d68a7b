/** Values by key, of which only so many are kept: those that are asked for again stay. */
export interface Kept<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
  /** How many are kept. */
  readonly size: number;
}

/**
 * Keeps at most `most` values, for what is costly to make and comes again. In two generations: when
 * the newer one has half of them it becomes the older, and what nobody asked for since is gone.
 */
export function kept<K, V>(most: number): Kept<K, V> {
  const half = Math.max(1, Math.floor(most / 2));
  let newer = new Map<K, V>();
  let older = new Map<K, V>();

  function set(key: K, value: V): void {
    older.delete(key);
    newer.set(key, value);
    if (newer.size < half) return;
    older = newer;
    newer = new Map();
  }

  return {
    get(key) {
      const known = newer.get(key);
      if (known !== undefined) return known;
      const before = older.get(key);
      if (before !== undefined) set(key, before);
      return before;
    },
    set,
    delete(key) {
      newer.delete(key);
      older.delete(key);
    },
    get size() {
      return newer.size + older.size;
    },
  };
}
