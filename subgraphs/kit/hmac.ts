import { createHmac } from 'node:crypto';

/** A character a byte. */
const KEY = { encoding: 'latin1' } as const;

/**
 * HMAC-SHA256 of a text. Node takes a key that is a text at once; looking whether bytes are a key object
 * takes it three times as long as the rest of the work, and of a key object it has two more things for
 * the garbage collector to end one by one.
 */
export function hmacSha256(key: Uint8Array, text: string): Buffer {
  const bytes = Buffer.from(key.buffer, key.byteOffset, key.length);
  return createHmac('sha256', bytes.toString(KEY.encoding), KEY).update(text, 'utf8').digest();
}
