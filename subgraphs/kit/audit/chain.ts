import { hash } from 'node:crypto';

/**
 * SHA-256 as the log uses it everywhere. By way of text: a buffer that the native side makes costs
 * more than twice the hash itself.
 */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'hex'), 'hex');
}

/** What comes before the first entry of a chain, and before the first checkpoint. */
export const NOTHING_BEFORE: Buffer = Buffer.alloc(32);

/** An entry's place, time and kind: what its hash covers besides what came before and what it says. */
export interface EntryHead {
  readonly region: string;
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
}

/** Commitment to a body: nobody can try bodies out without the salt. As `audit.append` makes it. */
export function commitmentOf(salt: Uint8Array, body: string): Buffer {
  return sha256(Buffer.concat([salt, Buffer.from(body, 'utf8')]));
}

/** Hash of an entry, over that of the one before. As `audit.append` makes it. */
export function entryHash(
  previous: Uint8Array,
  { region, sequence, at, kind }: EntryHead,
  commitment: Uint8Array,
): Buffer {
  const head = Buffer.from(`${region}|${sequence}|${at}|${kind}|`, 'utf8');
  return sha256(Buffer.concat([previous, head, commitment]));
}
