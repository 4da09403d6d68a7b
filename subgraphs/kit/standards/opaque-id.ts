/** Crockford's base 32: no I, L, O, U, so that an id read aloud stays itself. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID = /^(\d{6}|[A-Z]{2})-[0-9A-HJKMNP-TV-Z]{26}$/;

/** Random bytes of an id: 128 bits. */
export const ID_BYTES = 16;

/**
 * Makes an id: region, a hyphen, 26 base-32 characters of 128 random bits. Clients do not parse
 * it. Source: DESIGN.md §4.
 */
export function opaqueId(region: string, random: Uint8Array): string {
  if (random.length !== ID_BYTES) throw new RangeError('An id takes 16 random bytes.');
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = (ALPHABET[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return `${region}-${text}`;
}

/** Region of an id, or null when the text is no id. */
export function regionOfId(id: string): string | null {
  return ID.exec(id)?.[1] ?? null;
}
