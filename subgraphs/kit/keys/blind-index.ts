import { hmacSha256 } from '../hmac.ts';
import type { KeyRing } from './key-ring.ts';

/**
 * Rows have two places for an index, so that one key can be replaced by the next while both are
 * filled in: keys of odd numbers fill the one, keys of even numbers the other.
 */
export type IndexSlot = 'odd' | 'even';

/** What a row holds of a document: null where no key fills that place now. */
export type IndexFill = Readonly<Record<IndexSlot, Buffer | null>>;

/** Finds an identity document without knowing its number. Numbers are given in canonical form. */
export interface BlindIndex {
  /** What a row is given. */
  fill(documentType: string, documentNumber: string): Promise<IndexFill>;
  /** What is looked for, and where. */
  find(documentType: string, documentNumber: string): Promise<{ slot: IndexSlot; hash: Buffer }>;
  /** Where documents are to be compared now. */
  slot(): Promise<IndexSlot>;
}

/** Place that a key of this number fills. */
export function slotOf(id: number): IndexSlot {
  return id % 2 === 1 ? 'odd' : 'even';
}

/**
 * HMAC-SHA256 of a document: a plain hash of 10¹¹ possible numbers could be tried out.
 * Source: SECURITY.md, Data at rest.
 */
export function documentHash(key: Buffer, type: string, number: string): Buffer {
  return hmacSha256(key, `${type}\0${number}`);
}

/** The blind index under the index keys of a ring. */
export function createBlindIndex(ring: Pick<KeyRing, 'index'>): BlindIndex {
  return {
    async fill(type, number) {
      const { fill } = await ring.index();
      const filled: Record<IndexSlot, Buffer | null> = { odd: null, even: null };
      for (const { id, key } of fill) filled[slotOf(id)] = documentHash(key, type, number);
      return filled;
    },
    async find(type, number) {
      const { find } = await ring.index();
      return { slot: slotOf(find.id), hash: documentHash(find.key, type, number) };
    },
    slot: async () => slotOf((await ring.index()).find.id),
  };
}
