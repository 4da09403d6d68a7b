const [DATABASE, STORE] = ['tongma-my', 'holder-key'];

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The store does not answer.'));
    };
  });
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORE);
  };
  return settled(opening);
}

function isPair(value: unknown): value is CryptoKeyPair {
  return typeof value === 'object' && value !== null && 'privateKey' in value;
}

/**
 * The Ed25519 key with which this browser presents a resident's code: made once, and its private
 * part can be taken out by nobody. Null where the browser has no such keys, or may keep none.
 */
export async function holderKey(residentId: string): Promise<CryptoKeyPair | null> {
  try {
    const database = await open();
    try {
      const store = (mode: IDBTransactionMode) =>
        database.transaction(STORE, mode).objectStore(STORE);
      const known: unknown = await settled(store('readonly').get(residentId));
      if (isPair(known)) return known;
      const made = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
      await settled(store('readwrite').put(made, residentId));
      return made;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
