import { OperatorError } from '../operator-error.ts';

/** A key that is sealed under a key-encryption key, and which one. */
export interface WrappedKey {
  /** Id of the key-encryption key. */
  readonly kek: string;
  readonly bytes: Buffer;
}

/**
 * Wraps the keys of the key ring, so that the database alone opens nothing. Keys in memory here, a
 * key management service elsewhere: an adapter is one implementation of this.
 */
export interface KeyWrapper {
  /** Id of the key-encryption key that wraps from now on. */
  current(): Promise<string>;
  /** `place` is bound to the result: it opens nowhere else. */
  wrap(key: Buffer, place: string): Promise<WrappedKey>;
  /** @throws {KeyUnavailableError} */
  unwrap(wrapped: WrappedKey, place: string): Promise<Buffer>;
  /** Data key number 1 of a region as it was before there was a ring; null where there was none. */
  derived(region: string): Promise<Buffer | null>;
}

/** A wrapped key does not open here: its key-encryption key is not known, or it was changed. */
export class KeyUnavailableError extends OperatorError {
  override readonly name = 'KeyUnavailableError';
}

/** How long a process may go on with what it knows of its keys, in milliseconds. */
export const KEY_LEASE_MS = 2_000;
