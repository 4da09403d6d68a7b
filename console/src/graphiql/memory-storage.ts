/** A storage that ends with the page: documents and variables may hold texts of codes. */
export function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear() {
      kept.clear();
    },
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem(key) {
      kept.delete(key);
    },
    setItem(key, value) {
      kept.set(key, value);
    },
  };
}
