/**
 * Items of a list by a key. Each list is grouped once: what verdicts go by is replaced as a whole and
 * never changed, and asked for with every code.
 */
export function groupedOnce<T>(
  keyOf: (item: T) => string,
): (all: readonly T[], key: string) => readonly T[] {
  const groups = new WeakMap<readonly T[], ReadonlyMap<string, readonly T[]>>();
  return (all, key) => {
    let group = groups.get(all);
    if (!group) {
      group = Map.groupBy(all, keyOf);
      groups.set(all, group);
    }
    return group.get(key) ?? [];
  };
}
