import type { ListStore } from './kept-lists.ts';
import { aboutIn, listsIn, rootsIn } from './stored-shapes.ts';

const NAME = 'tongma-lists';
const VERSION = 1;
const ABOUT = 'about';
const LISTS = 'lists';
/** Key of the roots among what is kept about places, whose keys have six digits. */
const ROOTS = 'roots';

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The device did not answer.'));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(transaction.error ?? new Error('The device kept nothing.'));
    transaction.oncomplete = () => resolve();
    transaction.onabort = failed;
    transaction.onerror = failed;
  });
}

/** Keys of all lists of a place: arrays sort element by element, and an array after any text. */
function allOf(place: string): IDBKeyRange {
  return IDBKeyRange.bound([place], [place, []]);
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ABOUT);
    request.result.createObjectStore(LISTS);
  };
  return done(request);
}

async function openedFor<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

function etagOf(key: IDBValidKey): string {
  const [, etag = null] = Array.isArray(key) ? key : [];
  return typeof etag === 'string' ? etag : '';
}

/** Lists in IndexedDB: signed bytes, the names of regions, and nothing about anybody. */
export function deviceListStore(): ListStore {
  return {
    roots: () =>
      openedFor(async (database) => {
        const kept: unknown = await done(database.transaction(ABOUT).objectStore(ABOUT).get(ROOTS));
        return rootsIn(kept);
      }),
    read: (place) =>
      openedFor(async (database) => {
        const reading = database.transaction([ABOUT, LISTS]);
        const about: unknown = await done(reading.objectStore(ABOUT).get(place));
        const lists: unknown[] = await done(reading.objectStore(LISTS).getAll(allOf(place)));
        return { about: aboutIn(about), lists: listsIn(lists) };
      }),
    etags: (place) =>
      openedFor(async (database) => {
        const keys = await done(
          database.transaction(LISTS).objectStore(LISTS).getAllKeys(allOf(place)),
        );
        return new Set(keys.map(etagOf));
      }),
    write: (place, { roots, about, put, keep }) =>
      openedFor(async (database) => {
        const writing = database.transaction([ABOUT, LISTS], 'readwrite');
        const all = ended(writing);
        const lists = writing.objectStore(LISTS);
        writing.objectStore(ABOUT).put(roots, ROOTS);
        writing.objectStore(ABOUT).put(about, place);
        for (const list of put) lists.put(list, [place, list.etag]);
        const keys = await done(lists.getAllKeys(allOf(place)));
        for (const key of keys) if (!keep.has(etagOf(key))) lists.delete(key);
        await all;
      }),
    clear: () =>
      openedFor(async (database) => {
        const writing = database.transaction([ABOUT, LISTS], 'readwrite');
        const all = ended(writing);
        writing.objectStore(ABOUT).clear();
        writing.objectStore(LISTS).clear();
        await all;
      }),
  };
}
